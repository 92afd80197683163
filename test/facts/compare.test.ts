import { describe, expect, it } from "vitest";
import {
  aspectWords,
  aspects,
  byId,
  caveatWords,
  caveats,
  differences,
  isPartOfYear,
  meanFine,
  monthsCovered,
  refusalWords,
  refusals,
  yearOf,
} from "../../src/facts/index.ts";
import type { Fact } from "../../src/facts/index.ts";
import { dataset, fact } from "./fixture.ts";

const { metrics, regions } = dataset();
const context = {
  metrics: byId(
    metrics.map((metric) => ({
      ...metric,
      theme: metric.metric_id === "penalty_amount" ? "penalties" : "t",
    })),
    "metric_id",
  ),
  regions: byId(regions, "region_id"),
};
const aspectsOf = (a: Partial<Fact>, b: Partial<Fact>) =>
  differences(fact(a), fact(b), context).map((difference) => difference.aspect);

const nineMonths = { period_end: "2022-09-30", period_basis: "ytd" } as const;

describe("two figures", () => {
  it("of one kind differ in nothing, whatever their year and value", () => {
    const year = { period_start: "2023-01-01", period_end: "2023-12-31" };
    expect(aspectsOf({}, { ...year, value: 7, region_id: "a" })).toEqual([]);
  });

  it("that count different things, or for different bodies, say so", () => {
    expect(aspectsOf({}, { metric_id: "rate", unit: "%" })).toEqual([
      "metric",
      "unit",
      "counting_object",
    ]);
    expect(aspectsOf({}, { scope: "jurisdiction_total" })).toEqual(["scope"]);
    expect(aspectsOf({}, { subset: "sector:非煤矿山" })).toEqual(["subset"]);
    expect(aspectsOf({ count_basis: "filed" }, { count_basis: "imposed" })).toEqual([
      "count_basis",
    ]);
    expect(aspectsOf({ baseline: "statutory" }, { baseline: "unstated" })).toEqual(["baseline"]);
    expect(aspectsOf({}, { qualifier: "at_least" })).toEqual(["qualifier"]);
    expect(aspectsOf({}, { status: "planned" })).toEqual(["status"]);
    expect(aspectsOf({}, { region_id: "p" })).toEqual(["region_level"]);
  });

  it("of nine months and of a year say both kind and length", () => {
    expect(differences(fact(nineMonths), fact(), context)).toEqual([
      { aspect: "period_basis", a: "part", b: "year" },
      { aspect: "period_length", a: "9", b: "12" },
    ]);
  });

  it("on either side of the law of 2021 say so where they are penalties", () => {
    const old = { period_start: "2020-01-01", period_end: "2020-12-31" };
    const fine = { metric_id: "penalty_amount", unit: "万元" };
    expect(aspectsOf({ ...fine, ...old }, fine)).toEqual(["law"]);
    expect(aspectsOf(old, {})).toEqual([]);
  });
});

describe("a mean fine", () => {
  const amount = fact({
    fact_id: "f",
    metric_id: "penalty_amount",
    value: 105.91,
    count_basis: "imposed",
  });
  const cases = fact({
    fact_id: "n",
    metric_id: "penalty_cases",
    value: 22,
    count_basis: "imposed",
  });

  it("leads to its parents and its formula", () => {
    expect(meanFine(amount, cases)).toEqual({
      ok: true,
      derived: {
        value: 4.81409090909,
        unit: "万元/件",
        parents: ["f", "n"],
        formula: "105.91 ÷ 22",
        caveats: [],
      },
    });
  });

  it("per case filed says so", () => {
    const filed = { ...cases, metric_id: "cases_filed", count_basis: "filed" } as const;
    expect(meanFine(amount, filed)).toMatchObject({ derived: { caveats: ["filed_not_imposed"] } });
  });

  it.each([
    ["report", { report_id: "x" }],
    ["region", { region_id: "x" }],
    ["metric", { metric_id: "cases_filed_pre_accident" }],
    ["scope", { scope: "delegated_townships" }],
    ["subset", { subset: "sector:x" }],
    ["period", nineMonths],
    ["zero", { value: 0 }],
  ] as const)("is refused where the %s does not fit", (refusal, changes) => {
    expect(meanFine(amount, { ...cases, ...changes })).toEqual({ ok: false, refusal });
  });
});

describe("a period", () => {
  it("has months, a year, and may be part of one", () => {
    expect(monthsCovered(fact())).toBe(12);
    expect(monthsCovered(fact(nineMonths))).toBe(9);
    expect(monthsCovered(fact({ period_end: "2022-12-10", period_basis: "ytd" }))).toBe(11.32);
    expect(monthsCovered(fact({ period_basis: "point_in_time" }))).toBe(0);
    expect(isPartOfYear(fact(nineMonths))).toBe(true);
    expect(isPartOfYear(fact())).toBe(false);
    expect(yearOf(fact())).toBe(2022);
  });
});

it("has words in both languages for every refusal, caveat and aspect", () => {
  const words = [
    ...refusals.map((key) => refusalWords[key]),
    ...caveats.map((key) => caveatWords[key]),
    ...aspects.map((key) => aspectWords[key]),
  ];
  for (const { zh, en } of words) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});
