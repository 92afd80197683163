/** Milliseconds between two looks at a sandbox; time is counted in looks, so that sleep is no silence. */
export const tick = 500;
/** Seconds without an answer, or without a pause, after which a sandbox is closed. */
export const silence = 5;
/** Seconds after which code that has not finished is stopped. */
export const patience = 30;
/** Seconds after which a button to stop is shown. */
export const slow = 1;
/** Seconds for the frame's file to come. */
const loading = 20;
/** Messages between two looks that nobody's reading needs. */
export const mostMessages = 200;

export type Verdict = "busy" | "long" | "load" | null;

/** Counts what a sandbox owes; knows no clock. */
export interface Watch {
  /** One `tick` has passed. */
  pass(): Verdict;
  isSlow(): boolean;
  opened(): void;
  /** @param deadline seconds for both limits; null for the defaults */
  started(deadline: number | null): void;
  finished(): void;
  asked(): void;
  answered(): void;
}

export function createWatch(): Watch {
  const inTicks = (seconds: number) => (seconds * 1000) / tick;
  let [running, silent, opening] = [-1, -1, 0];
  let [mostSilent, mostRunning] = [silence, patience];
  return {
    pass() {
      if (opening >= 0) return ++opening > inTicks(loading) ? "load" : null;
      if (running >= 0) running++;
      if (silent >= 0) silent++;
      if (silent > inTicks(mostSilent)) return "busy";
      if (running <= inTicks(mostRunning)) return null;
      return silent > 1 ? "busy" : "long";
    },
    isSlow: () => running >= inTicks(slow),
    opened: () => (opening = -1),
    started(deadline) {
      [mostSilent, mostRunning] = [deadline ?? silence, deadline ?? patience];
      running = 0;
    },
    finished: () => (running = -1),
    asked: () => (silent = Math.max(silent, 0)),
    answered: () => (silent = -1),
  };
}
