import { describe, expect, it } from "vitest";
import type { Row } from "../../src/figures/index.ts";
import { loadGrammar } from "../../src/charts/index.ts";
import { checkChart } from "../../src/notebook/chart-cell/index.ts";
import { draw } from "./draw.ts";
import { gap, names, row, texts, world } from "./world.ts";

const grammar = await loadGrammar();
const rows = [row({ value: 30 }), row({ region_id: "yi", value: 90 }), gap()];
const text = { zh: "含两起事故", en: "Two accidents" };
const long = {
  zh: "这一年有两起较大事故，罚款多半由此而来，不宜与别的年份直接相比",
  en: "Two major accidents account for most of the fines of this year, so compare it with care",
};
const point = { type: "point", region: "jia", text };

function trendRows(): Row[] {
  return [2020, 2021, 2022].map((year) =>
    row({
      fact_id: `jia-${year}`,
      value: year - 2000,
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
    }),
  );
}

describe.each(["dots", "bars"])("a note on a figure of %s", (type) => {
  const spec = { type, annotate: [point] };

  it("stands beside its mark, with a name that says what it is about", () => {
    const figure = draw(spec, rows, world("zh"));
    const note = figure.querySelector("[data-annotation]");
    expect(note?.getAttribute("aria-label")).toBe("注1；甲市，30万元；含两起事故");
    expect(note?.querySelector(".note-text")?.textContent).toBe("含两起事故");
    expect(figure.querySelector(".chart .annotations")).toBeNull();
  });

  it("is a number with its text below where the text has no room", () => {
    const narrow = { type, annotate: [{ ...point, text: long }] };
    const figure = draw(narrow, rows, world("zh"), { variants: ["narrow"] });
    expect(texts(figure, ".chart .note-number")).toEqual(["1"]);
    expect(texts(figure, ".chart .annotations li")).toEqual([`① ${long.zh}`]);
  });

  it("is a note of the table, in the reader's language", () => {
    const notes = (language: "zh" | "en") =>
      texts(draw(spec, rows, world(language)), ".rows .annotations li");
    expect(notes("zh")).toEqual(["① 甲市，30万元：含两起事故"]);
    expect(notes("en")).toEqual(["① Jia, CNY 300,000: Two accidents"]);
  });
});

describe("a line and a band", () => {
  it("cross the rows at their values, before the marks", () => {
    const annotate = [
      { type: "line", at: 50, text },
      { type: "range", from: 60, to: 80, text },
    ];
    const figure = draw({ type: "dots", annotate }, rows, world("zh"));
    expect(figure.querySelectorAll(".chart .note-line")).toHaveLength(1);
    const band = figure.querySelector(".chart .note-range");
    expect(Number(band?.getAttribute("width"))).toBeGreaterThan(50);
    expect(names(figure, ".annotation")).toEqual(["注1；50；含两起事故", "注2；60–80；含两起事故"]);
  });

  it("stand in time in a trend, in the panels that they name", () => {
    const annotate = [
      { type: "line", at: "2021-07-01", region: "jia", text },
      { type: "range", from: "2020", to: "2020-06-30", region: "yi", text },
      { type: "line", axis: "value", at: 21, text },
    ];
    const figure = draw({ type: "trend", annotate }, trendRows(), world("zh"));
    expect(names(figure, ".annotation")).toEqual([
      "注1；甲市，2021年7月1日；含两起事故",
      "注3；21；含两起事故",
    ]);
  });
});

describe("a note in a plot", () => {
  it("is a number at its mark, a labelled line behind it, and a text below", () => {
    const spec = {
      type: "plot",
      marks: [{ mark: "dot", x: "value", y: "region_id" }],
      annotate: [point, { type: "line", at: 50, text }],
    };
    const figure = draw(spec, rows, world("zh"), { grammar });
    expect(texts(figure, ".note-number")).toEqual(["1"]);
    expect(texts(figure, ".note-text")).toEqual(["含两起事故"]);
    expect(texts(figure, ".chart .annotations li")).toEqual(["① 含两起事故"]);
  });
});

describe("a note whose target is not there", () => {
  it.each([
    [{ type: "dots" }, { type: "line", at: 9e9, text }, rows],
    [{ type: "dots" }, { type: "point", region: "bing", text }, rows],
    [{ type: "trend" }, { type: "line", at: "1999", text }, trendRows()],
    [
      { type: "plot", marks: [{ mark: "dot", x: "value", y: "region_id" }] },
      { type: "range", from: 8e9, to: 9e9, text },
      rows,
    ],
  ])("is said below the drawing of %j where that has no place for it", (spec, note, given) => {
    const figure = draw({ ...spec, annotate: [note] }, given, world("zh"), { grammar });
    expect(figure.querySelector(".chart .annotation")).toBeNull();
    expect(texts(figure, ".chart .annotations li")).toEqual(["① 含两起事故（图上没有它的位置）"]);
  });

  it("is told where no such thing exists, and the chart is drawn", () => {
    const figure = draw(
      { type: "dots", annotate: [{ ...point, region: "nowhere" }] },
      rows,
      world("en"),
    );
    expect(texts(figure, ".warning")).toEqual([
      "Note ① is about “nowhere”, which does not exist; it is not drawn.",
    ]);
    expect(figure.querySelectorAll(".chart .mark[data-fact]")).toHaveLength(2);
    expect(figure.querySelector(".annotations")).toBeNull();
  });

  it("stays among the notes of the table where a filter took the figure away", () => {
    const figure = draw({ type: "dots", annotate: [point] }, rows.slice(1), world("zh"));
    expect(figure.querySelector(".warning, .chart .annotation")).toBeNull();
    expect(texts(figure, ".rows .annotations li")[0]).toContain("所选条件下没有这个数字");
  });
});

describe("the schema of notes", () => {
  const faults = (annotate: unknown, more: object = {}) =>
    checkChart({ type: "dots", annotate, ...more }).map((fault) =>
      fault.kind === "wrong" ? fault.message : `unknown ${fault.thing}: ${fault.name}`,
    );

  it("takes notes of each type", () => {
    const line = { type: "line", at: "2021-09-01", text };
    expect(faults([point, line, { type: "range", from: 1, to: 2, text }])).toEqual([]);
  });

  it("names what is wrong, with its place", () => {
    expect(faults([{ ...point, type: "pont" }])).toEqual(["unknown annotation: pont"]);
    expect(faults([{ ...point, regoin: "jia" }])).toEqual(["unknown annotation option: regoin"]);
    expect(faults([{ type: "line", text }])).toEqual(["missing annotation option: at"]);
    expect(faults([{ type: "point", text }])).toEqual([
      "missing annotation option: region or fact (point)",
    ]);
    expect(faults([{ type: "range", from: 2, to: 1, text }])).toEqual([
      "invalid value: 1 (after 2)",
    ]);
    expect(checkChart({ annotate: [{ ...point, regoin: 1 }] })[0]?.path).toEqual([
      "annotate",
      0,
      "regoin",
    ]);
  });

  it("is not of charts that have no place for notes", () => {
    expect(checkChart({ type: "table", annotate: [point] })).toHaveLength(1);
    const marks = [{ mark: "dot", x: "value", fx: "scope" }];
    expect(checkChart({ type: "plot", marks, annotate: [point] }).length).toBe(1);
  });
});
