/** One task after another; an aborted one leaves the queue. */
export interface Queue {
  /**
   * Runs `task` when all before it have settled. Rejects with the signal's reason as soon as it
   * aborts: a waiting task never starts; the next one still waits for a running one to settle.
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run<T>(task: () => Promise<T>, signal?: AbortSignal) {
      const turn = tail.then(() => {
        signal?.throwIfAborted();
        return task();
      });
      tail = turn.catch(() => {});
      return abortable(turn, signal);
    },
  };
}

/** As `promise`, or rejected with the signal's reason as soon as it aborts. */
export function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
