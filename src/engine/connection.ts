import type { Connector } from "./connector.ts";
import type { Definition } from "./definitions.ts";
import type { EngineError } from "./error.ts";

/** Types a column may have in a table we insert. */
export const columnTypes = ["VARCHAR", "DOUBLE", "BOOLEAN", "INTEGER"] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** An open engine: reads for everyone, inserts for our loader. */
export interface Connection extends Connector {
  /**
   * Creates a table (replacing one of the same name) and fills it from an Arrow IPC stream whose
   * columns stand in the same order. The buffer is given away: it is empty afterwards.
   */
  insertArrow(table: string, columns: readonly Column[], stream: Uint8Array): Promise<void>;
  /**
   * Makes names known that are created when a statement first reads one, and dropped when a table
   * is inserted, so that they never tell of data that are gone. Replaces those defined before.
   */
  define(definitions: readonly Definition[]): Promise<void>;
  /** Resolves when the engine dies by itself; never after `close()`. */
  readonly died: Promise<EngineError>;
}

/** What a platform has to offer for `openSession`; calls come one at a time. */
export interface Driver {
  /** Parses and plans one statement without running it; rejects for more than one. */
  check(sql: string): Promise<void>;
  /** Runs; where it can it stops soon after the signal aborts, else the signal is ignored. */
  run(sql: string, signal?: AbortSignal): Promise<import("apache-arrow").Table>;
  /** Appends an Arrow IPC stream to a table that exists. */
  insert(table: string, stream: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
