/**
 * SQL in, Arrow out. Light: DuckDB and Arrow are imported when the engine starts, so a
 * page's first figure never waits for them. Node's engine is `engine/node.ts`.
 */
export {
  columnTypes,
  isColumnType,
  isPlainType,
  type ColumnType,
  type PlainType,
} from "./column-type.ts";
export { resultColumns, valueKinds, type ResultColumn, type ValueKind } from "./columns.ts";
export { type AddOptions, type Column, type Connection, type TableSource } from "./connection.ts";
export {
  describe,
  type ColumnDescription,
  type DescribeOptions,
  type TableDescription,
} from "./describe.ts";
export {
  QueryError,
  type Connector,
  type Parameter,
  type QueryLimit,
  type QueryOptions,
} from "./connector.ts";
export type { Definition } from "./definitions.ts";
export { openDuckdb, type DuckdbOptions, type OpenOptions, type Progress } from "./duckdb.ts";
export { createEngine, type Engine, type EngineOptions, type EngineState } from "./engine.ts";
export { actingFunctions, readingFunctions } from "./functions.ts";
export { identifier, namesOnce } from "./identifier.ts";
export { EngineError, engineErrorCodes, type EngineErrorCode } from "./error.ts";
export { insertTables, loadTables, type LoadedTable, type LoadOptions } from "./loader.ts";
export type { Fetch, FetchOptions } from "./download.ts";
export {
  loadManifest,
  parseManifest,
  type FileEntry,
  type Manifest,
  type TableEntry,
} from "./manifest.ts";
export { breather } from "./breathe.ts";
export type { Cells } from "./cells.ts";
export {
  rowReader,
  tableCells,
  toRows,
  toRowsSoon,
  type Row,
  type RowRange,
  type Value,
} from "./rows.ts";
export type { KeptTable } from "./shelf.ts";
