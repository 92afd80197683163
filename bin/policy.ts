/**
 * The security frame of the page (docs/architecture.md), as a header where a host allows one.
 * `frame-ancestors` is left open: figures live in other people's pages.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * The frame of JavaScript cells, as its own `<meta>`: one script of ours and the worker that it
 * starts, which inherits all of this. `'unsafe-eval'` is for the worker, which makes functions from
 * the text of cells; the frame's script makes none. Nothing connects.
 */
export function cagePolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}' 'unsafe-eval'`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The worker's address; the text of cells, in the worker.
    "trusted-types cage default",
  ].join("; ");
}

/** The header of that frame's file: whoever opens it, it has no origin. Its `<meta>` does the rest. */
export const cageHeader = "sandbox allow-scripts";

/** The address of that frame's file below the site's root. */
export function isCage(path: string): boolean {
  return /^\/assets\/cage-[0-9a-f]+\.html$/.test(path);
}

export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
