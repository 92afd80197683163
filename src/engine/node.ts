import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  createDuckDB,
  NODE_RUNTIME,
  VoidLogger,
  type DuckDBBindings,
} from "@duckdb/duckdb-wasm/blocking";
import { RecordBatchReader, Table } from "apache-arrow";
import type { Connection, Driver } from "./connection.ts";
import type { Fetch } from "./download.ts";
import { createFuse } from "./fuse.ts";
import { openSession } from "./session.ts";
import { openConfig } from "./settings.ts";

/**
 * The page's engine in Node, for the build and for tests: same module, same lockdown, same
 * binding. Statements block, so a signal only counts before one starts.
 */
export async function openNode(): Promise<Connection> {
  return openSession(await openNodeDriver(), createFuse());
}

/** The engine alone, with nothing of ours around it: for tests of one layer. */
export async function openNodeDriver(): Promise<Driver> {
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
  return {
    check: async (sql) => connection.prepare(sql).close(),
    run: async (sql, { onSchema } = {}) => {
      const table = connection.useUnsafe((bindings, id) => streamed(bindings, id, sql));
      onSchema?.(table.schema);
      return table;
    },
    insert: async (name, stream) =>
      connection.insertArrowFromIPCStream(stream, { name, create: false }),
    close: async () => connection.close(),
  };
}

/**
 * By the path that the page takes: what is lost on it is lost here too. Its own `query` would read
 * with a second copy of Arrow.
 */
function streamed(bindings: DuckDBBindings, id: number, sql: string): Table {
  const chunks: Uint8Array[] = [];
  let chunk = bindings.startPendingQuery(id, sql, true);
  while (chunk === null) chunk = bindings.pollPendingQuery(id);
  while (chunk === null || chunk.length > 0) {
    if (chunk !== null) chunks.push(chunk);
    chunk = bindings.fetchQueryResults(id);
  }
  const reader = RecordBatchReader.from(chunks).open();
  const batches = [...reader];
  return batches.length === 0 ? new Table(reader.schema) : new Table(reader.schema, batches);
}

/** `fetch` over the file system, for the loader in Node: URLs are paths, of any version. */
export const fileFetch: Fetch = async (url) => {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(url.replace(/\?[^?]*$/, ""));
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    return { ok: true, status: 200, arrayBuffer: async () => bytes };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    return { ok: false, status: 404, arrayBuffer: async () => new ArrayBuffer() };
  }
};
