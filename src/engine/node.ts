import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { tableFromIPC } from "apache-arrow";
import type { Connection, Driver } from "./connection.ts";
import { createFuse } from "./fuse.ts";
import type { Fetch } from "./manifest.ts";
import { openSession } from "./session.ts";
import { openConfig } from "./settings.ts";

/**
 * The page's engine in Node, for the build and for tests: same module, same lockdown, same
 * binding. Statements block, so a signal only counts before one starts.
 */
export async function openNode(): Promise<Connection> {
  const { resolve } = createRequire(import.meta.url);
  const bundle = (name: string) => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: resolve(`@duckdb/duckdb-wasm/dist/duckdb-node-${name}.worker.cjs`),
  });
  const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
  const db = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open(openConfig);
  const connection = db.connect();
  const driver: Driver = {
    check: async (sql) => connection.prepare(sql).close(),
    // Its own `query` reads with a second copy of Arrow.
    run: async (sql) =>
      connection.useUnsafe((bindings, id) => tableFromIPC(bindings.runQuery(id, sql))),
    insert: async (name, stream) =>
      connection.insertArrowFromIPCStream(stream, { name, create: false }),
    close: async () => connection.close(),
  };
  return openSession(driver, createFuse());
}

/** `fetch` over the file system, for the loader in Node: URLs are paths. */
export const fileFetch: Fetch = async (path) => {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(path);
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    return { ok: true, status: 200, arrayBuffer: async () => bytes };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    return { ok: false, status: 404, arrayBuffer: async () => new ArrayBuffer() };
  }
};
