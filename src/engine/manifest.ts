import { columnTypes } from "./column-type.ts";
import type { Column } from "./connection.ts";
import { fetchFile, type FetchOptions } from "./download.ts";
import { EngineError, messageOf } from "./error.ts";

/** What `npm run data` wrote: the tables and how to know that they arrived whole. */
export interface Manifest {
  readonly version: 1;
  readonly tables: readonly TableEntry[];
}

/** A table; its own file, bytes and hash are those of its Parquet file. */
export interface TableEntry extends FileEntry {
  readonly name: string;
  /** The same rows as JSON. */
  readonly json: string;
  readonly rows: number;
  /** The same rows as an Arrow IPC stream, as the engine takes them: what a page loads. */
  readonly arrow: FileEntry;
  readonly columns: readonly Column[];
}

/** A file beside the manifest. */
export interface FileEntry {
  readonly file: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** `manifest.json` below `base`. Rejects with an EngineError that names the file. */
export async function loadManifest(base: string, options: FetchOptions = {}): Promise<Manifest> {
  const file = "manifest.json";
  const bytes = await fetchFile(base, file, options);
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new EngineError("hash_mismatch", `invalid ${file}: ${messageOf(cause)}`, { cause });
  }
}

/** Throws with the first fault; a manifest is ours, so one is enough. */
export function parseManifest(value: unknown): Manifest {
  const manifest = record(value, "manifest");
  if (manifest["version"] !== 1)
    throw new Error(`unsupported version: ${String(manifest["version"])}`);
  if (!Array.isArray(manifest["tables"])) throw new Error("missing tables");
  return { version: 1, tables: manifest["tables"].map(parseTable) };
}

function parseTable(value: unknown): TableEntry {
  const table = record(value, "table");
  if (!Array.isArray(table["columns"])) throw new Error("missing columns");
  return {
    name: text(table, "name"),
    ...parseFile(table),
    json: text(table, "json", fileName),
    rows: count(table, "rows"),
    arrow: parseFile(record(table["arrow"], "arrow")),
    columns: table["columns"].map(parseColumn),
  };
}

/** A name beside the manifest: no folder, no other host. */
const fileName = /^[\w-][\w.-]*$/;

function parseFile(entry: Record<string, unknown>): FileEntry {
  return {
    file: text(entry, "file", fileName),
    bytes: count(entry, "bytes"),
    sha256: text(entry, "sha256", /^[0-9a-f]{64}$/),
  };
}

function parseColumn(value: unknown): Column {
  const column = record(value, "column");
  const type = columnTypes.find((known) => known === column["type"]);
  if (type === undefined) throw new Error(`unsupported column type: ${String(column["type"])}`);
  return { name: text(column, "name"), type };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error(`invalid ${what}: ${value}`);
  return value as Record<string, unknown>;
}

function text(object: Record<string, unknown>, key: string, pattern = /./s): string {
  const value = object[key];
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new Error(`invalid ${key}: ${String(value)}`);
}

function count(object: Record<string, unknown>, key: string): number {
  const value = object[key];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`invalid ${key}: ${String(value)}`);
}
