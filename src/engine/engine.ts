import type { AddOptions, Connection, TableSource } from "./connection.ts";
import type { Connector } from "./connector.ts";
import type { OpenOptions, Progress } from "./duckdb.ts";
import { EngineError } from "./error.ts";
import { createLife } from "./life.ts";
import { abortable } from "./queue.ts";
import { createShelf, type KeptTable } from "./shelf.ts";

export type EngineState = "idle" | "loading" | "ready" | "failed";

export interface EngineOptions {
  /** Opens a fresh engine; must end it when the signal aborts. */
  readonly open: (options: OpenOptions) => Promise<Connection>;
  /**
   * Fills a fresh engine with its tables; called again after every restart. What takes long tells
   * of its progress.
   */
  readonly load: (connection: Connection, onProgress: () => void) => Promise<void>;
  /** Called on every change, with the error where it failed. */
  readonly onState?: (state: EngineState, error: EngineError | null) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** How long starting may show no progress, in ms. Default 60000. */
  readonly deadline?: number;
  /** Restarts in a row, with no answer in between, before it gives up. Default 3. */
  readonly restarts?: number;
}

/** A query that has seen two deaths may be their cause. */
const QUERY_TRIES = 2;
/** A table of the reader's is seldom the cause, and lost where nobody tries again. */
const TABLE_TRIES = 10;

/** An engine that starts when it is asked, restarts when it dies, and never waits for ever. */
export interface Engine extends Connector {
  readonly state: EngineState;
  /** Starts, or tries again after a failure. Rejects with an EngineError. */
  start(): Promise<void>;
  /**
   * Adds a table of the reader's own and keeps its bytes, so that a restart adds it again. Resolves
   * with what is kept. Rejects with `refused` for a name that is ours.
   */
  addTable(table: TableSource, options?: AddOptions): Promise<KeptTable>;
  dropTable(name: string): Promise<void>;
  /** The reader's own tables, in the order they were added. */
  tables(): readonly KeptTable[];
}

/**
 * Supervises an engine. A query starts it where nobody has. When the engine dies, it is opened
 * and filled anew and the queries that were running or waiting are run once more: the database
 * lived in the dead engine's memory, so nothing can be done twice. The exception is a statement
 * that trapped the module, which is rejected with `crashed` at once, as is a query that sees a
 * second death. A table of the reader's own outlives more of them: its loss would not be seen.
 */
export function createEngine(options: EngineOptions): Engine {
  const shelf = createShelf();
  const life = createLife({
    ...options,
    async load(fresh, onProgress) {
      await options.load(fresh, onProgress);
      await shelf.addAll(fresh, { onProgress });
    },
  });

  /** Runs on a living engine; again on the next where this one dies of something else. */
  const running = async <T>(
    work: (connection: Connection) => Promise<T>,
    signal?: AbortSignal,
    tries = QUERY_TRIES,
  ): Promise<T> => {
    for (let left = tries - 1; ; left--) {
      signal?.throwIfAborted();
      const connection = await abortable(life.ready(), signal);
      try {
        const answer = await work(connection);
        life.answered();
        return answer;
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== "crashed") throw error;
        life.died(connection, error);
        if (left <= 0 || !error.retriable) throw error;
      }
    }
  };

  return {
    get state() {
      return life.state;
    },
    tables: () => shelf.tables(),
    addTable: (table, adding = {}) =>
      shelf.add(table, (source) =>
        running((connection) => connection.addTable(source(), adding), adding.signal, TABLE_TRIES),
      ),
    async dropTable(name) {
      shelf.remove(name);
      await running((connection) => connection.dropTable(name));
    },
    start: () => life.start(),
    query: (sql, parameters, asking = {}) =>
      running((connection) => connection.query(sql, parameters, asking), asking.signal),
    close: () => life.close(),
  };
}
