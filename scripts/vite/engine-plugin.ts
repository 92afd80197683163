import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "vite";

const virtual = "virtual:fadu-engine";
const resolved = `\0${virtual}`;

/** One of the engine's two files as the page gets it. */
interface Asset {
  /** Ends so that no host recognises a gzip file and adds `Content-Encoding`. */
  readonly fileName: string;
  readonly type: string;
  readonly source: Buffer;
}

interface Assets {
  readonly worker: Asset;
  readonly wasm: Asset;
}

/**
 * Ships the engine: `virtual:fadu-engine` exports `workerUrl`, `wasmUrl` (absolute, right under
 * any sub-path, in the build and in the development server) and `wasmBytes`. The module goes out
 * gzipped, as some hosts do not compress and some refuse files over 25 MiB (it is 34 MB raw).
 */
export function engineAssets({ cache = ".cache" }: { cache?: string } = {}): Plugin {
  let serving = false;
  let base = "/";
  let assets: Promise<Assets> | undefined;
  const load = (): Promise<Assets> => (assets ??= readAssets(cache));
  return {
    name: "fadu-engine",
    configResolved(config) {
      serving = config.command === "serve";
      base = config.base;
    },
    resolveId: (id) => (id === virtual ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { worker, wasm } = await load();
      const url = (asset: Asset): string => {
        if (serving)
          return `new URL(${JSON.stringify(devPath(base, asset))}, location.origin).href`;
        const { fileName, source } = asset;
        return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", fileName: `assets/${fileName}`, source })}`;
      };
      return [
        `export const workerUrl = ${url(worker)};`,
        `export const wasmUrl = ${url(wasm)};`,
        `export const wasmBytes = ${wasm.source.length};`,
      ].join("\n");
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        if (!path.includes("/@fadu-engine/")) return next();
        const { worker, wasm } = await load();
        const asset = [worker, wasm].find(({ fileName }) => path.endsWith(`/${fileName}`));
        if (asset === undefined) return next();
        send(response, asset);
      });
    },
  };
}

function devPath(base: string, { fileName }: Asset): string {
  return `${base.startsWith("/") ? base : "/"}@fadu-engine/${fileName}`;
}

function send(response: ServerResponse, { type, source }: Asset): void {
  response.setHeader("content-type", type);
  response.setHeader("cache-control", "max-age=31536000, immutable");
  response.end(source);
}

async function readAssets(cache: string): Promise<Assets> {
  const { resolve } = createRequire(import.meta.url);
  const dist = (name: string) => readFile(resolve(`@duckdb/duckdb-wasm/dist/${name}`));
  const worker = withoutSourceMap(await dist("duckdb-browser-eh.worker.js"));
  const module = await dist("duckdb-eh.wasm");
  return {
    worker: {
      fileName: `duckdb-eh-${hash(worker)}.worker.js`,
      type: "text/javascript",
      source: worker,
    },
    wasm: {
      fileName: `duckdb-eh-${hash(module)}.wasm.gz.bin`,
      type: "application/octet-stream",
      source: await gzipped(module, cache),
    },
  };
}

/** The map is not shipped: a browser with its tools open would ask for it in vain. */
function withoutSourceMap(script: Buffer): Buffer {
  return Buffer.from(script.toString("utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

/** Compresses once for each content (it takes seconds); later builds read `cache`. */
async function gzipped(bytes: Buffer, cache: string): Promise<Buffer> {
  const path = join(cache, `duckdb-eh-${hash(bytes)}.wasm.gz`);
  try {
    return await readFile(path);
  } catch {
    const result = await promisify(gzip)(bytes, { level: 9 });
    await mkdir(cache, { recursive: true });
    // Whoever else builds at this moment must not read half a file.
    await writeFile(`${path}.${process.pid}`, result);
    await rename(`${path}.${process.pid}`, path);
    return result;
  }
}
