import type { Connection } from "./connection.ts";
import type { EngineOptions, EngineState } from "./engine.ts";
import { EngineError, engineError } from "./error.ts";
import { abortable } from "./queue.ts";
import { watchStall } from "./stall.ts";

/** One engine after another: opened and filled when it is asked for, and anew when it has died. */
export interface Life {
  readonly state: EngineState;
  /** The living engine, or the one that is on its way. Rejects with an EngineError. */
  ready(): Promise<Connection>;
  /** Starts, or tries again after a failure. */
  start(): Promise<void>;
  /** An engine has died; told more than once of one, nothing more happens. */
  died(dead: Connection, error: EngineError): void;
  /** An engine that answers has not died in a row. */
  answered(): void;
  close(): Promise<void>;
}

export function createLife(options: EngineOptions): Life {
  const { onState = () => {}, restarts = 3 } = options;
  const closing = new AbortController();
  let state: EngineState = "idle";
  let current: Promise<Connection> | null = null;
  let live: Connection | null = null;
  let deaths = 0;

  const enter = (next: EngineState, error: EngineError | null = null): void => {
    state = next;
    onState(next, error);
  };
  const fail = (error: EngineError): EngineError => {
    live = null;
    if (!closing.signal.aborted) enter("failed", error);
    return error;
  };
  const mayRestart = (): boolean => ++deaths <= restarts;
  const launch = async (): Promise<Connection> => {
    enter("loading");
    for (;;)
      try {
        const connection = await launchOnce(options, closing.signal);
        live = connection;
        enter("ready");
        void connection.died.then((error) => died(connection, error));
        return connection;
      } catch (cause) {
        const error = engineError(cause, "unreachable");
        if (error.code !== "crashed" || !mayRestart()) throw fail(error);
      }
  };
  const begin = (launched: Promise<Connection>): Promise<Connection> => {
    // Whoever waits hears of a failure; with nobody waiting, the state tells.
    launched.catch(() => {});
    return (current = launched);
  };
  const died: Life["died"] = (dead, error) => {
    if (live !== dead || closing.signal.aborted) return;
    live = null;
    begin(mayRestart() ? launch() : Promise.reject(fail(error)));
  };
  const ready = async (): Promise<Connection> => {
    closing.signal.throwIfAborted();
    return abortable(current ?? begin(launch()), closing.signal);
  };

  return {
    get state() {
      return state;
    },
    ready,
    async start() {
      if (state === "failed") {
        deaths = 0;
        current = null;
      }
      await ready();
    },
    died,
    answered: () => void (deaths = 0),
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
