import { describe, expect, it } from "vitest";
import { encode } from "../../src/sandbox/bytes/index.ts";
import type { CodeMessage } from "../../src/sandbox/keeper.ts";
import { createInbox, createRun, type Run } from "../../src/sandbox/run.ts";

const job = { body: "", values: {}, deadline: null };
const said = (type: "done" | "value", value: unknown): CodeMessage => ({
  ...{ type, run: 1 },
  outcome: { kind: "bytes", bytes: encode(value) },
});
const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

function open() {
  const told: unknown[] = [];
  const run: Run = createRun(1, job, {
    resolve: (outcome) => told.push(["resolved", outcome]),
    reject: (error) => told.push(["rejected", (error as Error).message]),
    onValue: (outcome) => told.push(["value", outcome]),
    onSettled: () => told.push("settled"),
  });
  let isCurrent = true;
  const take = createInbox({
    onFault: ({ message }) => told.push(["fault", message]),
    onStopped: () => told.push("stopped"),
  });
  return {
    run,
    told,
    supersede: () => (isCurrent = false),
    say: (message: CodeMessage) => take(message, run, () => isCurrent),
  };
}
const fault = (message: string, isStopped = false): CodeMessage => ({
  ...{ type: "fault", run: 1, message, line: 1, column: 1, isStopped },
});
const value = (of: unknown) => ({ kind: "value", value: of });

describe("a run of a sandbox", () => {
  it("is settled once; an error after that is told as one, and a value as a later value", async () => {
    const { run, told, say } = open();
    say(said("done", 1));
    await rest();
    say(fault("late"));
    // As of a frame that was moved in the page.
    say(said("done", 2));
    await rest();
    run.reject(new Error("superseded"));
    expect(told).toEqual([
      "settled",
      ["resolved", value(1)],
      ["fault", "late"],
      ["value", value(2)],
    ]);
  });

  it("fails with the error of its code, and is stopped where a guard stopped it", () => {
    const { told, say, run } = open();
    say(fault("runaway", true));
    expect([told, run.isSettled]).toEqual([["stopped"], false]);
    say(fault("no"));
    expect(told.slice(1)).toEqual(["settled", ["rejected", "no"]]);
  });

  it("leaves values that are old by the time they could be read, but never its outcome", async () => {
    const { told, say } = open();
    say(said("done", 1));
    for (const of of [2, 3, 4]) say(said("value", of));
    await rest();
    expect(told.slice(1)).toEqual([
      ["resolved", value(1)],
      ["value", value(4)],
    ]);
  });

  it("tells nothing of a run that another has taken the place of", async () => {
    const { told, say, supersede } = open();
    say(said("done", 1));
    supersede();
    await rest();
    expect(told).toEqual([]);
  });

  it("keeps in the cell what cannot be read", async () => {
    const { told, say } = open();
    say({
      type: "done",
      run: 1,
      outcome: { kind: "bytes", bytes: new Uint8Array([255, 255]).buffer },
    });
    await rest();
    expect(told.at(-1)).toEqual(["resolved", { kind: "kept", what: "other" }]);
  });
});
