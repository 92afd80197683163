import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import { altText, chartTypes, figureTypes, noCaveats, type Row } from "../../src/figures/index.ts";
import { contentOf, packageFiles } from "../../src/publish/package/index.ts";
import { picture } from "../../src/publish/picture/index.ts";
import { drawnChart, type DrawnChart } from "../../src/runtime/drawn.ts";
import { draw, figureOf } from "../charts/draw.ts";
import { gap, row, stated, texts, world } from "../charts/world.ts";

const COUNT = 10_000;
const zh = world("zh");
const { document } = new JSDOM("<!doctype html>").window;
const grammar = await loadGrammar();

/** 500 regions that state 20 metrics each; every seventh cell says that there is no figure. */
const rows: readonly Row[] = Array.from({ length: COUNT }, (_, i) => {
  const at = { region_id: `r${Math.floor(i / 20)}`, metric_id: `m${i % 20}` };
  return i % 7 === 0 ? gap(at) : row({ ...at, fact_id: `f-${i}`, value: i });
});
const valued = rows.filter((one) => "value" in one).length;

const chartOf = (spec: Row, title = ""): DrawnChart => {
  stated(rows);
  const text = (key: string) => (key === "title" && title !== "" ? [title] : []);
  return drawnChart({
    ...{ id: "many", spec, rows, results: new Map(), together: false, text },
    grammar: spec["type"] === "plot" ? grammar : undefined,
  });
};

/** The lines of a CSV after its head. */
const linesOf = (csv: string): string[] => csv.split("\r\n").slice(1).filter(Boolean);

describe("a matrix of 10 000 cells", () => {
  const spec = { type: "matrix", rows: "region_id", columns: "metric_id", cells: "symbols" };

  it("is whole in its model and in what it says", () => {
    const { model } = figureOf(spec, rows, zh);
    expect(model.rows).toHaveLength(COUNT);
    expect(model.observations).toHaveLength(COUNT);
    expect(model.body).toMatchObject({ grid: { rowIds: { length: 500 } } });
    expect(model.description.what).toContain(String(valued));
    expect(model.description.found.join()).toMatch(/20.*500.*8571.*1429/);
    expect(altText(model)).toContain("500");
  });

  it("compares none of its values with another, and so says nothing of differences", () => {
    const { model } = figureOf({ ...spec, cells: "values" }, rows, zh);
    expect(model.caveats).toEqual(noCaveats);
  });

  it("shows a page of it at once and names the others", () => {
    const figure = draw(spec, rows, zh);
    expect(figure.querySelectorAll(".chart tbody > tr")).toHaveLength(40);
    const [first, ...others] = texts(figure, ".chart .page-at, .chart summary");
    expect(first).toBe("第1–40个地区，共500个：r0至r39");
    expect(others).toHaveLength(12);
    expect(others.at(-1)).toBe("第481–500个地区，共500个：r480至r499");
    // What a column has is counted over all of them, not over the page.
    const counts = texts(figure, ".chart thead small").slice(0, 20).map(Number);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(valued);
  });

  it("leaves the page whole: every row in the data file, every mark in the figure's page", () => {
    const chart = chartOf(spec, "五百个地区");
    const content = contentOf({ chart, archive: zh.catalogue, document, style: "" });
    expect(linesOf(content.csv)).toHaveLength(COUNT);
    const place = {
      kind: "alone",
      home: null,
      notebook: { zh: "", en: "en/" },
      address: null,
    } as const;
    const files = packageFiles({ content, place, since: null });
    expect(linesOf(String(files.get("data.csv")))).toHaveLength(COUNT);
    for (const path of ["index.html", "en/index.html"]) {
      const html = String(files.get(path));
      expect(html.match(/data-fact="/g), path).toHaveLength(valued);
      expect(html.match(/data-missing="/g), path).toHaveLength(COUNT - valued);
    }
  }, 240_000);

  it("is whole as a picture of symbols; one of values says how many rows it leaves out", () => {
    const symbols = picture(figureOf(spec, rows.slice(0, 2_000), zh), zh).svg;
    for (const name of ["r0", "r50", "r99"]) expect(symbols).toContain(`>${name}<`);
    const values = picture(
      figureOf({ ...spec, cells: "values" }, rows.slice(0, 2_000), zh),
      zh,
    ).svg;
    expect(values).toContain("另有 60 行未画出，见数据文件。");
  }, 120_000);
});

describe("a table of 10 000 rows", () => {
  const spec = { type: "table" };

  it("shows them in pages, and in the data file at once", () => {
    const figure = draw(spec, rows, zh);
    const places = texts(figure, ".chart .page-at, .chart summary");
    expect(places).toHaveLength(Math.ceil(COUNT / 320));
    expect(places.at(-1)).toBe("第9921–10,000行，共10,000行");
    const { svg } = picture(figureOf(spec, rows, zh), zh);
    expect(svg).toContain("另有 9976 行未画出，见数据文件。");
  }, 60_000);
});

describe("ten thousand rows of any type", () => {
  const each = chartTypes.filter((type) => figureTypes[type].drawsEachRow);

  it.each(each)("are refused with both numbers where each would be a mark: %s", (type) => {
    for (const language of ["zh", "en"] as const)
      expect(() => figureOf({ type }, rows, world(language))).toThrow(/10,000.*500/s);
  });

  // What is counted are marks: the others have pages, or cells that hold several rows.
  it("are drawn by all others", () => {
    const others = chartTypes.filter((type) => !each.includes(type));
    expect(others).toEqual(["legend", "matrix", "table"]);
    for (const type of others)
      expect(figureOf({ type }, rows, zh).model.observations).toHaveLength(COUNT);
  });

  it("are dots of the grammar, each of them, with all rows in the table below and in the data", () => {
    const marks = [{ mark: "dot", x: "value", y: "region_id" }];
    const chart = chartOf({ type: "plot", marks });
    const { model } = chart.drawable(zh);
    expect(model.rows).toHaveLength(COUNT);
    expect(model.caveats.lead).toBe("有8571个数字，未逐对比较：筛选到更少时，会说明它们有何不同。");
  });
});

describe("what is said of 10 000 figures", () => {
  it("names no highest of so many, and says that", () => {
    const found = figureOf({ type: "table" }, rows, zh).model.description.found.join("");
    expect(found).toMatch(/个数字，太多，不说最高最低|最高/);
    const one = rows.map((r) => ({ ...r, metric_id: "fines" }));
    expect(figureOf({ type: "table" }, one, zh).model.description.found).toEqual([
      "罚款、一个局有8571个数字，太多，不说最高最低。",
    ]);
  });

  it("says in an alternative text that there is more, after the author's own words too", () => {
    const lacking = Array.from({ length: 20 }, (_, i) =>
      gap({
        ...{ region_id: `r${i}`, region_zh: `${"很长的地名".repeat(6)}${i}`, region_en: `r${i}` },
        missing: i % 2 === 0 ? "not_read" : "not_reported",
      }),
    );
    const own = { alt: "作者自己的话。".repeat(60) };
    const { model } = figureOf({ type: "table" }, [row(), ...lacking], zh, own);
    expect(altText(model)).toMatch(/^作者自己的话.*其余见数据表。$/);
  });
});
