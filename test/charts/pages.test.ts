import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { draw } from "./draw.ts";
import { row, texts, world } from "./world.ts";

const grammar = await loadGrammar();
const many = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => row({ fact_id: `f-${i}`, value: i + 1 }));
const rowsOf = (root: Element) => root.querySelectorAll("tbody > tr").length;
/** A reader opens a folded page. */
function open(details: Element): void {
  (details as HTMLDetailsElement).open = true;
  const { Event } = details.ownerDocument.defaultView ?? globalThis;
  details.dispatchEvent(new Event("toggle"));
}

describe("a table of 700 figures", () => {
  const figure = draw({ type: "table" }, many(700), world("zh"));
  const [second, third] = figure.querySelectorAll("details.page");

  it("says which rows a page shows, of how many", () => {
    expect(texts(figure, ".page-at, details.page > summary")).toEqual([
      "第1–320行，共700行",
      "第321–640行，共700行",
      "第641–700行，共700行",
    ]);
    const english = draw({ type: "table" }, many(321), world("en"));
    expect(texts(english, ".page-at, details.page > summary")).toEqual([
      "Rows 1–320 of 321",
      "Rows 321–321 of 321",
    ]);
  });

  it("makes a further page when it is opened, once, with every figure linked", () => {
    expect(rowsOf(figure)).toBe(320);
    if (!second || !third) throw new Error("missing page");
    open(second);
    open(second);
    expect(rowsOf(figure)).toBe(640);
    open(third);
    const ids = [...figure.querySelectorAll("td.value a")].map((a) => a.getAttribute("data-fact"));
    expect(new Set(ids).size).toBe(700);
  });

  it("is whole where no page runs, and without pages where one holds all", () => {
    const still = draw({ type: "table" }, many(700), world("zh"), { state: "static" });
    expect(rowsOf(still)).toBe(700);
    const short = draw({ type: "table" }, many(320), world("zh"));
    expect(short.querySelector(".page-at, details.page")).toBeNull();
    expect(rowsOf(short)).toBe(320);
  });
});

describe("a matrix", () => {
  const cells = (regions: number, metrics: number): Row[] =>
    Array.from({ length: regions * metrics }, (_, i) =>
      row({
        fact_id: `f-${i}`,
        region_id: `r${Math.floor(i / metrics)}`,
        metric_id: `m${i % metrics}`,
      }),
    );
  const matrix = { type: "matrix", rows: "region_id", columns: "metric_id" };

  it.each(["symbols", "values"])("counts cells, not rows of the query: %s", (shown) => {
    // Three figures in each cell.
    const rows = cells(50, 10).flatMap((one) => [
      one,
      { ...one, fact_id: `${String(one["fact_id"])}b` },
      one,
    ]);
    const figure = draw({ ...matrix, cells: shown }, rows, world("zh"));
    expect(figure.querySelectorAll(".chart tbody > tr")).toHaveLength(50);
    expect(figure.querySelector(".chart .page-at")).toBeNull();
  });

  // Both kinds of cells come in the same pages.
  it.each(["symbols", "values"])("has pages of forty regions, named by their ends: %s", (shown) => {
    const rows = cells(134, 2);
    const figure = draw({ ...matrix, cells: shown }, rows, world("zh"));
    expect(texts(figure, ".chart .page-at, .chart summary")).toEqual([
      "第1–40个地区，共134个：r0至r39",
      "第41–80个地区，共134个：r40至r79",
      "第81–120个地区，共134个：r80至r119",
      "第121–134个地区，共134个：r120至r133",
    ]);
    expect(figure.querySelectorAll(".chart tbody > tr")).toHaveLength(40);
    for (const page of figure.querySelectorAll("details.page")) open(page);
    const names = texts(figure, ".chart tbody th");
    expect(names).toEqual(Array.from({ length: 134 }, (_, i) => `r${i}`));
    const still = draw({ ...matrix, cells: shown }, rows, world("zh"), { state: "static" });
    expect(still.querySelectorAll(".chart tbody > tr")).toHaveLength(134);
    expect(still.querySelectorAll(".chart [data-fact]")).toHaveLength(268);
  });

  it("says in English too which regions or measures a page has", () => {
    const english = (rows: string) => {
      const spec = { ...matrix, rows, columns: rows === "region_id" ? "metric_id" : "region_id" };
      return texts(
        draw(spec, rows === "region_id" ? cells(51, 1) : cells(1, 51), world("en")),
        ".chart summary",
      );
    };
    expect(english("region_id")).toEqual(["Regions 41–51 of 51: r40 to r50"]);
    expect(english("metric_id")).toEqual(["Measures 41–51 of 51: m40 to m50"]);
  });

  it("has shorter pages where it is very wide", () => {
    const figure = draw({ ...matrix, cells: "symbols" }, cells(12, 500), world("zh"));
    expect(texts(figure, ".chart .page-at")).toEqual(["第1–8个地区，共12个：r0至r7"]);
  }, 60_000);
});

it("draws all rows of a reader's own as a table below a plot", () => {
  const rows = Array.from({ length: 1_500 }, (_, n) => ({ n }));
  const spec = { type: "plot", marks: [{ mark: "tickX", x: "n" }] };
  const figure = draw(spec, rows, world("zh"), { grammar, state: "static" });
  expect(figure.querySelectorAll("details.rows tbody > tr")).toHaveLength(1_500);
});
