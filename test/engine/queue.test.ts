import { expect, test } from "vitest";
import { EngineError } from "../../src/engine/index.ts";
import { createFuse } from "../../src/engine/fuse.ts";
import { createQueue } from "../../src/engine/queue.ts";

const never = (): Promise<never> => new Promise(() => {});

test("tasks run one after another, also after one that failed", async () => {
  const queue = createQueue();
  const log: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} starts`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const results = await Promise.allSettled([queue.run(task("a", true)), queue.run(task("b"))]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(log).toEqual(["a starts", "a ends", "b starts", "b ends"]);
});

test("an aborted waiting task rejects at once and never starts", async () => {
  const queue = createQueue();
  let finish: (value: string) => void = () => {};
  const running = queue.run(() => new Promise<string>((resolve) => (finish = resolve)));
  const abort = new AbortController();
  let started = false;
  const waiting = queue.run(async () => void (started = true), abort.signal);
  abort.abort(new Error("no longer wanted"));
  await expect(waiting).rejects.toThrow("no longer wanted");
  finish("done");
  expect(await running).toBe("done");
  expect(await queue.run(async () => "next")).toBe("next");
  expect(started).toBe(false);
});

test("a blown fuse rejects what waits and what comes, with the first error", async () => {
  const fuse = createFuse();
  const waiting = fuse.guard(never);
  const finished = fuse.guard(async () => "done");
  expect(await finished).toBe("done");
  const error = new EngineError("crashed", "first");
  fuse.blow(error);
  fuse.blow(new EngineError("closed", "second"));
  await expect(waiting).rejects.toBe(error);
  await expect(fuse.guard(async () => "late")).rejects.toBe(error);
  expect(await fuse.blown).toBe(error);
});
