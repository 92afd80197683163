import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { marks, type MarkName } from "../../src/notebook/chart-cell/index.ts";
import { draw } from "./draw.ts";
import { names, texts, world } from "./world.ts";

const grammar = await loadGrammar();
const zh = world("zh");
const plot = (spec: object, rows: readonly Row[], language: "zh" | "en" = "zh") =>
  draw({ type: "plot", ...spec }, rows, language === "zh" ? zh : world("en"), { grammar });

const drawing = (figure: Element) => figure.querySelector(".fadu-grammar");
/** The labels along an axis. */
const ticks = (figure: Element, axis: "x" | "y") =>
  texts(figure, `.fadu-grammar [aria-label="${axis}-axis tick label"] text`);
const listed = (figure: Element) => texts(figure, ".none li");
/** Coordinates outside of the drawing, or none at all. */
function strays(figure: Element): string[] {
  const svg = drawing(figure)?.outerHTML ?? "";
  return svg.match(/NaN|undefined|Infinity|"(?:null)"/g) ?? [];
}

const types = ["linear", "log", "sqrt", "symlog", "utc", "point", "band"] as const;
const awkward: Readonly<Record<string, readonly unknown[]>> = {
  nothing: [null, 3, 7],
  "an empty text": ["", 3, 7],
  "not a number": [NaN, 3, 7],
  infinity: [Infinity, -Infinity, 3, 7],
  zero: [0, 3, 7],
  negative: [-4, 3, 7],
  "one value": [5],
  "one value of zero": [0],
  "all equal": [4, 4, 4],
  huge: [1e300, 2e300, 1.5e300],
  tiny: [1e-300, 2e-300, 3e-300],
  "huge and tiny": [1e-9, 1, 1e12],
  "only nothing": [null, null],
};
const isNone = (value: unknown) =>
  value === null || value === "" || (typeof value === "number" && !Number.isFinite(value));

describe.each(types)("a scale of type %s", (type) => {
  const at = (value: unknown) =>
    type === "utc" && typeof value === "number" && Number.isFinite(value)
      ? 1990 + Math.max(-50, Math.min(50, Math.round(value)))
      : value;
  it.each(Object.entries(awkward))("draws no false mark of %s", (_, values) => {
    const rows = values.map((value, i) => ({ name: `n${i}`, v: at(value) }));
    const figure = plot({ x: { type }, marks: [{ mark: "dot", x: "v", y: "name" }] }, rows);
    const cannot = (value: unknown) =>
      isNone(value) || (type === "log" && typeof value === "number" && value <= 0);
    const none = rows.filter(({ v }) => cannot(v)).map(({ name }) => name);
    expect(strays(figure)).toEqual([]);
    expect(figure.querySelectorAll(".fadu-grammar .mark")).toHaveLength(rows.length - none.length);
    expect(listed(figure).map((text) => text.split("：")[0])).toEqual(none);
    const labels = ticks(figure, "x");
    expect(labels.filter((text) => text === "0").length).toBeLessThanOrEqual(1);
    if (type === "log") expect(labels).not.toContain("0");
    expect(new Set(labels).size).toBe(labels.length);
  });
});

/** Each mark over x (what it lies along) and y; null where it draws no row of its own. */
const along: Readonly<Record<Exclude<MarkName, "frame">, object>> = {
  barX: { x: "v", y: "name" },
  barY: { x: "name", y: "v" },
  rectX: { x: "v", y: "n" },
  rectY: { x: "n", y: "v" },
  rect: { x1: "n", x2: "v", y1: "n", y2: "v" },
  cell: { x: "name", y: "v" },
  dot: { x: "n", y: "v" },
  line: { x: "n", y: "v" },
  lineX: { x: "v", y: "n" },
  lineY: { x: "n", y: "v" },
  areaX: { x: "v", y: "n" },
  areaY: { x: "n", y: "v" },
  ruleX: { x: "v" },
  ruleY: { y: "v" },
  tickX: { x: "v", y: "name" },
  tickY: { x: "name", y: "v" },
  text: { x: "n", y: "v", text: "name" },
  link: { x1: "n", x2: "n", y1: "n", y2: "v" },
  arrow: { x1: "n", x2: "n", y1: "n", y2: "v" },
  boxX: { x: "v", y: "name" },
  boxY: { x: "name", y: "v" },
  linearRegressionX: { x: "v", y: "n" },
  linearRegressionY: { x: "n", y: "v" },
  waffleX: { x: "v", y: "name" },
  waffleY: { x: "name", y: "v" },
};

