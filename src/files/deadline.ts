/**
 * How long a reader may go on without getting further, in ms. It starts anew with each step, so a
 * large file has the time that it needs, and one that holds its reader for ever is let go.
 */
export const patience = 6_000;

/** The reader's code must come first, perhaps over a slow network. */
export const patienceForCode = 60_000;

/** A step is a thousandth of the file: a reader that creeps is held as well. */
const steps = 1_000;
const tick = 250;

/** Counts while somebody waits. A machine that slept, or a page in the background, counts once. */
export interface Deadline {
  /** The reader's code is there: from now on it is the file that takes time. */
  begin(): void;
  /** So many bytes have been read. */
  reach(bytes: number): void;
  /** The reader did something else that one waited for. */
  renew(): void;
  /** Resolves as `answer`; `pass` is called where that takes too long. */
  during(answer: Promise<void>, pass: () => void): Promise<void>;
}

export function createDeadline(size: number, most = patience): Deadline {
  let [left, farthest] = [Math.max(most, patienceForCode), 0];
  const renew = (): void => void (left = most);
  return {
    begin: renew,
    renew,
    reach(bytes) {
      // Fewer than before: another pass over the file has begun.
      if (bytes >= farthest && bytes < farthest + size / steps) return;
      farthest = bytes;
      renew();
    },
    async during(answer, pass) {
      if (left <= 0) return pass();
      let since = performance.now();
      const pay = (): void => {
        const now = performance.now();
        left -= Math.min(now - since, 2 * tick);
        since = now;
      };
      const timer = setInterval(() => {
        pay();
        if (left > 0) return;
        clearInterval(timer);
        pass();
      }, tick);
      await answer.finally(() => clearInterval(timer));
      pay();
    },
  };
}
