import { describe, expect, it } from "vitest";
import { failure, job, open, valueOf } from "./support.ts";

const frameOf = (element: Element) => element.querySelector("iframe");

describe("code in the sandbox", () => {
  it.each([
    ["1 + 1", 2],
    ["undefined", null],
    ["({ a: [new Map([[1, 2]]), new Date(0)] })", { a: [new Map([[1, 2]]), new Date(0)] }],
    [
      "typeof Plot.plot + typeof d3.scaleLinear + typeof aq.table + typeof Inputs.range",
      "functionfunctionfunctionfunction",
    ],
    ["d3.csvParse('a,b\\n1,2')[0].b", "2"],
    ["aq.from(rows).derive({ y: (d) => d.x * 2 }).filter((d) => d.y > 2)", [{ x: 2, y: 4 }]],
    ["aq.from(rows).rollup({ total: (d) => op.sum(d.x) })", [{ total: 3 }]],
    ["html`<b>${'<i>'}</b>`.outerHTML", "<b>&lt;i&gt;</b>"],
    ["rows.map((d) => d.x)", [1, 2]],
    ["cells['a-b'] + 1", 8],
    ["((d) => d.x).toString()", "(d) => (d.x)"],
    ["Plot.dot([1]).plot()", "element"],
    ["() => 1", "function"],
    ["({ f() {} })", "other"],
    ["new Array(3e6).fill(0)", "large"],
    ["await new Promise((resolve) => setTimeout(resolve, 50, 'later'))", "later"],
    ["const b = new Blob(['x']); return (await b.text())", "x"],
    ["`${language} ${theme} ${width > 0}`", "zh light true"],
  ])("%s gives %j", async (source, value) => {
    const values = { rows: [{ x: 1 }, { x: 2 }], "a-b": 7 };
    expect(await valueOf(source, { values })).toEqual(value);
  });

  it("tells errors with their place", async () => {
    const sandbox = open();
    expect(
      await failure(sandbox.run(job("const a = 1;\nconst b = () => a.b.c;\nreturn b()"))),
    ).toMatchObject({
      name: "CodeError",
      line: 2,
      message: expect.stringContaining("TypeError") as string,
    });
    expect(await failure(sandbox.run(job("throw new RangeError('no')")))).toMatchObject({
      message: "RangeError: no",
      line: 1,
      column: 7,
    });
    const late: string[] = [];
    const other = open({ onFault: (error) => void late.push(error.message) });
    await other.run(
      job(
        "setTimeout(() => { throw new Error('late') }); Promise.reject(new Error('lost')); return 1",
      ),
    );
    await expect.poll(() => [...late].sort()).toEqual(["Error: late", "Error: lost"]);
    sandbox.close();
    other.close();
  });

  it("hands on each value of an input, and takes the height that it needs", async () => {
    const sandbox = open();
    const values: unknown[] = [];
    const source = `const n = view(Inputs.range([0, 100], { value: 10, step: 1 }));
      display(html\`<div style="height: 700px">\`);
      const input = document.querySelector("input[type=range]");
      for (const value of [20, 30, 40])
        setTimeout(() => { input.value = value; input.dispatchEvent(new Event("input", { bubbles: true })) }, value * 10);
      return n`;
    const first = await sandbox.run(job(source), {
      onValue: (outcome) => values.push(outcome.kind === "value" && outcome.value),
    });
    expect(first).toEqual({ kind: "value", value: 10 });
    await expect.poll(() => values.at(-1)).toBe(40);
    expect(values.length).toBeLessThanOrEqual(3);
    await expect.poll(() => frameOf(sandbox.element)?.offsetHeight).toBeGreaterThan(700);
    sandbox.close();
  });

  it("keeps its frame from run to run, ends the timers of the run before and gives it its invalidation", async () => {
    const sandbox = open();
    await sandbox.run(
      job(
        "globalThis.n = 0; setInterval(() => globalThis.n++, 5); invalidation.then(() => (globalThis.gone = true)); return 1",
      ),
    );
    const frame = frameOf(sandbox.element);
    const second =
      "const before = globalThis.n; await new Promise((r) => setTimeout(r, 100)); return [globalThis.n - before, globalThis.gone]";
    expect(await sandbox.run(job(second))).toEqual({ kind: "value", value: [0, true] });
    expect(frameOf(sandbox.element)).toBe(frame);
    sandbox.close();
  });

  it("runs once more when it is moved in the page", async () => {
    const sandbox = open();
    const values: unknown[] = [];
    await sandbox.run(job("width"), { onValue: (outcome) => values.push(outcome) });
    document.body.appendChild(document.createElement("div")).append(sandbox.element);
    await expect.poll(() => values.length, { timeout: 10_000 }).toBe(1);
    sandbox.close();
  });

  it("gives up a run for the next one, and stops when told", async () => {
    const sandbox = open();
    const first = failure(sandbox.run(job("await new Promise(() => {})")));
    const second = sandbox.run(job("2"));
    expect(await first).toMatchObject({ name: "AbortError" });
    expect(await second).toEqual({ kind: "value", value: 2 });
    const controller = new AbortController();
    const third = failure(
      sandbox.run(job("await new Promise(() => {})"), { signal: controller.signal }),
    );
    controller.abort(new Error("stop"));
    expect(await third).toMatchObject({ message: "stop" });
    expect(frameOf(sandbox.element)).toBeNull();
    expect(await sandbox.run(job("4"))).toEqual({ kind: "value", value: 4 });
    sandbox.close();
  });
});
