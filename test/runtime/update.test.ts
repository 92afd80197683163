import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import type { CellState } from "../../src/runtime/index.ts";
import { texts } from "../charts/world.ts";
import { cell, counting, openFacts, run, type Running } from "./world.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const edited = { showQueries: true } as const;
const ids = ({ root }: Running) =>
  [...root.querySelectorAll("[data-cell]")].map((c) => c.getAttribute("data-cell"));

/** Nothing runs or waits any more. */
async function rest(running: Running): Promise<void> {
  await until(() => expect(running.root.querySelector("[aria-busy]")).toBeNull());
  // The runtime computes a frame after it was told.
  await new Promise((resolve) => setTimeout(resolve, 30));
  // Where the machine was busy, what waits for a frame comes after what waits for a time.
  await new Promise((resolve) => setImmediate(resolve));
  await until(() => expect(running.root.querySelector("[aria-busy]")).toBeNull());
}

const all = cell("sql id=all", "SELECT * FROM facts");
const some = cell("sql id=some", "SELECT * FROM all_ WHERE scope = 'bureau'").replace(
  "all_",
  '"all"',
);
const chart = cell("chart id=c data=all", "type: dots");
const text = "# 题\n\n共${n.value}。\n";
const n = cell("sql id=n", "SELECT sum(value) AS value, '万元' AS unit FROM facts");

