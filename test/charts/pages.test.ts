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
    expect(texts(english, ".page-at, summary")).toEqual([
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
    const rows = cells(60, 10).flatMap((one) => [
      one,
      { ...one, fact_id: `${String(one["fact_id"])}b` },
      one,
    ]);
    const figure = draw({ ...matrix, cells: shown }, rows, world("zh"));
    expect(figure.querySelectorAll(".chart tbody > tr")).toHaveLength(60);
    expect(figure.querySelector(".chart .page-at")).toBeNull();
  });

  // Both kinds of cells come in the same pages; those of symbols are sooner drawn.
  it("has pages of whole rows", () => {
    const shown = "symbols";
    const rows = cells(250, 20);
    const figure = draw({ ...matrix, cells: shown }, rows, world("zh"));
    expect(texts(figure, ".chart .page-at, .chart summary")).toEqual([
      "第1–200行，共250行",
      "第201–250行，共250行",
    ]);
    const still = draw({ ...matrix, cells: shown }, rows, world("zh"), { state: "static" });
    expect(still.querySelectorAll(".chart tbody > tr")).toHaveLength(250);
    expect(still.querySelectorAll(".chart [data-fact]")).toHaveLength(5_000);
  }, 120_000);
});

it("draws all rows of a reader's own as a table below a plot", () => {
  const rows = Array.from({ length: 1_500 }, (_, n) => ({ n }));
  const spec = { type: "plot", marks: [{ mark: "tickX", x: "n" }] };
  const figure = draw(spec, rows, world("zh"), { grammar, state: "static" });
  expect(figure.querySelectorAll("details.rows tbody > tr")).toHaveLength(1_500);
});
