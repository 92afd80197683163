import type { Column, Connection } from "./connection.ts";
import type { Definition } from "./definitions.ts";
import { fetchFile, type FetchOptions } from "./download.ts";
import { EngineError } from "./error.ts";
import { identifier } from "./identifier.ts";
import type { Manifest, TableEntry } from "./manifest.ts";
import type { Row } from "./rows.ts";

export interface LoadedTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The same rows as an Arrow IPC stream. */
  readonly stream: Uint8Array;
}

export interface LoadOptions extends FetchOptions {
  /** Bytes of the tables that have arrived and been checked. */
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

/**
 * Every table of the manifest, in its order: fetched, checked (size, SHA-256, row count: damaged
 * files often read without an error and give other numbers), decoded. A table's address holds its
 * hash, so that no cache gives that of another build. Rejects with an EngineError that names the
 * file and what was expected and found; no table is used then.
 */
export async function loadTables(
  manifest: Manifest,
  base: string,
  options: LoadOptions = {},
): Promise<LoadedTable[]> {
  const total = manifest.tables.reduce((sum, { arrow }) => sum + arrow.bytes, 0);
  let loaded = 0;
  return Promise.all(
    manifest.tables.map(async (entry) => {
      const table = await loadTable(entry, base, options);
      options.onProgress?.({ loaded: (loaded += entry.arrow.bytes), total });
      return table;
    }),
  );
}

async function loadTable(
  entry: TableEntry,
  base: string,
  options: FetchOptions,
): Promise<LoadedTable> {
  const { name, columns, arrow } = entry;
  const { file, sha256 } = arrow;
  const version = sha256.slice(0, 12);
  const [first, { hash, readArrow }] = await Promise.all([
    fetchFile(base, file, options, { version }),
    import("./arrow.ts"),
  ]);
  const isAnnounced = first.byteLength === arrow.bytes && hash(first) === sha256;
  // Some cache on the way may have kept what was wrong once; that must not be for ever.
  const bytes = isAnnounced
    ? first
    : await fetchFile(base, file, options, { version, isFresh: true });
  expect("hash_mismatch", file, "bytes", arrow.bytes, bytes.byteLength);
  expect("hash_mismatch", file, "SHA-256", sha256, hash(bytes));
  const stream = new Uint8Array(bytes);
  const rows = readArrow(stream, columns);
  expect("row_count", file, "rows", entry.rows, rows.length);
  return { name, columns, rows, stream };
}

/**
 * Inserts the tables, replacing those of the same name, and counts what arrived. `definitions` are
 * made known; a statement that reads one has it created.
 */
export async function insertTables(
  connection: Connection,
  tables: readonly LoadedTable[],
  { definitions }: { readonly definitions?: readonly Definition[] } = {},
): Promise<void> {
  for (const { name, columns, rows, stream } of tables) {
    // The engine empties what it is given, and an engine that dies needs the tables again.
    await connection.insertArrow(name, columns, stream.slice());
    const counted = await connection.query(`SELECT count(*) AS n FROM ${identifier(name)}`);
    expect("row_count", name, "rows", rows.length, Number(counted.getChild("n")?.get(0)));
  }
  if (definitions) await connection.define(definitions);
}

function expect<T extends string | number>(
  code: "hash_mismatch" | "row_count",
  file: string,
  what: string,
  expected: T,
  found: T,
): void {
  if (expected === found) return;
  throw new EngineError(code, `invalid ${file}: expected ${what} ${expected}, found ${found}`);
}
