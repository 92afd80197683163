import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { names, texts, world } from "../charts/world.ts";
import { cell, openFacts, run } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

async function drawn(sql: string, chart: string, language: "zh" | "en" = "zh") {
  const running = run(cell("sql id=q", sql) + cell("chart id=c data=q", chart), connection, {
    language,
  });
  await running.settled.catch(() => {});
  return running;
}

const histogram = `type: plot
marks:
  - mark: rectY
    x: v
    transform: {binX: {y: count}}`;

/** How many rows the marks stand for by their names, and the bounds of the bins. */
function counted(root: Element) {
  const said = names(root, "#c .fadu-grammar .mark").map((name) => name.replaceAll(",", ""));
  const rows = said.map((name) => Number(/(\d+)行$/.exec(name)?.[1] ?? 1));
  const bounds = said.flatMap((name) => /：(\d+)至(\d+)/.exec(name)?.slice(1).map(Number) ?? []);
  return {
    sum: rows.reduce((a, b) => a + b, 0),
    low: Math.min(...bounds),
    high: Math.max(...bounds),
  };
}

describe.each([10_000, 10_001, 1_000_000])("a histogram of %i rows", (size) => {
  it("is of all of them, in its marks, its words and its data", async () => {
    const { root, chart } = await drawn(`SELECT range / 100.0 AS v FROM range(${size})`, histogram);
    const { sum, low, high } = counted(root);
    expect([sum, low]).toEqual([size, 0]);
    expect(high).toBeGreaterThanOrEqual(size / 100 - 0.01);
    const about = root.querySelector("#c [data-marks]")?.getAttribute("aria-label") ?? "";
    expect(about.replaceAll(",", "")).toContain(`${size}行`);
    const found = chart("c");
    if (!found) throw new Error("missing chart");
    const { rows } = found.drawable(world("zh")).model;
    if (size > 10_000) {
      expect(texts(root, "#c .summed")).toHaveLength(1);
      expect(rows.reduce((all, row) => all + Number(row["count(*)"]), 0)).toBe(size);
    } else expect(rows).toHaveLength(size);
  });
});

describe("a chart that would draw more than can be read", () => {
  const dot = "type: plot\nmarks:\n  - {mark: dot, x: n, y: n}";
  const million = "SELECT range AS n, range AS value FROM range(1000000)";

  it.each([
    ["a dot for every row", dot, "WHERE"],
    ["a line over many rows", "type: plot\nmarks:\n  - {mark: lineY, x: n, y: n}", "groupX"],
    ["a chart of figures", "type: dots", "GROUP BY"],
    ["a table", "type: table", "GROUP BY"],
    [
      "what stands in pixels",
      "type: plot\nmarks:\n  - {mark: dot, x: n, y: n, transform: {hexbin: {r: count}}}",
      "select",
    ],
    [
      "as many groups as rows",
      "type: plot\nmarks:\n  - {mark: barY, x: n, transform: {groupX: {y: count}}}",
      "GROUP BY",
    ],
  ])("refuses %s, and says what to write instead", async (_, chart, word) => {
    const { root } = await drawn(million, chart);
    expect(root.querySelector("figure")).toBeNull();
    const [message = ""] = texts(root, "#c, [data-cell=c]");
    expect(message).toContain("1,000,000行");
    expect(message).toContain(word);
  });

  it("counts marks, and draws the most there may be", async () => {
    const rows = (n: number) =>
      `SELECT 'r' || i AS region_id, i AS value, '件' AS unit FROM range(${n}) t(i)`;
    const fine = await drawn(rows(500), "type: bars");
    expect(fine.root.querySelectorAll("figure .mark").length).toBeGreaterThanOrEqual(500);
    const more = await drawn(rows(501), "type: bars", "en");
    expect(more.root.querySelector("figure")).toBeNull();
    expect(more.root.textContent).toContain("would draw 501 marks");
  });

  it("draws a mark of another query beside sums of all rows", async () => {
    const text =
      cell("sql id=q", million) +
      cell("sql id=middle", "SELECT avg(n) AS n FROM q") +
      cell(
        "chart id=c data=q",
        `type: plot\nmarks:\n  - {mark: rectY, x: n, transform: {binX: {y: count, thresholds: 4}}}\n  - {mark: ruleX, data: middle, x: n}`,
      );
    const running = run(text, connection);
    await running.settled;
    const said = names(running.root, "#c .fadu-grammar .mark");
    expect(said.at(-1)).toMatch(/^n：(?:499,999.5|500,000)$/);
    expect(said.length).toBeGreaterThan(3);
  });
});

describe("what the engine sums up of figures", () => {
  const sql = `SELECT f.*, i FROM facts f CROSS JOIN range(5000) t(i)
    UNION ALL BY NAME SELECT 'bing' AS region_id, 'not_reported' AS missing, range AS i FROM range(40)`;

  it("keeps the figures behind each mark, and tells of what is missing", async () => {
    const { root } = await drawn(
      sql,
      "type: plot\nmarks:\n  - {mark: barY, x: region_id, y: value, transform: {groupX: {y: max}}}",
    );
    const marks = [...root.querySelectorAll("#c .fadu-grammar .mark")];
    expect(marks.map((mark) => mark.getAttribute("data-fact"))).toEqual(["j-1", "y-1 y-2"]);
    expect(marks.map((mark) => mark.getAttribute("data-several"))).toEqual(["j-1", "y-1 y-2"]);
    expect(texts(root, "#c .none .header")).toEqual(["40行没有“数值”，不画，也不当作零"]);
    expect(texts(root, "#c .none li")).toEqual(["丙市：未报告 × 40"]);
    expect(texts(root, "#c .warning")).toHaveLength(1);
  });

  it("asks anew when a filter is set, and draws only what is left", async () => {
    const { root, edit } = await drawn(sql, histogram.replace("x: v", "x: value"));
    expect(counted(root).sum).toBe(15_000);
    edit(
      cell(
        "sql id=q",
        sql.replace(
          "range(5000) t(i)",
          "range(5000) t(i) WHERE f.region_id = 'yi' AND i < 5000 UNION ALL BY NAME SELECT 'yi' AS region_id, 1 AS value FROM range(10000)",
        ),
      ) + cell("chart id=c data=q", histogram.replace("x: v", "x: value")),
    );
    await expect.poll(() => counted(root).sum, { timeout: 20_000 }).toBe(20_000);
  });
});