describe("a notebook that is edited", () => {
  it("keeps what did not change, and does not ask the engine again", async () => {
    const counted = counting(connection);
    const running = run(text + n + all + chart, counted, edited);
    await running.settled;
    const asked = counted.asked.length;
    const [figure, prose] = [
      running.root.querySelector("#c"),
      running.at("cell-1").firstElementChild,
    ];
    running.edit(`另一段。\n${cell("sql id=z", "SELECT 1 AS one")}${text}${n}${all}${chart}`);
    await rest(running);
    expect(counted.asked.slice(asked)).toEqual(["SELECT 1 AS one"]);
    expect(running.root.querySelector("#c")).toBe(figure);
    expect(running.at("cell-3").firstElementChild).toBe(prose);
    expect(ids(running)).toEqual(["cell-1", "z", "cell-3", "n", "all", "c"]);
  });

  it("runs a changed query and what reads it, in another cell's statement too", async () => {
    const counted = counting(connection);
    const running = run(all + some + chart, counted, edited);
    await running.settled;
    const asked = counted.asked.length;
    running.edit(all.replace("facts", "facts WHERE value > 200") + some + chart);
    await until(() =>
      expect(running.root.querySelectorAll("#c .chart [data-fact]")).toHaveLength(2),
    );
    await rest(running);
    expect(counted.asked).toHaveLength(asked + 2);
    expect(running.state("some")).toMatchObject({ status: "done", rows: 1 });
  });

  it("moves cells without drawing them again", async () => {
    const counted = counting(connection);
    const running = run(all + n + chart, counted, edited);
    await running.settled;
    const asked = counted.asked.length;
    const places = ids(running).map((id) => running.at(id ?? ""));
    const outputs = places.map((place) => place.firstElementChild);
    running.edit(chart + n + all);
    await rest(running);
    expect(ids(running)).toEqual(["c", "n", "all"]);
    expect(["all", "n", "c"].map((id) => running.at(id))).toEqual(places);
    expect(places.map((place) => place.firstElementChild)).toEqual(outputs);
    expect(counted.asked).toHaveLength(asked);
  });

  it("takes away what is gone, with its place", async () => {
    const running = run(text + n + all + chart, connection, edited);
    await running.settled;
    running.edit(all);
    await rest(running);
    expect(ids(running)).toEqual(["all"]);
    expect(running.root.childElementCount).toBe(1);
    running.edit("");
    await rest(running);
    expect(running.root.childElementCount).toBe(0);
  });

  it("turns an input into a chart of the same name, and says so to who read its value", async () => {
    const input = cell("input id=x", "type: select\noptions: [{value: bureau}]");
    const query = cell("sql id=q", "SELECT * FROM facts WHERE scope = ${x}");
    const running = run(input + query + all + chart, connection, edited);
    await running.settled;
    expect(running.state("q")).toMatchObject({ status: "done", rows: 2 });
    running.edit(cell("chart id=x data=all", "type: dots") + query + all + chart);
    await until(() => expect(running.root.querySelector("#x .mark")).not.toBeNull());
    await rest(running);
    expect(running.state("q").status).toBe("failed");
    expect(running.state("q").error).toMatchObject({ line: 10, column: 35 });
    expect(running.textOf("q")).toContain("x");
    expect(running.state("c").status).toBe("done");
  });

  it("says at a cell what its source has wrong, keeps its last output and runs the others", async () => {
    const running = run(text + n + all + chart, connection, edited);
    await running.settled;
    running.edit(text + n + all.replace("facts", "facts WHERE x = ${nothing}") + chart);
    await until(() => expect(texts(running.root, "[data-cell=all] .problem")).toHaveLength(1));
    await rest(running);
    expect(running.state("all")).toMatchObject({ status: "failed", error: { line: 13 } });
    expect(running.root.querySelectorAll("#c .mark").length).toBeGreaterThan(0);
    expect(running.state("c")).toMatchObject({ status: "stale" });
    expect(running.state("n")).toMatchObject({ status: "done" });
    expect(running.at("c").getAttribute("data-status")).toBe("stale");
    expect(running.at("c").getAttribute("data-note")).toBe("未更新，下面是上次的结果");
    running.edit(text + n + all + chart);
    await until(() => expect(running.state("c").status).toBe("done"));
    expect(running.root.querySelector(".problem")).toBeNull();
  });

  it.each([
    [
      "a cycle",
      cell("sql id=a", "SELECT * FROM b") + cell("sql id=b", "SELECT * FROM a"),
      ["a", "b"],
    ],
    ["a doubled name", all + cell("sql id=All", "SELECT 1"), ["cell-2"]],
    ["a missing name", cell("chart id=d data=al", "type: dots"), ["d"]],
    ["an unknown kind of chart", cell("chart id=d", "type: dotz"), ["d"]],
  ])("has %s told at each of its cells", async (_what, wrong, at) => {
    const running = run(n, connection, edited);
    await running.settled;
    running.edit(wrong + n);
    await until(() => {
      for (const id of at) expect(running.state(id).status).toBe("failed");
    });
    await rest(running);
    for (const id of at) expect(texts(running.root, `[data-cell=${id}] .problem`)).toHaveLength(1);
    expect(running.state("n").status).toBe("done");
  });

  it("keeps what the reader chose, where it is still a choice", async () => {
    const input = (values: string) =>
      cell("input id=x", `type: select\noptions: [${values.replace(/\w+/g, "{value: $&}")}]`);
    const query = cell("sql id=q", "SELECT ${x} AS x");
    const invalid: string[] = [];
    const running = run(input("a, b") + query, connection, {
      ...edited,
      onInvalidInput: (id) => invalid.push(id),
    });
    await running.settled;
    running.change("#input-x", "b");
    running.edit(input("a, b, c") + query);
    await rest(running);
    expect(running.root.querySelector<HTMLSelectElement>("#input-x")?.value).toBe("b");
    running.edit(input("a, c") + query);
    await rest(running);
    expect(running.root.querySelector<HTMLSelectElement>("#input-x")?.value).toBe("a");
    expect(invalid).toEqual([]);
  });

  it("says an error with the lines as they are after an edit above it", async () => {
    const broken = cell("sql id=q", "SELECT * FROM nowhere");
    const running = run(broken, connection, edited);
    await until(() => expect(running.state("q").status).toBe("failed"));
    const said = () => running.at("q").querySelector(".problem")?.textContent;
    expect(said()).toContain("第6行");
    running.edit(`甲。\n\n${broken}`);
    await rest(running);
    expect(said()).toContain("第8行");
    expect(running.state("q").error).toMatchObject({ line: 8 });
  });

  it("fills the places that it is given, and moves an output with its cell", async () => {
    const places = new Map<string, Element>();
    const document = run("", connection).root.ownerDocument;
    const place = ({ id }: { id: string }) => {
      const found = places.get(id) ?? document.createElement("div");
      places.set(id, found);
      return found;
    };
    const running = run(all + chart, connection, { ...edited, place });
    await running.settled;
    const old = places.get("c");
    expect(old?.querySelector("#c .mark")).not.toBeNull();
    expect(old?.getAttribute("data-cell")).toBe("c");
    places.delete("c");
    const figure = old?.firstElementChild;
    running.edit(all + chart);
    expect(places.get("c")?.firstElementChild).toBe(figure);
    expect(running.root.childElementCount).toBe(0);
  });
});

