import type { EngineError } from "./error.ts";

/** Guards work that could wait for ever once what it waits for is dead. */
export interface Fuse {
  /** Settles as the work does, or rejects with the error of `blow`, whichever is first. */
  guard<T>(work: () => Promise<T>): Promise<T>;
  /** Rejects all that is guarded, now and later. Only the first call counts. */
  blow(error: EngineError): void;
  /** Resolves with the error of `blow`. */
  readonly blown: Promise<EngineError>;
}

/** A fuse; a set, not `Promise.race`, so that a long life does not collect reactions. */
export function createFuse(): Fuse {
  const pending = new Set<(error: EngineError) => void>();
  let error: EngineError | null = null;
  let announce: (error: EngineError) => void = () => {};
  const blown = new Promise<EngineError>((resolve) => (announce = resolve));
  return {
    blown,
    guard: <T>(work: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (error !== null) return reject(error);
        pending.add(reject);
        work()
          .then(resolve, reject)
          .finally(() => pending.delete(reject));
      }),
    blow(cause) {
      if (error !== null) return;
      error = cause;
      for (const reject of pending) reject(cause);
      announce(cause);
    },
  };
}
