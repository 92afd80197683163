import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { catalogueOf, tablesOf, type Language } from "../../src/domain/index.ts";
import { builder } from "../../src/dom/index.ts";
import { evidenceView, resolve } from "../../src/evidence/index.ts";
import { chartTypes, flagsOf, observe, type ChartType, type Row } from "../../src/figures/index.ts";
import { dataset } from "../domain/curated.ts";
import { pictured } from "../publish/picture/world.ts";
import { draw, markOf } from "./draw.ts";

const catalogue = catalogueOf(tablesOf(dataset));
const { document } = new JSDOM("<!doctype html>", { url: "https://example.org/" }).window;
const context = (language: Language) => ({ build: builder(document), language, catalogue });
const [zh, en] = [context("zh"), context("en")];

const mean = (region_id: string, value: number, fact_ids: readonly string[]): Row => ({
  ...{ region_id, value, fact_ids, unit: "万元/件", metric_id: "mean_fine_per_case" },
  ...{ operation: "quotient", scope: "bureau", report_id: `${region_id}-2022` },
  ...{ period_start: "2022-01-01", period_end: "2022-12-31", period_basis: "full_year" },
});
const wansheng = mean("wansheng", 105.91 / 22, ["ws-16", "ws-15"]);
const shanwei = mean("shanwei", 77.48 / 25, ["sw-51", "sw-38"]);
const silent: Row = {
  ...{ region_id: "zhuzhou", metric_id: "mean_fine_per_case", unit: "万元/件", value: null },
  missing: "not_reported",
};
const rows = [wansheng, shanwei, silent];
const lineage = "quotient(ws-16,ws-15)";
const mark = "ws-16 ws-15";

/** What a type needs beside its rows. */
const specs: Partial<Record<ChartType, object>> = {
  matrix: { columns: "region_id" },
};
/** The same regions a year later, without which an axis of time has nothing to show. */
const later = ["wansheng", "shanwei"].map((region_id): Row => ({
  ...{ region_id, metric_id: "mean_fine_per_case", value: 4, unit: "万元/件", scope: "bureau" },
  ...{ period_start: "2023-01-01", period_end: "2023-12-31", period_basis: "full_year" },
}));
/** Types that set figures on a scale, where a range has a length. */
const onScale: readonly ChartType[] = ["dots", "dumbbell", "bars", "slope", "ranking", "trend"];

describe.each(chartTypes)("a range in the chart type %s", (type) => {
  const spec = { type, ...specs[type] };

  it("stands in the name of its mark, with a missing row beside it", () => {
    for (const [at, ends] of [
      [zh, /3\.3\d+至9\.74/],
      [en, /33,[67]\d\d to 97,400/],
    ] as const) {
      const chart = draw(spec, rows, at);
      const named = [...chart.querySelectorAll(`[data-fact="${mark}"]`)];
      const texts = named.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? "");
      expect(texts.some((text) => ends.test(text))).toBe(true);
      expect(chart.textContent).toContain(at === zh ? "株洲" : "Zhuzhou");
    }
  });

  it("is in its picture", () => {
    const { document: svg } = pictured(spec, { context: zh, rows });
    expect(svg.documentElement.textContent).toMatch(/3\.3\d+至9\.74/);
  });

  if (onScale.includes(type))
    it("is drawn from end to end, and certain figures are not", () => {
      const chart = draw(spec, type === "trend" ? [...rows, ...later] : rows, zh);
      expect(markOf(chart, mark).querySelector(".reach")).not.toBeNull();
      expect(markOf(chart, "sw-51 sw-38").querySelector(".reach")).toBeNull();
    });
});

it("reaches on the axis as far as its ends do", () => {
  const path = markOf(draw({ type: "dots" }, rows, zh), mark).querySelector(".reach");
  const [low = 0, high = 0] = (
    /M([\d.]+),[\d.]+H([\d.]+)/.exec(path?.getAttribute("d") ?? "") ?? []
  )
    .slice(1)
    .map(Number);
  const ofZero = (low * 9.74 - high * 3.36529411765) / (9.74 - 3.36529411765);
  const middle = low + ((105.91 / 22 - 3.36529411765) / (9.74 - 3.36529411765)) * (high - low);
  expect(high).toBeGreaterThan(low);
  expect(ofZero).toBeGreaterThan(0);
  const dot = markOf(draw({ type: "dots" }, rows, zh), mark).querySelector(".glyph");
  const x = Number(/translate\(([\d.]+)/.exec(dot?.getAttribute("transform") ?? "")?.[1]);
  expect(x).toBeCloseTo(middle, 0);
});

it("is in the label, the table and the flags, and in the strip of a lone figure", () => {
  const chart = draw({ type: "dots" }, [wansheng], zh);
  expect(markOf(chart, mark).querySelector(".value")?.textContent).toMatch(/（3\.37至9\.74）$/);
  expect(chart.querySelector("table")?.textContent).toMatch(/（3\.3653至9\.74）/);
  expect(flagsOf(observe(wansheng, catalogue), zh)).toContain("inclusion_open");
  expect(chart.querySelector(".caveat")?.textContent).toBe("万盛没说是否包括镇街代罚的。");
});

it("takes the places of a list where another figure lies within", () => {
  const within = mean("kunming", 5, ["c-x", "c-y"]);
  const facts = new Map(catalogue.facts);
  const amount = facts.get("sw-51");
  const cases = facts.get("sw-38");
  if (!amount || !cases) throw new Error("missing facts of Shanwei");
  const own = { region_id: "kunming", report_id: "kunming-2022" };
  facts.set("c-x", { ...amount, ...own, fact_id: "c-x", value: 50 });
  facts.set("c-y", { ...cases, ...own, fact_id: "c-y", value: 10 });
  const places = (given: readonly Row[]) =>
    [
      ...draw({ type: "ranking" }, given, {
        ...zh,
        catalogue: { ...catalogue, facts },
      }).querySelectorAll(".place"),
    ].map((one) => one.textContent);
  expect(places([wansheng, shanwei])).toEqual(["1", "2"]);
  expect(places([wansheng, within])).toEqual(["", ""]);
});

describe("its evidence", () => {
  const evidence = resolve(catalogue, lineage);
  const panel = evidence && evidenceView({ ...zh, archive: catalogue }, evidence);

  it("gives both ends with their formulas", () => {
    const items = [...(panel?.querySelectorAll(".range li") ?? [])];
    expect(items.map((one) => one.getAttribute("data-lineage"))).toEqual([
      "quotient_of_sums(ws-16,ws-20,ws-15,ws-19)",
      "quotient_of_differences(ws-16,ws-20,ws-15,ws-19)",
    ]);
    expect(items[0]?.textContent).toContain("(105.91万元 + ");
    expect(items[1]?.textContent).toMatch(/= 9\.74万元\/件$/);
  });

  it("leads to every clause behind them", () => {
    const clauses = [...(panel?.querySelectorAll("blockquote") ?? [])].map(
      (one) => one.textContent,
    );
    expect(clauses).toEqual([
      ...["ws-16", "ws-15", "ws-20", "ws-19"].map((id) => catalogue.facts.get(id)?.evidence),
    ]);
  });

  it("resolves the lineage of each end by itself", () => {
    const facts = evidence?.facts.map(({ fact_id }) => fact_id);
    expect(facts).toEqual(["ws-16", "ws-15"]);
    expect(resolve(catalogue, "quotient_of_sums(ws-16,ws-20,ws-15,ws-19)")?.facts).toHaveLength(4);
  });
});
