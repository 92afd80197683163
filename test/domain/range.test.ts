import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derive, mayRank, parseLineage, rangeOf, roundDerived } from "../../src/domain/index.ts";
import type { Fact } from "../../src/domain/index.ts";
import { profileOf } from "../../src/domain/comparability/profile.ts";
import { bothCorpora, context, core, derived, everything, figure } from "./curated.ts";
import { fact } from "./fixture.ts";

/** A bureau's fines and cases, and what townships did in its name beside them. */
function report([sum, count, partSum, partCount]: readonly [number, number, number, number]) {
  const base = { count_basis: "imposed", accident: "unstated" } as const;
  const amount = { ...base, metric_id: "penalty_amount", unit: "万元" };
  const cases = { ...base, metric_id: "penalty_cases", unit: "件" };
  const delegated = { scope: "delegated_townships" } as const;
  return [
    fact({ ...amount, fact_id: "f", value: sum }),
    fact({ ...cases, fact_id: "n", value: count }),
    fact({ ...amount, ...delegated, fact_id: "pf", value: partSum }),
    fact({ ...cases, ...delegated, fact_id: "pn", value: partCount }),
  ] as const;
}

const ofMean = (facts: readonly Fact[]) => rangeOf("quotient", facts.slice(0, 2), facts);

describe("the range of a mean whose report leaves open what is inside", () => {
  const wansheng = figure("mean_fine_per_case:ws-16,ws-15");

  it("goes, for Wansheng, from all fines in its name to its own alone, with both lineages", () => {
    const [one] = derived.filter(({ range }) => range !== null);
    expect(derived.filter(({ range }) => range !== null)).toHaveLength(1);
    expect(one?.fact_id).toBe(wansheng.fact_id);
    expect(one?.caveats).toContain("inclusion_open");
    const { low, high } = one?.range ?? {};
    expect([low, high].map((end) => roundDerived(end?.value ?? NaN))).toEqual([3.3653, 9.74]);
    expect(parseLineage(low?.fact_id ?? "")).toEqual({
      operation: "quotient_of_sums",
      facts: ["ws-16", "ws-20", "ws-15", "ws-19"],
    });
    expect(parseLineage(high?.fact_id ?? "")).toEqual({
      operation: "quotient_of_differences",
      facts: ["ws-16", "ws-20", "ws-15", "ws-19"],
    });
  });

  it("holds the stated mean, whatever the figures", () => {
    const money = fc.integer({ min: 0, max: 1e6 }).map((value) => value / 100);
    const count = fc.integer({ min: 1, max: 1e4 });
    fc.assert(
      fc.property(fc.tuple(money, count, money, count), (values) => {
        const range = ofMean(report(values));
        const [sum, cases, partSum, partCases] = values;
        const mean = sum / cases;
        if (range === null) {
          expect(partSum / partCases).toBeCloseTo(mean, 6);
          return;
        }
        expect(range.low.value).toBeLessThanOrEqual(mean * (1 + 1e-9));
        expect(range.high.value).toBeGreaterThanOrEqual(mean * (1 - 1e-9));
        expect(range.low.value).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("ends at the stated mean where the part is too great to be inside", () => {
    const range = ofMean(report([100, 10, 30, 12]));
    expect(range?.high).toMatchObject({ value: 10, fact_id: "quotient(f,n)" });
    expect(range?.low.value).toBeCloseTo(130 / 22, 9);
    expect(ofMean(report([100, 10, 130, 5]))?.low.value).toBe(10);
  });

  it("is none where the report says what is inside, and where both parts are not stated", () => {
    const [f, n, pf, pn] = report([100, 10, 30, 4]);
    expect(ofMean([f, n, pf, pn])).not.toBeNull();
    expect(ofMean([f, n, pf])).toBeNull();
    expect(ofMean([f, n, { ...pf, breakdown_of: "f" }, { ...pn, breakdown_of: "n" }])).toBeNull();
    expect(ofMean([f, n, pf, { ...pn, subset: "sector:x" }])).toBeNull();
    expect(ofMean([f, n, pf, { ...pn, period_end: "2022-06-30" }])).toBeNull();
    expect(rangeOf("sum", [f, n], [f, n, pf, pn])).toBeNull();
  });

  it("is in the unit that is asked for", () => {
    const facts = report([100, 10, 30, 4]);
    const range = rangeOf("quotient", facts.slice(0, 2), facts, { unit: "元/件" });
    expect(range?.high.value).toBeCloseTo((70 / 6) * 1e4, 4);
  });

  it("is worked out from the facts alone, in whatever order they come", () => {
    const backwards = derive(core.toReversed()).find((one) => one.fact_id === wansheng.fact_id);
    expect(backwards?.range?.low.value).toBe(wansheng.range?.low.value);
  });
});

describe("an order of figures with ranges", () => {
  const wansheng = figure("mean_fine_per_case:ws-16,ws-15");
  const shanwei = figure("mean_fine_per_case:sw-51,sw-38");

  it("is allowed where no range is reached by another figure", () => {
    expect(mayRank([wansheng, shanwei], context).verdict).toBe("labelled");
  });

  it.each([3.5, 4.81409090909, 9.7])("is refused where one lies within, as %d does", (value) => {
    const { verdict, reasons } = mayRank([wansheng, { ...shanwei, value }], context);
    expect(verdict).toBe("refused");
    expect(reasons.map(({ rule }) => rule)).toContain("scope");
  });

  it.each([3.3, 9.8])("is no matter of the range outside of it, at %d", (value) => {
    expect(mayRank([wansheng, { ...shanwei, value }], context).verdict).toBe("labelled");
  });
});

it("a figure derived from one that its parts contradict is as doubtful", () => {
  const found = derive([...everything.values()]).find(
    (one) => one.definition === "counties_hazards_found" && one.region_id === "kezilesu",
  );
  expect(found && profileOf(found, bothCorpora).is_mismatch).toBe(true);
});