it("tries every mark that the schema allows", () => {
  expect([...Object.keys(along), "frame"].toSorted()).toEqual(Object.keys(marks).toSorted());
});

describe.each(Object.entries(along))("a mark of type %s", (mark, channels) => {
  it.each([null, undefined, NaN, "", Infinity])("has none for a value of %s", (gone) => {
    const value = (n: number) => ({ name: `n${n}`, n, v: n * 2 });
    const rows = [value(1), value(2), { name: "gone", n: 3, v: gone }, value(4), value(5)];
    const figure = plot({ marks: [{ mark, ...channels }] }, rows);
    expect(strays(figure)).toEqual([]);
    expect(listed(figure)).toEqual(["gone：没有值"]);
    expect(drawing(figure)?.querySelector('[aria-label*="gone"]')).toBeNull();
    // A path runs through the points of one side of the gap only.
    if (/^(?:line[XY]?|area)/.test(mark) && !mark.startsWith("linear")) {
      const [path] = figure.querySelectorAll(`.fadu-grammar .mark path`);
      expect(path?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
      expect(figure.querySelectorAll(".fadu-grammar .gap > *")).toHaveLength(1);
      expect(names(figure, ".fadu-grammar .mark")[0]).toContain("4行");
    }
  });
});

describe("a line with a missing year", () => {
  const rows = [
    { year: 2019, v: 5 },
    { year: 2020, v: 10 },
    { year: 2021, v: null },
    { year: 2022, v: 8 },
  ];

  it.each(["lineY", "line", "areaY"])("breaks, marks the year and names it: %s", (mark) => {
    const figure = plot({ marks: [{ mark, x: "year", y: "v" }] }, rows);
    const missing = [...figure.querySelectorAll(".chart [data-missing]")];
    expect(missing.map(({ textContent }) => textContent)).toEqual(["年份：2021：没有值"]);
    expect(figure.querySelectorAll(".fadu-grammar .gap > *")).toHaveLength(1);
    expect(figure.querySelector(".fadu-grammar .mark path")?.getAttribute("d")).toMatch(/M.*M/);
    // The year after the gap stands alone: a path of one point would not be seen.
    expect(figure.querySelectorAll(".fadu-grammar .mark :is(circle, line)")).toHaveLength(1);
  });

  it("breaks where a row says that it has no value, whatever its column holds", () => {
    const told = rows.map((row) =>
      row.v === null ? { ...row, v: 99, missing: "not_reported" } : row,
    );
    const figure = plot({ marks: [{ mark: "lineY", x: "year", y: "v" }] }, told);
    expect(figure.querySelector(".fadu-grammar .mark path")?.getAttribute("d")).toMatch(/M.*M/);
    expect(figure.querySelector(".chart [data-missing=not_reported]")).not.toBeNull();
    expect(ticks(figure, "y").join()).not.toContain("90");
  });

  it("breaks all layers of a stacked area, since their height would be false", () => {
    const two = rows.flatMap((row) => [
      { ...row, k: "a" },
      { ...row, k: "b", v: 3 },
    ]);
    const figure = plot({ marks: [{ mark: "areaY", x: "year", y: "v", fill: "k" }] }, two);
    const paths = [...figure.querySelectorAll(".fadu-grammar .mark path")];
    expect(paths.map((path) => path.getAttribute("d")?.match(/M/g)?.length)).toEqual([2, 2]);
  });

  it("has no window and no running sum over it", () => {
    const more = [...rows, { year: 2023, v: 1 }, { year: 2024, v: 2 }];
    const of = (transform: object) =>
      plot({ marks: [{ mark: "lineY", x: "year", y: "v", transform }] }, more)
        .querySelector(".fadu-grammar .mark path")
        ?.getAttribute("d") ?? "";
    // Of three years each that holds 2021 is unknown: 2019 and 2023 on are left.
    expect(of({ windowY: { k: 3 } }).match(/[ML]/g)).toHaveLength(3);
    expect(of({ mapY: { y: "cumsum" } }).match(/[ML]/g)).toHaveLength(2);
    const dots = plot(
      { marks: [{ mark: "dot", x: "year", y: "v", transform: { windowY: { k: 3 } } }] },
      more,
    );
    expect(dots.querySelectorAll(".fadu-grammar .mark")).toHaveLength(3);
  });
});

describe("a logarithm", () => {
  const rows = [
    { name: "苏州", v: 1000 },
    { name: "漳州", v: 10 },
    { name: "汕尾", v: 0 },
    { name: "株洲", v: -5 },
    { name: "万盛", v: null },
  ];

  it("lists by name and value what it cannot draw", () => {
    const spec = { x: { type: "log" }, marks: [{ mark: "dot", x: "v", y: "name" }] };
    const figure = plot(spec, rows);
    expect(listed(figure).toSorted()).toEqual(
      ["万盛：没有值", "株洲：-5，不画", "汕尾：0，不画"].toSorted(),
    );
    expect(figure.querySelectorAll(".fadu-grammar .mark")).toHaveLength(2);
    expect(texts(plot(spec, rows, "en"), ".none .header")).toContain(
      "2 rows have a “v” that is not positive: a logarithm has no place for it",
    );
  });

  it("breaks a line at a value that has no place", () => {
    const line = rows.map((row, n) => ({ ...row, n }));
    const figure = plot({ y: { type: "log" }, marks: [{ mark: "lineY", x: "n", y: "v" }] }, line);
    expect(figure.querySelector(".fadu-grammar .mark path")?.getAttribute("d")).not.toContain(
      "NaN",
    );
    expect(figure.querySelectorAll(".fadu-grammar .gap > *")).toHaveLength(3);
  });

  it.each(["barX", "waffleX", "rectX", "areaX"] as const)("is no scale for lengths: %s", (mark) => {
    const spec = {
      x: { type: "log" },
      marks: [{ mark, x: "v", y: mark === "barX" || mark === "waffleX" ? "name" : "v" }],
    };
    expect(() => plot(spec, rows)).toThrow("对数刻度");
  });
});

describe("a time", () => {
  const days = (...list: string[]) => list.map((d, v) => ({ d, v }));
  const dots = { marks: [{ mark: "dot", x: "d", y: "v" }] };

  it.each([
    ["two months", days("2021-08-01", "2021-10-01"), /^(?:\d{4}年)?\d+月\d+日$/],
    ["years", days("2015-01-01", "2023-01-01"), /^\d{4}年$/],
    ["months", days("2021-01-01", "2021-07-01"), /^\d{4}年\d+月$/],
    ["three days", days("2021-08-01", "2021-08-02", "2021-08-03"), /^(?:\d{4}年)?\d+月\d+日$/],
    ["one day", days("2021-08-01"), /^(?:\d{4}年)?\d+月\d+日$/],
    ["moments", days("2021-08-01T08:00:00.000Z", "2021-08-01T09:30:00.000Z"), /\d\d:\d\d$/],
  ])("of %s is a scale without being asked, with each tick once", (_, rows, label) => {
    const figure = plot(dots, rows);
    const labels = ticks(figure, "x");
    expect(labels.length).toBeGreaterThan(0);
    for (const text of labels) expect(text).toMatch(label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(figure.querySelectorAll(".fadu-grammar .mark")).toHaveLength(rows.length);
  });

  it("lies as far apart as its days do", () => {
    const figure = plot(dots, days("2021-01-01", "2021-01-02", "2021-12-31"));
    const [a = 0, b = 0, c = 0] = [
      ...figure.querySelectorAll(".fadu-grammar .mark :is(circle, path):not(.hit)"),
    ].map((dot) =>
      Number(
        dot.getAttribute("cx") ??
          /translate\(([\d.]+)/.exec(dot.getAttribute("transform") ?? "")?.[1],
      ),
    );
    expect((c - a) / (b - a)).toBeGreaterThan(300);
  });

  it("stays a name where bars need bands, or where the spec says so", () => {
    const rows = days("2021-08-01", "2021-08-02");
    const bars = plot({ marks: [{ mark: "barY", x: "d", y: "v" }] }, rows);
    expect(ticks(bars, "x")).toEqual(["2021-08-01", "2021-08-02"]);
    const point = plot({ ...dots, x: { type: "point" } }, rows);
    expect(ticks(point, "x")).toEqual(["2021-08-01", "2021-08-02"]);
  });

  it("that is infinite has no place, and is listed", () => {
    const rows = [...days("2021-08-01", "2021-08-02"), { d: "infinity", v: 3, name: "x" }];
    const figure = plot(dots, rows);
    expect(listed(figure)).toHaveLength(1);
    expect(strays(figure)).toEqual([]);
  });
});

describe("years and codes", () => {
  it.each([
    [
      [2019, 2020, 2022],
      ["2019", "2020", "2021", "2022"],
    ],
    [[2023], ["2023"]],
    [
      [2023, 2024],
      ["2023", "2024"],
    ],
  ])("are whole, without grouping and each once: %j", (years, labels) => {
    const rows = years.map((year, v) => ({ year, v }));
    expect(ticks(plot({ marks: [{ mark: "dot", x: "year", y: "v" }] }, rows), "x")).toEqual(labels);
  });

  it.each(["region_code", "行政区划代码", "case_id", "编号"])("are names: %s", (column) => {
    const figure = plot({ marks: [{ mark: "dot", x: "v", y: "v", tip: [column] }] }, [
      { v: 1, [column]: 350600 },
    ]);
    expect(names(figure, ".fadu-grammar .mark")[0]).toContain("350600");
    expect(texts(figure, "details.rows td")).toContain("350600");
  });
});

it("draws a column whose name has dots and brackets", () => {
  const rows = [
    { "地区.名称": "苏州", "a.[b]": 1000 },
    { "地区.名称": "漳州", "a.[b]": 10 },
  ];
  const figure = plot({ marks: [{ mark: "barX", x: "a.[b]", y: "地区.名称" }] }, rows);
  expect(names(figure, ".fadu-grammar .mark")).toEqual([
    "a.[b]：1000；地区.名称：苏州",
    "a.[b]：10；地区.名称：漳州",
  ]);
  expect(texts(figure, ".fadu-grammar [aria-label='x-axis label']")).toEqual(["a.[b]"]);
});

describe("shares of a whole", () => {
  const rows = [
    { g: "a", k: "x", v: 1 },
    { g: "a", k: "y", v: 3 },
    { g: "b", k: "x", v: 2 },
    { g: "b", k: "y", v: null },
    { g: "c", k: "x", v: 2 },
    { g: "c", k: "y", v: -1 },
  ];
  const stack = (offset?: string) => ({
    marks: [
      { mark: "barY", x: "g", y: "v", fill: "k", transform: { stackY: offset ? { offset } : {} } },
    ],
  });

  it("are unknown where a part is missing or negative, and it is said", () => {
    const figure = plot(stack("normalize"), rows);
    expect(names(figure, ".fadu-grammar .mark").map((name) => name.slice(0, 3))).toEqual([
      "g：a",
      "g：a",
    ]);
    expect(listed(figure)).toHaveLength(4);
    expect(strays(figure)).toEqual([]);
  });

  it("are drawn to both sides of zero where the stack is one of values", () => {
    const figure = plot(stack(), rows);
    expect(figure.querySelectorAll(".fadu-grammar .mark")).toHaveLength(5);
    expect(ticks(figure, "y").some((text) => /^[-−]/.test(text))).toBe(true);
  });
});

it("says where a facet has nothing to draw", () => {
  const rows = [
    { a: "p", b: "q", v: 1 },
    { a: "r", b: "s", v: 2 },
  ];
  const figure = plot({ marks: [{ mark: "dot", x: "v", fx: "a", fy: "b" }] }, rows);
  expect(texts(figure, ".fadu-grammar .blank text")).toEqual(["没有行", "没有行"]);
});

it("draws no cell over another", () => {
  const rows = [
    { a: "p", b: "q", v: 1 },
    { a: "p", b: "q", v: 2 },
  ];
  const cell = { mark: "cell", x: "a", y: "b", fill: "v" };
  expect(() => plot({ marks: [cell] }, rows)).toThrow("格子“p × q”");
  const mean = { ...cell, transform: { group: { fill: "mean" } } };
  expect(plot({ marks: [mean] }, rows).querySelectorAll(".fadu-grammar .mark")).toHaveLength(1);
});

it("sorts rows without a value behind all others, and domains by what is drawn", () => {
  const rows = [
    { g: "a", v: null },
    { g: "b", v: 1 },
    { g: "c", v: 3 },
  ];
  const bars = { mark: "barX", x: "v", y: "g" };
  expect(ticks(plot({ marks: [{ ...bars, sort: { y: "-x" } }] }, rows), "y")).toEqual(["c", "b"]);
  const line = plot({ marks: [{ mark: "line", x: "v", y: "v", sort: "-v" }] }, rows);
  expect(strays(line)).toEqual([]);
});

it("draws grouped dots of categories, and refuses what no row of a group gives", () => {
  const rows = [
    { g: "a", k: "x", v: 1 },
    { g: "a", k: "y", v: 3 },
    { g: "a", k: "y", v: 5 },
  ];
  const dot = { mark: "dot", x: "g", y: "v", fill: "k", transform: { groupX: { y: "mean" } } };
  expect(plot({ marks: [dot] }, rows).querySelectorAll(".fadu-grammar .mark")).toHaveLength(2);
  expect(() => plot({ marks: [{ ...dot, r: "v" }] }, rows)).toThrow("missing reducer: r");
});
