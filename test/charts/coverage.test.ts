import { describe, expect, it } from "vitest";
import type { ChartContext } from "../../src/charts/index.ts";
import type { ChartSpec, Row } from "../../src/figures/index.ts";
import { draw } from "./draw.ts";
import { gap, hostile, names, row, texts, world } from "./world.ts";

const spec: ChartSpec = {
  type: "matrix",
  rows: "region_id",
  columns: "metric_id",
  cells: "symbols",
  rowLink: "../figures/?region={}",
  columnLink: "?measure={}#figures-by-region",
  cellLink: "../figures/?region={region}&measure={metric}",
};
const rows: Row[] = [
  row({ scope: "bureau" }),
  row({ fact_id: "jia-02", scope: "jurisdiction_total", value: 340 }),
  gap({ region_id: "jia", metric_id: "firms" }),
  row({ region_id: "yi", alignment: "figure" }),
  gap({ region_id: "yi", metric_id: "firms", missing: "not_read" }),
];
const coverage = (context: ChartContext = world("zh"), changes: ChartSpec = {}, data = rows) =>
  draw({ ...spec, ...changes }, data, context);
const hrefs = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((a) => a.getAttribute("href"));

it("has what is planned after what was done in a cell of a matrix", () => {
  const rows = [row({ fact_id: "plan", status: "planned", value: 999 }), row({ fact_id: "done" })];
  const marks = draw({ type: "matrix" }, rows, world("zh")).querySelectorAll(".matrix .mark");
  expect([...marks].map((mark) => mark.getAttribute("data-fact"))).toEqual(["done", "plan"]);
});

describe("a matrix of symbols", () => {
  it("has regions down and measures across, in the order of the data", () => {
    const figure = coverage();
    expect(texts(figure, ".coverage tbody th")).toEqual(["甲市省", "乙市省"]);
    expect(texts(figure, "thead th a")).toEqual(["罚款", "企业"]);
    expect(texts(figure, "thead small")).toEqual(["2", "0"]);
    expect(names(figure, "thead small")).toEqual(["2个地区有数字", "0个地区有数字"]);
  });

  it("leads on from its heads, and from a cell of several figures to their list", () => {
    const figure = coverage();
    expect(hrefs(figure, "tbody th a")).toEqual([
      "../figures/?region=jia",
      "../figures/?region=yi",
    ]);
    expect(hrefs(figure, "thead a")[0]).toBe("?measure=fines#figures-by-region");
    const several = figure.querySelector(".several");
    expect(several?.getAttribute("href")).toBe("../figures/?region=jia&measure=fines");
    expect(several?.getAttribute("data-fact")).toBe("jia-02 jia-01");
    expect(several?.hasAttribute("data-evidence")).toBe(false);
    expect(several?.getAttribute("data-several")).toBe("jia-02 jia-01");
    expect(several?.getAttribute("aria-label")).toBe("甲市，罚款；2个数字；340万元；120万元");
    expect(several?.textContent).toBe("2");
    expect(several?.querySelector(".glyph")?.getAttribute("class")).toBe("glyph filled");
  });

  it("leads to the clause from a cell of one figure", () => {
    const only = coverage().querySelector('[data-evidence="yi-01"]');
    expect(only?.textContent).toBe("");
  });

  it("shows every figure of a cell where there is no list to lead to", () => {
    const marks = coverage(world("zh"), { cellLink: undefined }).querySelectorAll(
      ".coverage [data-evidence]",
    );
    expect(marks).toHaveLength(3);
  });

  it("tells not reported from not read by form and by name", () => {
    const figure = coverage();
    const [reported, read] = figure.querySelectorAll(".coverage [data-missing]");
    expect(reported?.querySelector(".glyph.not_read")).toBeNull();
    expect(read?.querySelector(".glyph.not_read")).not.toBeNull();
    expect(names(figure, ".coverage [data-missing]")).toEqual([
      "甲市，企业；未报告",
      "乙市，企业；未通读",
    ]);
  });

  it("draws what is derived with a dotted outline", () => {
    const derived = row({ operation: "quotient", fact_ids: ["a", "b"], region_id: "bing" });
    const figure = coverage(world("zh"), {}, [derived]);
    expect(figure.querySelector(".coverage .orbit")).not.toBeNull();
  });

  it("is a grid in a frame of its own, which the keyboard can scroll", () => {
    const frame = coverage().querySelector(".coverage");
    expect(frame?.getAttribute("tabindex")).toBe("0");
    expect(frame?.getAttribute("role")).toBe("group");
    expect(frame?.hasAttribute("data-grid")).toBe(true);
    expect(frame?.querySelectorAll("[data-lead]")).toHaveLength(4);
  });

  it.each(["javascript:alert({})", "https://example.org/{}", "//example.org/{}", "data:,{}", 7])(
    "refuses a link that leads elsewhere: %s",
    (rowLink) => {
      expect(() => coverage(world("zh"), { rowLink })).toThrow("invalid rowLink");
    },
  );

  it("escapes what it fills into a link, and takes names as text", () => {
    const figure = coverage(world("zh"), {}, [
      row({ region_id: "evil" }),
      row({ region_id: "a&b=c" }),
    ]);
    expect(hrefs(figure, "tbody th a")[1]).toBe("../figures/?region=a%26b%3Dc");
    expect(texts(figure, "tbody th")[0]).toContain(hostile);
    expect(figure.querySelector("img, script")).toBeNull();
  });

  it("fills a folder of a link with plain names only, and leads nowhere else", () => {
    const figure = coverage(world("zh"), { rowLink: "../regions/{}/" }, [
      row({ region_id: "jia" }),
      row({ region_id: ".." }),
      row({ region_id: "a/b" }),
      row({ region_id: "" }),
    ]);
    expect(hrefs(figure, "tbody th a")).toEqual(["../regions/jia/"]);
  });

  it("refuses one thing in both directions, and a cell it does not know", () => {
    expect(() => coverage(world("zh"), { columns: "region_id" })).toThrow(
      "invalid columns: region_id",
    );
    expect(() => coverage(world("zh"), { cells: "colours" })).toThrow("invalid cells: colours");
  });
});