describe("after any edits", () => {
  const pool = [
    "甲${n.value}。\n",
    "乙。\n",
    n,
    n.replace("FROM facts", "FROM facts WHERE value > 200"),
    all,
    all.replace("facts", "facts ORDER BY value"),
    all.replace("FROM facts", "FROM nowhere"),
    all.replace("facts", "some"),
    some,
    some.replace("bureau", "none"),
    cell("sql id=q", "SELECT ${x} AS x"),
    cell("sql", "SELECT 7 AS seven"),
    cell("input id=x", "type: select\noptions: [{value: a}, {value: b}]"),
    cell("input id=x", "type: checkbox\noptions: [{value: a}]"),
    cell("chart id=x data=all", "type: table"),
    chart,
    chart.replace("dots", "table"),
    chart.replace("dots", "dotz"),
    chart.replace("data=all", "data=some"),
    cell("chart data=all", "type: matrix"),
  ];
  const notebook = fc.array(fc.integer({ min: 0, max: pool.length - 1 }), { maxLength: 7 });
  const steps = fc.array(notebook, { minLength: 1, maxLength: 5 });

  const summary = (running: Running) =>
    ids(running).map((id) => {
      const { status, error, rows } = running.state(id ?? "");
      const place = running.at(id ?? "").cloneNode(true) as Element;
      for (const time of place.querySelectorAll(".time")) time.remove();
      // What is not up to date shows what was before.
      const isNew = status === "done";
      const shown = isNew ? place.innerHTML : texts(place, ".problem").join();
      return { id, status, error, rows, shown };
    });

  it("it is the notebook that one would open", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (edits) => {
        const written = edits.map((edit) => edit.map((i) => pool[i] ?? "").join("\n"));
        const running = run("", connection, edited);
        for (const [i, next] of written.entries()) {
          running.edit(next);
          // Now and then the next edit comes before the last has run.
          if (i % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        }
        const fresh = run(written.at(-1) ?? "", connection, edited);
        await Promise.all([rest(running), rest(fresh)]);
        expect(summary(running)).toEqual(summary(fresh));
        running.dispose();
        fresh.dispose();
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

describe("states", () => {
  it("are told as they come, and nothing flickers", async () => {
    const told: [string, CellState][] = [];
    const running = run(all + chart, connection, {
      ...edited,
      onCell: (id, state) => told.push([id, state]),
    });
    await running.settled;
    await until(() => expect(running.state("c").status).toBe("done"));
    expect(told.filter(([id]) => id === "c").map(([, { status }]) => status)).toEqual([
      "waiting",
      "done",
    ]);
    expect(running.state("all")).toMatchObject({ status: "done", error: null, rows: 3 });
    expect(running.state("all").milliseconds).toBeGreaterThan(0);
    running.markStale("all");
    expect(running.state("all").status).toBe("stale");
    expect(running.at("all").getAttribute("data-note")).toBe("已改动，未运行");
    running.markStale("all", false);
    expect(running.state("all").status).toBe("done");
  });
});
