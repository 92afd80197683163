import type { AddOptions, Connection, TableSource } from "./connection.ts";
import type { Connector } from "./connector.ts";
import type { OpenOptions, Progress } from "./duckdb.ts";
import { EngineError, engineError } from "./error.ts";
import { createShelf, type KeptTable } from "./shelf.ts";
import { abortable } from "./queue.ts";
import { watchStall } from "./stall.ts";

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
  const { onState = () => {}, restarts = 3 } = options;
  const closing = new AbortController();
  let state: EngineState = "idle";
  let current: Promise<Connection> | null = null;
  let live: Connection | null = null;
  let deaths = 0;
  const shelf = createShelf();

  const enter = (next: EngineState, error: EngineError | null = null): void => {
    state = next;
    onState(next, error);
  };
  const fail = (error: EngineError): EngineError => {
    live = null;
    if (!closing.signal.aborted) enter("failed", error);
    return error;
  };
  const launch = async (): Promise<Connection> => {
    enter("loading");
    for (;;)
      try {
        const connection = await launchOnce(
          {
            ...options,
            load: async (fresh, rewind) => {
              await options.load(fresh, rewind);
              await shelf.addAll(fresh, { onProgress: rewind });
            },
          },
          closing.signal,
        );
        live = connection;
        enter("ready");
        void connection.died.then((error) => revive(connection, error));
        return connection;
      } catch (cause) {
        const error = engineError(cause, "unreachable");
        if (error.code !== "crashed" || !mayRestart()) throw fail(error);
      }
  };
  const mayRestart = (): boolean => ++deaths <= restarts;
  const begin = (launched: Promise<Connection>): Promise<Connection> => {
    // Whoever waits hears of a failure; with nobody waiting, the state tells.
    launched.catch(() => {});
    return (current = launched);
  };
  const revive = (dead: Connection, error: EngineError): void => {
    if (live !== dead || closing.signal.aborted) return;
    live = null;
    begin(mayRestart() ? launch() : Promise.reject(fail(error)));
  };
  const ready = (): Promise<Connection> => {
    closing.signal.throwIfAborted();
    return current ?? begin(launch());
  };

  /** Runs on a living engine; again on the next where this one dies of something else. */
  const running = async <T>(
    work: (connection: Connection) => Promise<T>,
    {
      signal,
      tries = QUERY_TRIES,
    }: { readonly signal?: AbortSignal | undefined; readonly tries?: number },
  ): Promise<T> => {
    for (let left = tries - 1; ; left--) {
      signal?.throwIfAborted();
      const connection = await abortable(abortable(ready(), closing.signal), signal);
      try {
        const answer = await work(connection);
        deaths = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== "crashed") throw error;
        revive(connection, error);
        if (left <= 0 || !error.retriable) throw error;
      }
    }
  };

  return {
    get state() {
      return state;
    },
    tables: () => shelf.tables(),
    addTable: (table, addOptions = {}) =>
      shelf.add(table, (source) =>
        running((connection) => connection.addTable(source(), addOptions), {
          ...addOptions,
          tries: TABLE_TRIES,
        }),
      ),
    async dropTable(name) {
      shelf.remove(name);
      await running((connection) => connection.dropTable(name), {});
    },
    async start() {
      if (state === "failed") {
        deaths = 0;
        current = null;
      }
      await ready();
    },
    query: (sql, parameters, queryOptions = {}) =>
      running((connection) => connection.query(sql, parameters, queryOptions), queryOptions),
    async close() {
      closing.abort(new EngineError("closed", "the engine was closed"));
      const connection = live;
      live = null;
      await connection?.close();
    },
  };
}

/** Opens and fills one engine. Ends it where that fails, is aborted or makes no progress. */
async function launchOnce(
  { open, load, onProgress, deadline = 60_000 }: EngineOptions,
  closing: AbortSignal,
): Promise<Connection> {
  const message = `starting made no progress for ${deadline} ms`;
  const { signal: stalled, rewind, stop } = watchStall(deadline, "timeout", message);
  const signal = AbortSignal.any([stalled, closing]);
  const opened = open({
    signal,
    onProgress: (progress) => {
      rewind();
      onProgress?.(progress);
    },
  });
  try {
    const connection = await abortable(opened, signal);
    rewind();
    await abortable(load(connection, rewind), signal);
    return connection;
  } catch (cause) {
    opened.then((connection) => connection.close()).catch(() => {});
    throw cause;
  } finally {
    stop();
  }
}
