import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../../src/engine/connection.ts";
import { openNode } from "../../../src/engine/node.ts";
import { texts } from "../world.ts";
import { bothWays, drawingOf } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
afterAll(() => connection.close());

/** Three rows a year and series; 2021 has none with a value, 2023 two of three. */
const rows = `SELECT y AS year, make_date(y, 3, 1) AS day, s AS series, 'r' || i AS name,
  CASE WHEN y = 2021 OR (y = 2023 AND i = 0) THEN NULL ELSE 10 * (y - 2018) + i END AS v
FROM range(2019, 2025) t(y), (VALUES ('a'), ('b')) u(s), range(3) w(i)`;

/** The same, and nothing of series b in 2021 alone. */
const oneSeries = rows.replace("y = 2021 OR", "(y = 2021 AND s = 'b') OR");

const yearly = { x: "year", y: "v", transform: { groupX: { y: "sum" } } };
const binned = { x: "day", y: "v", transform: { binX: { y: "sum", interval: "year" } } };
const across = { y: "year", x: "v", transform: { groupY: { x: "sum" } } };

async function drawn(sql: string, mark: object) {
  const isLine = !/day|bar/.test(JSON.stringify(mark));
  const spec = { type: "plot", marks: [mark], ...(isLine ? { x: { type: "linear" } } : {}) };
  const { byPlot, byEngine } = await bothWays(connection, sql, spec);
  return [byPlot, byEngine] as const;
}

const pathsOf = (figure: Element) =>
  [...figure.querySelectorAll(".fadu-grammar .mark path")].map(
    (path) => (path.getAttribute("d") ?? "").split("M").length - 1,
  );

describe.each([
  ["a line over groups", { mark: "lineY", ...yearly }],
  ["a line without a direction", { mark: "line", ...yearly }],
  ["an area over groups", { mark: "areaY", ...yearly }],
  ["a line across", { mark: "lineX", ...across }],
  ["an area across", { mark: "areaX", ...across }],
  ["a line over bins", { mark: "lineY", ...binned }],
  ["an area over bins", { mark: "areaY", ...binned }],
  ["a mean", { mark: "lineY", ...yearly, transform: { groupX: { y: "mean" } } }],
])("%s of which one has no value at all", (_, mark) => {
  it("breaks there, marks the place and is the same by the engine", async () => {
    const [byPlot, byEngine] = await drawn(rows, mark);
    expect(drawingOf(byEngine)).toBe(drawingOf(byPlot));
    for (const figure of [byPlot, byEngine]) {
      expect(pathsOf(figure)).toEqual([2]);
      expect(figure.querySelectorAll(".fadu-grammar .gap > *")).toHaveLength(1);
      expect(figure.querySelector(".fadu-grammar")?.innerHTML).not.toMatch(/NaN|undefined/);
    }
  });

  it("tells the group of which a part has no value", async () => {
    const [byPlot, byEngine] = await drawn(rows, mark);
    expect(texts(byEngine, ".incomplete")).toEqual(texts(byPlot, ".incomplete"));
    const [note = ""] = texts(byPlot, ".incomplete");
    expect(note).toContain("2023");
    expect(note).toContain("6行中4行有数字");
    expect(note).not.toContain("2021");
  });
});

it("a window or a running sum over such a group has no value either", async () => {
  for (const [rest, pieces] of [
    [{ windowY: { k: 2, anchor: "end" } }, 2],
    [{ mapY: { y: "cumsum" } }, 1],
  ] as const) {
    const transform = [{ groupX: { y: "sum" } }, rest];
    const [byPlot, byEngine] = await drawn(rows, { mark: "lineY", ...yearly, transform });
    expect(drawingOf(byEngine)).toBe(drawingOf(byPlot));
    expect(pathsOf(byPlot)).toEqual([pieces]);
  }
});

it("layers break together where one of them is missing, lines by themselves", async () => {
  const [area] = await drawn(oneSeries, { mark: "areaY", ...yearly, fill: "series" });
  expect(pathsOf(area)).toEqual([2, 2]);
  const both = await drawn(oneSeries, { mark: "lineY", ...yearly, stroke: "series" });
  expect(drawingOf(both[1])).toBe(drawingOf(both[0]));
  expect(pathsOf(both[0]).toSorted()).toEqual([1, 2]);
});

describe("a bar that lacks some of its rows", () => {
  it("says how many it has, is drawn with dashes, and is told below", async () => {
    const [byPlot, byEngine] = await drawn(rows, { mark: "barY", ...yearly });
    expect(drawingOf(byEngine)).toBe(drawingOf(byPlot));
    for (const figure of [byPlot, byEngine]) {
      const marked = [...figure.querySelectorAll("[data-incomplete]")];
      expect(marked.map((mark) => mark.getAttribute("data-incomplete"))).toEqual(["4/6"]);
      expect(marked[0]?.getAttribute("aria-label")).toMatch(/2023.*6行中4行有数字$/);
      expect(marked[0]?.querySelector("[stroke-dasharray]")).not.toBeNull();
      expect(texts(figure, ".incomplete")[0]).toContain("2023：6行中4行有数字");
    }
  });

  it("is every piece of a stack of which one is missing", async () => {
    const [byPlot, byEngine] = await drawn(oneSeries, { mark: "barY", ...yearly, fill: "series" });
    expect(drawingOf(byEngine)).toBe(drawingOf(byPlot));
    const marked = [...byPlot.querySelectorAll("[data-incomplete]")];
    expect(marked.map((mark) => mark.getAttribute("data-incomplete"))).toEqual([
      "3/6",
      "4/6",
      "4/6",
    ]);
  });

  it("is none where every row has its value, or rows are only counted", async () => {
    const whole = rows.replace(/CASE WHEN .* END AS v/, "i AS v");
    const [sum] = await drawn(whole, { mark: "barY", ...yearly });
    expect(sum.querySelector("[data-incomplete], .incomplete")).toBeNull();
    const count = { mark: "barY", x: "year", transform: { groupX: { y: "count" } } };
    const [counted] = await drawn(rows, count);
    expect(counted.querySelector("[data-incomplete], .incomplete")).toBeNull();
  });
});
