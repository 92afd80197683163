/** What waits to be written, one a key, so that a burst of keystrokes becomes few writes. */
export interface Pending<T, R> {
  /** Resolves when this value, or a later one of the key, is written. */
  put(key: string, value: T): Promise<R>;
  /** Writes at once what waits; resolves when nothing is under way any more. */
  flush(key?: string): Promise<void>;
}

interface Waiting<T, R> {
  value: T;
  readonly done: PromiseWithResolvers<R>;
}

/**
 * The first value of a burst is written at once, the following ones at most every `delay` ms, so
 * that never more than the last `delay` ms are unwritten.
 * @param write must not reject
 * @param merge what is written instead of a value that waits and the next one
 */
export function createPending<T, R>(
  write: (key: string, value: T) => Promise<R>,
  delay: number,
  merge: (before: T, next: T) => T,
): Pending<T, R> {
  const waiting = new Map<string, Waiting<T, R>>();
  const running = new Map<string, Promise<unknown>>();
  const resting = new Set<string>();

  const start = (key: string) => {
    const entry = waiting.get(key);
    if (!entry || running.has(key)) return;
    waiting.delete(key);
    resting.add(key);
    setTimeout(() => {
      resting.delete(key);
      start(key);
    }, delay);
    const written = write(key, entry.value).then(entry.done.resolve, entry.done.reject);
    running.set(key, written);
    void written.then(() => {
      running.delete(key);
      if (!resting.has(key)) start(key);
    });
  };

  return {
    put(key, value) {
      const before = waiting.get(key);
      if (before) {
        before.value = merge(before.value, value);
        return before.done.promise;
      }
      const entry: Waiting<T, R> = { value, done: withResolvers<R>() };
      waiting.set(key, entry);
      if (!resting.has(key)) start(key);
      return entry.done.promise;
    },
    async flush(key) {
      const keys = () => (key === undefined ? [...waiting.keys(), ...running.keys()] : [key]);
      for (const one of new Set(keys())) {
        start(one);
        while (running.has(one)) {
          await running.get(one);
          start(one);
        }
      }
    },
  };
}

interface PromiseWithResolvers<R> {
  readonly promise: Promise<R>;
  readonly resolve: (value: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<R>(): PromiseWithResolvers<R> {
  let resolve: (value: R) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<R>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
