import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGuard, guardName as frameName, unguarded } from "../../src/sandbox/worker/guard.ts";
import { readFrameMessage } from "../../src/sandbox/protocol.ts";
import { createWatch } from "../../src/sandbox/watch.ts";
import { guardName } from "../../src/notebook/javascript/names.ts";

describe("a message of the sandbox", () => {
  const good = [
    { type: "ready", version: 2 },
    { type: "flood" },
    { type: "pong", ping: 3 },
    { type: "done", run: 1, outcome: { kind: "bytes", bytes: new ArrayBuffer(8) } },
    { type: "value", run: 1, outcome: { kind: "kept", what: "element" } },
    { type: "fault", run: 2, message: "x", line: 1, column: 2, isStopped: false },
    { type: "size", width: 300, height: 200.5 },
  ];

  it.each(good)("is read: %j", (message) => {
    expect(readFrameMessage(message)?.type).toBe(message.type);
  });

  it.each([
    [{ type: "ready", version: 1 }],
    [{ type: "done", run: 1, outcome: { kind: "value", value: 1 } }],
    [{ type: "done", run: 1, outcome: { kind: "bytes", bytes: [1] } }],
    [{ type: "done", run: 1, outcome: { kind: "bytes", bytes: new ArrayBuffer(33e6) } }],
    [{ type: "pong", ping: -1 }],
    [{ type: "done", run: 0.5, outcome: { kind: "bytes", bytes: new ArrayBuffer(1) } }],
    [{ type: "done", run: 1, outcome: { kind: "kept", what: "secret" } }],
    [{ type: "size", width: Infinity, height: 1 }],
    [{ type: "size", width: "1", height: 1 }],
    [["ready"]],
    ["ready"],
    [null],
  ])("is nothing where it does not fit: %j", (message) => {
    expect(readFrameMessage(message)).toBeNull();
  });

  it("is clamped: no frame is taller than any page, no text longer than anybody reads", () => {
    expect(readFrameMessage({ type: "size", width: 1, height: 1e12 })).toMatchObject({
      height: 100_000,
    });
    const long = readFrameMessage({ type: "fault", run: 1, message: "x".repeat(1e6) });
    expect(long).toMatchObject({ message: "x".repeat(2000), line: null });
  });

  it("never throws and never gives a field of another kind, whatever comes", () => {
    const value = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withTypedArray: true }),
      fc.nat(),
      fc.string(),
    );
    const message = fc.oneof(
      fc.anything(),
      fc.record(
        {
          type: fc.constantFrom("ready", "pong", "done", "value", "fault", "size", "run"),
          version: value,
          ping: value,
          run: value,
          width: value,
          height: value,
          message: value,
          line: value,
          column: value,
          isStopped: value,
          outcome: fc.oneof(
            value,
            fc.record({ kind: fc.constantFrom("bytes", "kept"), bytes: value, what: value }),
          ),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(message, (data) => {
        const read = readFrameMessage(data);
        if (read === null) return;
        if (read.type === "size") expect(read.width + read.height).toBeLessThanOrEqual(200_000);
        if (read.type === "fault") expect(typeof read.message).toBe("string");
        if ("run" in read) expect(Number.isSafeInteger(read.run)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the watch over a sandbox", () => {
  const passes = (watch: ReturnType<typeof createWatch>, n: number) => {
    for (let i = 0; i < n - 1; i++) expect(watch.pass()).toBeNull();
    return watch.pass();
  };
  const opened = (deadline: number | null = null) => {
    const watch = createWatch();
    watch.opened();
    watch.started(deadline);
    return watch;
  };

  it("gives up what does not answer for 5 seconds, whether it runs or not", () => {
    const watch = opened();
    watch.finished();
    watch.asked();
    expect(passes(watch, 11)).toBe("busy");
  });

  it("gives up what does not finish in 30 seconds though it answers", () => {
    expect(passes(opened(), 61)).toBe("long");
  });

  it("lets a cell say how long it may take, and be silent", () => {
    const watch = opened(10);
    watch.asked();
    expect(passes(watch, 21)).toBe("busy");
  });

  it("offers to stop after one second, as long as something runs", () => {
    const watch = opened();
    expect([watch.isSlow(), passes(watch, 2), watch.isSlow()]).toEqual([false, null, true]);
    watch.finished();
    expect(watch.isSlow()).toBe(false);
  });

  it("waits 20 seconds for the frame's file", () => {
    expect(passes(createWatch(), 41)).toBe("load");
  });

  it("forgives what has answered", () => {
    const watch = opened();
    for (let i = 0; i < 5; i++) {
      watch.asked();
      expect(passes(watch, 9)).toBeNull();
      watch.answered();
    }
  });
});

describe("the guard in the code", () => {
  it("has the name that the compiler writes", () => {
    expect(frameName).toBe(guardName);
  });

  it("stops what does not pause, and whatever comes after it", () => {
    let time = 0;
    let pause = () => {};
    const guard = createGuard({
      limit: 100,
      now: () => time,
      afterPause: (then) => (pause = then),
    });
    const work = () => {
      for (let i = 0; i < 200; i++) guard();
    };
    for (const turn of [1, 2, 3, 4]) {
      work();
      time += 60;
      work();
      pause();
      time += turn;
    }
    work();
    time += 101;
    expect(work).toThrow("stopped");
    pause();
    expect(guard).toThrow("stopped");
  });

  it("looks at the clock at each turn where turns are slow", () => {
    let [time, turns] = [0, 0];
    const guard = createGuard({ limit: 1000, now: () => time, afterPause: () => {} });
    expect(() => {
      for (; turns < 1000; turns++) {
        time += 100;
        guard();
      }
    }).toThrow("stopped");
    expect(turns).toBeLessThan(14);
  });

  it("is no part of a function's text", () => {
    expect(unguarded("(d) => (__fadu_guard(),d.x)")).toBe("(d) => (d.x)");
    expect(unguarded("function f() {__fadu_guard(); return 1 }")).toBe("function f() { return 1 }");
  });
});
