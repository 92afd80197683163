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
  "manifest-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Text becomes a script in one place (src/dom/worker.ts) and markup nowhere.
  "require-trusted-types-for 'script'",
  "trusted-types fadu",
].join("; ");

/** What a page of ours could ask a browser for, and never does. */
const unused = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
] as const;

/** Nothing is asked of the browser but to copy what a reader wants to copy, and by our page alone. */
export const permissionsPolicy = [
  ...unused.map((feature) => `${feature}=()`),
  "clipboard-write=(self)",
].join(", ");

/**
 * The frame of JavaScript cells, as its own `<meta>`: one script of ours and the worker that it
 * starts, which inherits all of this. `'unsafe-eval'` is for the worker, which makes functions from
 * the text of cells; the frame's script makes none. Nothing connects.
 */
export function sandboxPolicy(scriptHash: string): string {
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
    "trusted-types sandbox default",
  ].join("; ");
}

/** The header of that frame's file: whoever opens it, it has no origin. Its `<meta>` does the rest. */
export const sandboxHeader = "sandbox allow-scripts";

/** The address of that frame's file below the site's root. */
export function isSandbox(path: string): boolean {
  return /^\/assets\/sandbox-[0-9a-f]+\.html$/.test(path);
}

/** Whether a file has a hash in its name and never changes; everything else is asked for again. */
export function isHashed(path: string): boolean {
  return /^\/assets\/.*[.-][\w-]{8,}\.\w+(?:\.\w+)*$/.test(path);
}

export const cacheForever = "public, max-age=31536000, immutable";

export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": permissionsPolicy,
};

/**
 * `public/_headers`, in the format of common static hosts. The page's policy is not in it: it stands
 * in every page, and such a host would lay it over the frame of cells too, which has its own.
 */
export function headersFile(): string {
  const { "Content-Security-Policy": _, ...everywhere } = securityHeaders;
  const rules: readonly (readonly [path: string, headers: Readonly<Record<string, string>>])[] = [
    ["/*", everywhere],
    ["/assets/*", { "Cache-Control": cacheForever }],
    ["/assets/sandbox-*", { "Content-Security-Policy": sandboxHeader }],
  ];
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n"),
    )
    .join("\n\n")
    .concat("\n");
}
