import { expect, test } from "vitest";
import { openReader, type FileWorker } from "../../src/data-files/index.ts";
import type { Answer } from "../../src/data-files/protocol.ts";

/** A worker that says so much of its progress, and no more; `ended` tells whether it was ended. */
function held(answers: (tell: (answer: Answer) => void) => void) {
  const state = { ended: false };
  const spawn = (): FileWorker => {
    let listener: (answer: Answer) => void = () => {};
    return {
      post: () => answers((answer) => listener(answer)),
      listen: (onAnswer) => void (listener = onAnswer),
      end: () => void (state.ended = true),
    };
  };
  return { state, spawn };
}
const file = new File(["x".repeat(100_000)], "a.parquet");
const look = (spawn: () => FileWorker) =>
  openReader(file, { spawn, patience: 500 })
    .inspect()
    .catch((error: unknown) => error);

test("a reader that stands still is ended, and the reader of the page told", async () => {
  const { state, spawn } = held((tell) => setTimeout(() => tell({ kind: "begun" })));
  expect(await look(spawn)).toMatchObject({ name: "FileError", code: "stuck" });
  expect(state.ended).toBe(true);
});

test("a reader that creeps is ended as well, one that goes on is not", async () => {
  for (const [step, code] of [
    [1, "stuck"],
    [5_000, "damaged"],
  ] as const) {
    const { spawn } = held((tell) => {
      let bytes = 0;
      tell({ kind: "begun" });
      const timer = setInterval(() => {
        tell({ kind: "bytes", bytes: (bytes += step) });
        if (bytes < 80_000) return;
        clearInterval(timer);
        tell({ kind: "error", code: "damaged", value: "" });
      }, 100);
    });
    expect(await look(spawn)).toMatchObject({ code });
  }
});
