import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inTurns } from "../../src/editor/in-turns.ts";

let now = 0;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("does little at once, and much in its order with pauses between", () => {
  const done: number[] = [];
  const costly = (i: number) => () => {
    now += 5;
    done.push(i);
  };
  for (let i = 0; i < 6; i++) inTurns(costly(i));
  // The second passes the limit; what comes after waits, also what would be short.
  expect(done).toEqual([0, 1]);
  inTurns(() => done.push(6));
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([0, 1, 2, 3]);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it("does what is asked later at once again", () => {
  const done: string[] = [];
  inTurns(() => done.push("a"));
  vi.runAllTimers();
  inTurns(() => done.push("b"));
  expect(done).toEqual(["a", "b"]);
});
