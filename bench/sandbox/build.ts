import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";

export interface SandboxPage {
  readonly url: string;
  /** Bytes of the files sent so far. */
  readonly sent: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const here = import.meta.dirname;

/** The page of `page.ts` with the sandbox of a checkout, behind the policy that the site sends. */
export async function serveSandboxPage(checkout: string): Promise<SandboxPage> {
  const out = mkdtempSync(join(tmpdir(), "fadu-sandbox-"));
  const load = (path: string) => import(pathToFileURL(join(checkout, path)).href);
  const { sandbox } = (await load("scripts/vite/sandbox-plugin.ts")) as { sandbox: () => Plugin };
  const { contentSecurityPolicy, isSandbox } = (await load("scripts/vite/policy.ts")) as {
    contentSecurityPolicy: string;
    isSandbox: (path: string) => boolean;
  };
  await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    plugins: [sandbox(), from(checkout)],
    build: {
      outDir: out,
      target: "es2023",
      rollupOptions: { input: join(here, "page.ts"), output: { entryFileNames: "page.js" } },
    },
  });
  const sent = new Map<string, number>();
  const html = '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>';
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const file = join(out, path);
    const body = path === "/" ? html : existing(file) ? readFileSync(file) : null;
    if (!isSandbox(path)) response.setHeader("content-security-policy", contentSecurityPolicy);
    response.setHeader("content-type", typeOf(path));
    response.setHeader("cache-control", "max-age=3600");
    response.statusCode = body === null ? 404 : 200;
    sent.set(path, body?.length ?? 0);
    response.end(body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(out, { recursive: true });
    },
  };
}

/** `page.ts` imports this checkout's sources; these are those of another one. */
function from(checkout: string): Plugin {
  const ours = resolve(here, "../../src");
  return {
    name: "from-checkout",
    enforce: "pre",
    resolveId(id, importer) {
      if (!importer?.endsWith("bench/sandbox/page.ts") || !id.startsWith("../../src/"))
        return undefined;
      return resolve(here, id).replace(ours, resolve(checkout, "src"));
    },
  };
}

function existing(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function typeOf(path: string): string {
  if (path.endsWith(".js")) return "text/javascript;charset=utf-8";
  return "text/html;charset=utf-8";
}
