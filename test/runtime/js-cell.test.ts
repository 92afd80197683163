import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SandboxError, CodeError, type Outcome } from "../../src/sandbox/index.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { createConsent, type Sandboxes, type Environment } from "../../src/runtime/index.ts";
import { cell, openFacts, run } from "./world.ts";

let connector: Connection;
beforeAll(async () => {
  connector = await openFacts();
});
afterAll(() => connector.close());

type Code = (
  guard: () => void,
  cells: Readonly<Record<string, unknown>>,
  ...values: unknown[]
) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => Code;

/** Sandboxes without a frame: the code runs here; `runs` lists what ran. */
function fakeSandboxes(fail?: (id: string) => unknown) {
  const runs: string[] = [];
  const values = new Map<string, (outcome: Outcome) => void>();
  const slow = new Map<string, ((isSlow: boolean) => void) | undefined>();
  const sandboxes: Sandboxes = {
    theme: () => "light",
    onTheme: () => () => {},
    open: ({ title, onSlow }) => ({
      element: new JSDOM().window.document.createElement("div"),
      tellSurroundings: () => {},
      close: () => {},
      async run({ body, values: given }, { onValue, signal } = {}) {
        runs.push(title);
        if (onValue) values.set(title, onValue);
        slow.set(title, onSlow);
        const error = fail?.(title);
        if (error) throw error as Error;
        const code = new AsyncFunction("__fadu_guard", "cells", ...Object.keys(given), body);
        const value = await code(() => {}, given, ...Object.values(given));
        if (value === "wait")
          await new Promise((_, no) =>
            signal?.addEventListener("abort", () => no(signal.reason as Error)),
          );
        return typeof value === "function"
          ? { kind: "kept", what: "function" }
          : { kind: "value", value };
      },
    }),
  };
  return { sandboxes, runs, values, slow };
}

function start(text: string, options: Partial<Environment> & { sandboxes: Sandboxes }) {
  return run(text, connector, { showQueries: true, ...options });
}

const fines = cell(
  "sql id=fines",
  "SELECT region_id, value, fact_id FROM facts WHERE scope = 'bureau' ORDER BY value",
);

describe("a JavaScript cell", () => {
  it("reads queries, is read by sql, texts and other code, and keeps the facts of its rows", async () => {
    const { sandboxes } = fakeSandboxes();
    const text =
      fines +
      cell("js id=doubled", "fines.map((d) => ({ ...d, value: d.value * 2, key: d.region_id }))") +
      cell("js id=least", "doubled[0].value") +
      cell("sql id=more", "SELECT count(*) AS n FROM facts WHERE value > ${least}") +
      "\n${doubled.yi.region_id} ${more.n}\n" +
      cell("js id=last", "cells.doubled.length");
    const { settled, textOf, root } = start(text, { sandboxes });
    await settled;
    await vi.waitFor(() => expect(textOf("cell-5")).toContain("2"));
    expect(root.querySelector('[data-cell="doubled"] .js-box')).not.toBeNull();
  });

  it("hands on what an input in it says later", async () => {
    const { sandboxes, values } = fakeSandboxes();
    const text =
      cell("js id=least", "100") +
      cell("sql id=more", "SELECT count(*) AS n FROM facts WHERE value > ${least}") +
      "\n${more.n}\n";
    const { settled, textOf } = start(text, { sandboxes });
    await settled;
    expect(textOf("cell-3")).toBe("3");
    values.get("least")?.({ kind: "value", value: 500 });
    await vi.waitFor(() => expect(textOf("cell-3")).toBe("1"));
  });

  it("says what cannot be read of it, at the cell that reads", async () => {
    const { sandboxes } = fakeSandboxes();
    const text =
      cell("js id=f", "() => 1") +
      cell("js id=g", "f") +
      cell("js id=n", "5") +
      cell("chart id=c data=n", "type: dots") +
      cell("js id=o", "({ a: { b: 1 } })") +
      cell("sql id=q", "SELECT ${o} AS o");
    const { textOf, state } = start(text, { sandboxes });
    await vi.waitFor(() => expect(state("q").status).toBe("failed"));
    await vi.waitFor(() => expect(textOf("g")).toContain("函数留在自己的单元格里"));
    await vi.waitFor(() => expect(textOf("c")).toContain("invalid rows: n"));
    expect(state("q").error?.message).toContain("invalid parameter: o");
  });

  it("tells an error with line and column of the file", async () => {
    const { sandboxes } = fakeSandboxes(() => new CodeError("TypeError: x", 2, 30));
    const { state } = start(cell("js id=j", "const f = (x) => x;\nreturn [1].map((d) => d.a.b)"), {
      sandboxes,
    });
    await vi.waitFor(() => expect(state("j").status).toBe("failed"));
    // Column 30 of the guarded line is column 14 and more of the source's.
    expect(state("j").error).toMatchObject({ message: "TypeError: x", line: 7 });
  });

  it("offers to stop what is slow, and to run again what was stopped", async () => {
    const { sandboxes, slow, runs } = fakeSandboxes();
    const { at, state } = start(cell("js id=j", '"wait"'), { sandboxes });
    await vi.waitFor(() => expect(runs).toEqual(["j"]));
    slow.get("j")?.(true);
    at("j").querySelector<HTMLButtonElement>("[data-action=stop]")?.click();
    await vi.waitFor(() => expect(state("j").status).toBe("stale"));
    at("j").querySelector<HTMLButtonElement>("[data-action=run]")?.click();
    await vi.waitFor(() => expect(runs).toEqual(["j", "j"]));
  });

  it("says in words that it was stopped", async () => {
    const { sandboxes } = fakeSandboxes(() => new SandboxError("busy", 5));
    const { textOf } = start(cell("js id=j", "1"), { sandboxes });
    await vi.waitFor(() => expect(textOf("j")).toMatch(/连续 5 秒没有停顿.*/));
    expect(textOf("j")).toContain("再运行一次");
  });

  it("waits for consent where it is asked for, once for the whole notebook", async () => {
    const { sandboxes, runs } = fakeSandboxes();
    let given = 0;
    const text = cell("js id=a", "1") + cell("js id=b", "a + 1");
    const consent = createConsent({
      grants: [],
      isStranger: true,
      onGiven: () => void given++,
    });
    const { at, textOf } = start(text, { sandboxes, consent });
    await vi.waitFor(() => expect(textOf("b")).toContain("隔离的框"));
    expect(runs).toEqual([]);
    at("b").querySelector<HTMLButtonElement>("[data-action=run]")?.click();
    await vi.waitFor(() => expect(runs).toEqual(["a", "b"]));
    expect(given).toBe(1);
    expect(textOf("a")).not.toContain("隔离的框");
  });

  it("is shown as source where nothing runs, and what reads it says that it comes later", async () => {
    const text =
      fines +
      cell("js id=j", "fines.length") +
      cell("chart id=c data=j", "type: dots") +
      "\n${fines.jia.value}\n";
    const { settled, textOf } = run(text.replace("${fines.jia.value}", "text"), connector, {
      state: "static",
    });
    await settled;
    expect(textOf("j")).toContain("fines.length");
    expect(textOf("j")).toContain("这段代码在打开的网页里运行");
    expect(textOf("c")).toContain("打开网页后显示");
  });
});
