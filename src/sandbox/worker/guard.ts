/** The name that guarded code calls; `src/notebook/javascript` writes it, a test holds both together. */
export const guardName = "__fadu_guard";

/** Turns of fast loops between two looks at the clock. */
const mostTurns = 64;
/** Milliseconds between two looks above which every turn is looked at. */
const slow = 20;

/** Thrown where code runs without a pause for longer than it may. */
export class RunawayError extends Error {
  override readonly name = "RunawayError";
}

export interface GuardOptions {
  /** Milliseconds without a pause. */
  readonly limit: number;
  /** Milliseconds of a clock that code in the sandbox cannot set. */
  readonly now: () => number;
  /** Calls back when whatever runs now has paused. */
  readonly afterPause: (callback: () => void) => void;
}

/**
 * What guarded code calls at each turn of a loop and at each start of a function: throws once it
 * has run longer than `limit` without a pause, and from then on always.
 */
export function createGuard({ limit, now, afterPause }: GuardOptions): () => void {
  let [turns, step, start, last] = [0, 1, 0, 0];
  let isStopped = false;
  const look = (): void => {
    const time = now();
    if (start === 0) {
      start = last = time;
      afterPause(() => (start = 0));
    }
    if (time - start > limit) isStopped = true;
    step = time - last > slow ? 1 : Math.min(step * 2, mostTurns);
    last = time;
  };
  return () => {
    if (isStopped) throw new RunawayError("stopped");
    if (++turns < step) return;
    turns = 0;
    look();
  };
}

/** A function's text as its author wrote it: Arquero reads it. */
export function unguarded(text: string): string {
  return text.replaceAll(`${guardName}(),`, "").replaceAll(`${guardName}();`, "");
}
