import type { ColumnType } from "./column-type.ts";
import type { Connector } from "./connector.ts";
import type { Definition } from "./definitions.ts";
import type { EngineError } from "./error.ts";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** A table of the reader's own, on its way in. */
export interface TableSource {
  /** Taken by no table of ours, in no case: `Facts` is refused as `facts` is. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whole Arrow IPC streams, each with the columns in their order; each buffer is given away. */
  readonly stream: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface AddOptions {
  /** Aborting stops before the next chunk; the table then is as it was before. */
  readonly signal?: AbortSignal | undefined;
  /** Chunks and bytes that are in. */
  readonly onProgress?: ((progress: { chunks: number; bytes: number }) => void) | undefined;
}

/** An open engine: reads for everyone, inserts for our loader. */
export interface Connection extends Connector {
  /**
   * Creates a table (replacing one of the same name) and fills it from an Arrow IPC stream whose
   * columns stand in the same order. The buffer is given away: it is empty afterwards.
   */
  insertArrow(table: string, columns: readonly Column[], stream: Uint8Array): Promise<void>;
  /**
   * Adds a table of the reader's own, chunk by chunk, with queries in between; it shows when it is
   * whole and then replaces one of the same name. Resolves with its rows. Rejects with `refused`
   * for a name that is ours.
   */
  addTable(table: TableSource, options?: AddOptions): Promise<number>;
  /** Drops a table of the reader's own; one that is not there is none to drop. */
  dropTable(name: string): Promise<void>;
  /**
   * Makes names known that are created when a statement first reads one, and dropped when a table
   * is inserted, so that they never tell of data that are gone. Replaces those defined before.
   */
  define(definitions: readonly Definition[]): Promise<void>;
  /** Resolves when the engine dies by itself; never after `close()`. */
  readonly died: Promise<EngineError>;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears what will come before the rows do; the run ends with what it throws. */
  readonly onSchema?: ((schema: import("apache-arrow").Schema) => void) | undefined;
}

/** What a platform has to offer for `openSession`; calls come one at a time. */
export interface Driver {
  /** Parses and plans one statement without running it; rejects for more than one. */
  check(sql: string): Promise<void>;
  /** Runs; where it can it stops soon after the signal aborts, else the signal is ignored. */
  run(sql: string, options?: RunOptions): Promise<import("apache-arrow").Table>;
  /** Appends an Arrow IPC stream to a table that exists. */
  insert(table: string, stream: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
