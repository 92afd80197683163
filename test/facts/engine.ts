import { createRequire } from "node:module";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import type { Column } from "../../src/facts/index.ts";
import { columnsOf, tableNames, tablesOf, viewStatements } from "../../src/facts/index.ts";
import type { Dataset } from "../../src/facts/index.ts";

export type Row = Readonly<Record<string, unknown>>;

/**
 * The page's engine with the tables of a data set and the views on them. The page's session lets
 * nobody create a view, so this opens the module itself, as the loader does.
 */
export async function openViews(dataset: Dataset): Promise<(sql: string) => Row[]> {
  const { resolve } = createRequire(import.meta.url);
  const bundle = (name: string) => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: resolve(`@duckdb/duckdb-wasm/dist/duckdb-node-${name}.worker.cjs`),
  });
  const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
  const db = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({ path: ":memory:" });
  const connection = db.connect();
  // As on the page: nothing may be loaded from outside.
  connection.query("SET autoload_known_extensions = false");
  connection.query("SET autoinstall_known_extensions = false");
  connection.query("SET enable_external_access = false");
  const tables = tablesOf(dataset);
  for (const name of tableNames) {
    const columns = columnsOf(name);
    connection.query(`CREATE TABLE ${name} (${columns.map(declared).join(", ")})`);
    const rows: readonly object[] = tables[name];
    const lines = rows.map((row) => `(${Object.values(pick(row, columns)).map(sql).join(", ")})`);
    if (lines.length > 0) connection.query(`INSERT INTO ${name} VALUES ${lines.join(",\n")}`);
  }
  for (const statement of viewStatements) connection.query(statement);
  return (text) => connection.query(text).toArray().map(plain);
}

function declared({ name, type }: Column): string {
  return `${name} ${type}`;
}

function pick(row: object, columns: readonly Column[]): Record<string, unknown> {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(columns.map(({ name }) => [name, values.get(name) ?? null]));
}

function sql(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A row of Arrow as plain values; lists become arrays. */
function plain(row: { toJSON(): Record<string, unknown> }): Row {
  return Object.fromEntries(
    Object.entries(row.toJSON()).map(([name, value]) => [name, plainValue(value)]),
  );
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return isIterable(value) ? [...value] : value;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
