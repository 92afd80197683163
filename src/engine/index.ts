/**
 * SQL in, Arrow out. Light: DuckDB and Arrow are imported when the engine starts, so a
 * page's first figure never waits for them. Node's engine is `engine/node.ts`.
 */
export { isPlainType, type ColumnType } from "./column-type.ts";
export { resultColumns, type ResultColumn } from "./columns.ts";
export { type Column, type Connection } from "./connection.ts";
export { describe, type ColumnDescription, type TableDescription } from "./describe.ts";
export { QueryError, type Connector, type Parameter } from "./connector.ts";
export type { Definition } from "./definitions.ts";
export { openDuckdb, type DuckdbOptions, type Progress } from "./duckdb.ts";
export { createEngine, type Engine, type EngineOptions, type EngineState } from "./engine.ts";
export { actingFunctions, readingFunctions } from "./functions.ts";
export { identifier, namesOnce } from "./identifier.ts";
export { EngineError, engineErrorCodes } from "./error.ts";
export { insertTables, loadTables, type LoadedTable } from "./loader.ts";
export type { Fetch } from "./download.ts";
export { loadManifest, type FileEntry, type Manifest, type TableEntry } from "./manifest.ts";
export { breather } from "./breathe.ts";
export type { Cells } from "./cells.ts";
export { rowReader, tableCells, toRows, toRowsSoon, type Row, type Value } from "./rows.ts";
export type { KeptTable } from "./shelf.ts";
