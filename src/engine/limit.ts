import { QueryError } from "./connector.ts";

/** A statement's time: it runs from its turn on, not while others keep it waiting. */
export interface Limit {
  /** Aborts when the caller gives up or the time is over. */
  readonly signal: AbortSignal | undefined;
  /** As `work`, on the clock. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

/** @param deadline in ms; null for ever */
export function limited(
  sql: string,
  deadline: number | null,
  signal: AbortSignal | undefined,
): Limit {
  if (deadline === null) return { signal, during: (work) => work() };
  const over = new AbortController();
  return {
    signal: signal ? AbortSignal.any([signal, over.signal]) : over.signal,
    async during(work) {
      const message = `the statement ran for more than ${deadline} ms`;
      const timer = setTimeout(
        () => over.abort(new QueryError(message, sql, { limit: "deadline" })),
        deadline,
      );
      try {
        return await work();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
