import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  caveats,
  caveatWords,
  derive,
  derivedDefinitions,
  derivedMetrics,
  deriveFrom,
  factsOf,
  parseLineage,
  refusals,
  refusalWords,
  roundDerived,
} from "../../src/domain/index.ts";
import type { Fact } from "../../src/domain/index.ts";
import { core, dataset, derived, facts } from "./curated.ts";
import { fact, meanFine } from "./fixture.ts";

const amount = fact({
  fact_id: "f",
  metric_id: "penalty_amount",
  unit: "万元",
  value: 105.91,
  count_basis: "imposed",
  accident: "unstated",
});
const cases = fact({
  fact_id: "n",
  metric_id: "penalty_cases",
  unit: "件",
  value: 22,
  count_basis: "imposed",
  accident: "unstated",
});
const nineMonths = { period_end: "2022-09-30", period_basis: "ytd" } as const;

describe("a mean fine", () => {
  it("leads to its parents, and has the columns of a figure", () => {
    expect(meanFine(amount, cases)).toEqual({
      ok: true,
      derived: {
        fact_id: "quotient(f,n)",
        definition: "mean_fine_per_case",
        metric_id: "mean_fine_per_case",
        report_id: "a-2022",
        region_id: "a",
        value: 4.81409090909,
        unit: "万元/件",
        qualifier: "exact",
        period_start: "2022-01-01",
        period_end: "2022-12-31",
        period_basis: "full_year",
        scope: "bureau",
        subset: null,
        count_basis: "imposed",
        baseline: null,
        status: "derived",
        breakdown_of: null,
        same_as: null,
        unit_inferred: false,
        operation: "quotient",
        parents: ["f", "n"],
        range: null,
        caveats: [],
        ...{ authority: null, channel: null, accident: "unstated", confiscations: null },
        ...{ counted_as: null, source_kind: "report" },
      },
    });
  });

  it("per case filed is a metric of its own and says so", () => {
    const filed = { ...cases, metric_id: "cases_filed", count_basis: "filed" } as const;
    expect(meanFine(amount, filed)).toMatchObject({
      derived: { definition: "mean_fine_per_case_filed", caveats: ["filed_not_imposed"] },
    });
  });

  it("of pre-accident cases recomputes the mean that reports state", () => {
    const fines = { ...amount, accident: "before" } as const;
    const filed = { ...cases, metric_id: "cases_filed", accident: "before" } as const;
    expect(meanFine(fines, filed)).toMatchObject({
      derived: { metric_id: "mean_fine_per_case_filed", accident: "before" },
    });
  });

  it.each([
    ["report", { report_id: "x" }],
    ["region", { region_id: "x" }],
    ["metric", { metric_id: "hazards_found" }],
    ["status", { status: "planned" }],
    ["scope", { scope: "delegated_townships" }],
    ["subset", { subset: "sector:x" }],
    ["composition", { accident: "after" }],
    ["composition", { accident: "after" }],
    ["period", nineMonths],
    ["period", { period_start: "2022-02-01" }],
    ["period", { period_basis: "unspecified" }],
    ["baseline", { baseline: "last_year" }],
    ["zero", { value: 0 }],
  ] as const)("is refused where the %s does not fit", (refusal, changes) => {
    expect(meanFine(amount, { ...cases, ...changes })).toEqual({ ok: false, refusal });
  });

  it.each([
    [["basis_unstated"], { count_basis: null }, {}],
    [["basis_unstated"], {}, { count_basis: null }],
    [["basis_differs"], { count_basis: "concluded" }, {}],
    [["bound"], { qualifier: "approx" }, {}],
    [["bound"], {}, { qualifier: "approx" }],
    [["filed_not_imposed", "bound"], { count_basis: "filed", qualifier: "approx" }, {}],
  ] as const)("says %j", (expected, ofCases, ofAmount) => {
    const result = meanFine({ ...amount, ...ofAmount }, { ...cases, ...ofCases });
    expect(result).toMatchObject({ derived: { caveats: expected } });
  });

  it("over an unstated window says so", () => {
    const open = { period_basis: "unspecified" } as const;
    expect(meanFine({ ...amount, ...open }, { ...cases, ...open })).toMatchObject({
      derived: { caveats: ["open_period"] },
    });
  });

  it("of a bureau says where delegated penalties may be inside", () => {
    const delegated = { ...cases, fact_id: "d", scope: "delegated_townships" } as const;
    const from = (facts: readonly Fact[]) =>
      deriveFrom("mean_fine_per_case", [amount, cases], { facts });
    expect(from([amount, cases, delegated])).toMatchObject({
      derived: { caveats: ["inclusion_open"] },
    });
    expect(from([{ ...delegated, breakdown_of: "n" }])).toMatchObject({ derived: { caveats: [] } });
  });
});

describe("a derived figure", () => {
  const by = (definition: string, ...operands: readonly Fact[]) => deriveFrom(definition, operands);
  const rate = fact({ fact_id: "r", metric_id: "approval_time_compression_rate", unit: "%" });
  const city = (of: Fact, value: number): Fact => ({
    ...of,
    fact_id: `${of.fact_id}-city`,
    scope: "jurisdiction_total",
    value,
  });

  it("of one operand needs that operand", () => {
    expect(by("approval_speed_gain")).toEqual({ ok: false, refusal: "missing" });
    expect(by("approval_speed_gain", rate, rate)).toEqual({ ok: false, refusal: "metric" });
  });

  it("of a page without a date is no change from a year before", () => {
    const undated = {
      ...rate,
      period_start: null,
      period_end: null,
      period_basis: "unspecified",
    } as const;
    expect(by("approval_time_compression_change", undated, undated)).toEqual({
      ok: false,
      refusal: "period",
    });
  });

  it("turns a cut of time into a gain of speed and a rest", () => {
    const cut = { ...rate, value: 20.5 };
    expect(by("approval_speed_gain", cut)).toMatchObject({
      derived: { value: 25.786163522, unit: "%" },
    });
    expect(by("approval_time_remaining", cut)).toMatchObject({
      derived: { value: 79.5 },
    });
  });

  it("keeps a floor a floor, and leaves no rest of one", () => {
    const floor = { ...rate, value: 50, qualifier: "at_least" } as const;
    expect(by("approval_speed_gain", floor)).toMatchObject({
      derived: { value: 100, qualifier: "at_least", caveats: ["bound"] },
    });
    expect(by("approval_time_remaining", floor)).toEqual({ ok: false, refusal: "bound" });
    const approx = { ...floor, qualifier: "approx" } as const;
    expect(by("approval_time_remaining", approx)).toMatchObject({
      derived: { value: 50, qualifier: "approx" },
    });
  });

  it("has no speed where no time remains", () => {
    expect(by("approval_speed_gain", { ...rate, value: 100 })).toEqual({
      ok: false,
      refusal: "zero",
    });
    expect(by("approval_time_remaining", { ...rate, value: 100 })).toMatchObject({
      derived: { value: 0 },
    });
  });

  it("changes by percentage points from one year to the next, not over two", () => {
    const before = (year: number, changes: Partial<Fact> = {}): Fact => ({
      ...rate,
      fact_id: "b",
      value: 80.72,
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
      ...changes,
    });
    const now = { ...rate, value: 84.24 };
    const change = (other: Fact) => by("approval_time_compression_change", now, other);
    expect(change(before(2021))).toMatchObject({ derived: { value: 3.52, unit: "pp" } });
    expect(change(before(2020))).toEqual({ ok: false, refusal: "period" });
    expect(change(before(2022))).toEqual({ ok: false, refusal: "period" });
    expect(change(before(2021, { period_end: "2021-06-30" }))).toMatchObject({ refusal: "period" });
    expect(change(before(2021, { period_start: "2021-02-01" }))).toMatchObject({
      refusal: "period",
    });
    expect(change(before(2021, { period_basis: "ytd" }))).toMatchObject({ refusal: "period" });
    expect(change(before(2021, { baseline: "statutory" }))).toMatchObject({ refusal: "baseline" });
  });

  it("sets the bureau against the whole jurisdiction, in this order only", () => {
    expect(by("counties_penalty_cases", city(cases, 130), cases)).toMatchObject({
      derived: { value: 108, scope: "subordinate_units", metric_id: "penalty_cases" },
    });
    expect(by("counties_penalty_cases", cases, city(cases, 130))).toMatchObject({
      refusal: "scope",
    });
    expect(by("bureau_share_penalty_cases", cases, city(cases, 44))).toMatchObject({
      derived: { value: 50, scope: "bureau", unit: "%" },
    });
    expect(by("bureau_share_penalty_cases", city(cases, 44), cases)).toMatchObject({
      refusal: "scope",
    });
  });

  const days = fact({ fact_id: "days", metric_id: "approval_days_promised", unit: "工作日" });
  const items = "items:环评报告书";

  it("of time limits is what remains and what was cut, of the same items only", () => {
    const statutory = {
      ...days,
      fact_id: "law",
      metric_id: "approval_days_statutory",
      subset: items,
      value: 60,
    };
    const promised = { ...days, subset: items, value: 15 };
    expect(by("approval_time_remaining_promised", promised, statutory)).toMatchObject({
      derived: { value: 25, unit: "%", baseline: "statutory", subset: `${items};part:promised` },
    });
    expect(by("approval_time_compression_promised", promised, statutory)).toMatchObject({
      derived: { value: 75, unit: "%", metric_id: "approval_time_compression_rate" },
    });
    const used = { ...promised, metric_id: "approval_days_actual", value: 12 };
    expect(by("approval_time_compression_actual", used, statutory)).toMatchObject({
      derived: { value: 80, subset: `${items};part:actual` },
    });
    const others = { ...statutory, subset: "items:取水许可" };
    expect(by("approval_time_remaining_promised", promised, others)).toMatchObject({
      refusal: "subset",
    });
    const bound = { ...promised, qualifier: "nearly" } as const;
    expect(by("approval_time_compression_promised", bound, statutory)).toMatchObject({
      refusal: "bound",
    });
  });

  it("of two promises measures the later against the earlier", () => {
    const later = { ...days, subset: `${items};part:later`, value: 17 };
    const earlier = { ...days, fact_id: "e", subset: `${items};part:earlier`, value: 25 };
    expect(by("approval_time_compression_later", later, earlier)).toMatchObject({
      derived: { value: 32, baseline: "promised_before", subset: `${items};part:promised` },
    });
    expect(by("approval_time_compression_later", earlier, later)).toMatchObject({
      refusal: "subset",
    });
  });

  it("per thousand entities says as what its suspensions are counted", () => {
    const stops = fact({
      fact_id: "stops",
      metric_id: "suspension_orders",
      unit: "家",
      value: 5,
      counted_as: "on_site_measure",
    });
    const entities = fact({ metric_id: "inspected_entities", unit: "家", value: 400 });
    expect(by("suspensions_per_1000_entities", stops, entities)).toMatchObject({
      derived: { value: 12.5, unit: "家/千家", counted_as: "on_site_measure" },
    });
    const violations = { ...entities, counted_as: "penalty" } as const;
    expect(by("suspensions_per_1000_entities", stops, violations)).toMatchObject({
      refusal: "composition",
    });
  });

  it("of the counties is a mean only where they have cases", () => {
    const mean = (all: number) =>
      by("mean_fine_per_case_counties", city(amount, 205.91), amount, city(cases, all), cases);
    expect(mean(72)).toMatchObject({
      derived: { value: 2, unit: "万元/件" },
    });
    expect(mean(22)).toEqual({ ok: false, refusal: "zero" });
  });

  it("may be a difference from zero", () => {
    const [total, part] = [
      { ...cases, metric_id: "cases_filed", accident: "both" },
      { ...cases, fact_id: "p", metric_id: "cases_filed", accident: "before", value: 0 },
    ] as const;
    expect(by("after_accidents_cases_filed", total, part)).toMatchObject({
      derived: { value: 22, accident: "after" },
    });
    expect(by("after_accidents_cases_filed", part, total)).toMatchObject({
      refusal: "composition",
    });
  });

  it("is only roughly known where its divisor is, and has no bound to say where that has one", () => {
    const rough = { ...cases, qualifier: "approx" } as const;
    expect(meanFine(amount, rough)).toMatchObject({ derived: { qualifier: "approx" } });
    for (const qualifier of ["over", "at_least", "nearly"] as const)
      expect(meanFine(amount, { ...cases, qualifier })).toEqual({ ok: false, refusal: "bound" });
    expect(meanFine({ ...amount, qualifier: "over" }, cases)).toMatchObject({
      derived: { qualifier: "over" },
    });
  });

  it("inherits an inferred unit", () => {
    expect(meanFine(amount, { ...cases, unit_inferred: true })).toMatchObject({
      derived: { unit_inferred: true },
    });
  });

  it("of an unknown kind is an error", () => {
    expect(() => by("x", amount)).toThrow("unknown derived metric: x");
  });
});

const wider = derive(factsOf(dataset));

describe("the curated figures", () => {
  const value = (definition: string, ...parents: readonly string[]) =>
    derived
      .filter((one) => one.definition === definition && one.parents.join() === parents.join())
      .map((one) => roundDerived(one.value))[0];

  it.each([
    ["mean_fine_per_case", 4.8141, "ws-16,ws-15"],
    ["mean_fine_per_case", 0.70917, "ws-20,ws-19"],
    ["mean_fine_per_case", 2.1652, "sw-47,sw-46"],
    ["mean_fine_per_case", 3.0992, "sw-51,sw-38"],
    ["mean_fine_per_case_counties", 1.9429, "sw-47,sw-51,sw-46,sw-38"],
    ["mean_fine_per_case_filed", 4.4092, "sz-12,sz-05"],
    ["mean_fine_per_case_filed", 3.6708, "sz-13,sz-06"],
    ["mean_fine_after_accidents_cases_filed", 28.539, "sz-12,sz-13,sz-05,sz-06"],
    ["penalty_amount_pre_accident_share", 80.781, "sz-13,sz-12"],
    ["counties_inspected_entities", 475, "sw-41,sw-48"],
    ["counties_inspection_visits", 1065, "sw-42,sw-49"],
    ["counties_penalty_cases", 105, "sw-46,sw-38"],
    ["counties_penalty_amount", 204, "sw-47,sw-51"],
    ["bureau_share_inspected_entities", 16.373, "sw-48,sw-41"],
    ["bureau_share_inspection_visits", 15.61, "sw-49,sw-42"],
    ["bureau_share_penalty_cases", 19.231, "sw-38,sw-46"],
    ["bureau_share_penalty_amount", 27.526, "sw-51,sw-47"],
    ["visits_per_entity", 2.2218, "sw-42,sw-41"],
    ["visits_per_entity", 2.1183, "sw-49,sw-48"],
    ["hazards_per_visit", 1.3819, "sw-43,sw-42"],
    ["cases_per_100_visits", 10.301, "sw-46,sw-42"],
    ["hazards_per_entity", 0.6615, "zz-23,zz-22"],
    ["filings_per_100_entities", 25.511, "sz-05,sz-03"],
    ["cases_per_100_entities", 22.887, "sw-46,sw-41"],
    ["cases_per_100_entities", 26.882, "sw-38,sw-48"],
    ["suspensions_per_1000_entities", 1.7207, "zz-24,zz-22"],
    ["after_accidents_cases_filed", 127, "sz-05,sz-06"],
    ["after_accidents_penalty_amount", 3624.43, "sz-12,sz-13"],
    ["power_items_core", 155, "zz-01,zz-07,zz-08"],
    ["approval_time_compression_change", 3.52, "ws-04,ws-03"],
    ["approval_time_remaining", 15.76, "ws-04"],
    ["approval_speed_gain", 534.52, "ws-04"],
    ["major_hazard_rectification_recomputed", 98.418, "zh-13,zh-12"],
  ] as const)("give %s = %d from %s", (definition, expected, parents) => {
    expect(value(definition, ...parents.split(","))).toBe(expected);
  });

  it.each([
    ["mean_fine_per_case", 3.1027, "c-0030,c-0029"],
    ["mean_fine_after_accidents_penalty_cases", 29.81, "c-0028,c-0030,c-0027,c-0029"],
    ["mean_fine_per_case", 3.4342, "c-0009,c-0008"],
    ["mean_fine_per_case", 43.333, "c-0011,c-0010"],
    ["mean_fine_per_case", 0.88286, "c-0020,c-0019"],
    ["mean_fine_per_case", 2.752, "c-0022,c-0021"],
    ["penalty_amount_pre_accident_share", 11.637, "c-0030,c-0028"],
    ["mean_fine_per_case", 2.568, "c-0223,c-0222"],
    ["suspensions_per_1000_entities", 11.728, "c-0034,c-0031"],
    ["suspensions_per_1000_entities", 2.1759, "c-0239,c-0237"],
    ["counties_hazards_found", 16, "c-0176,c-0188"],
    ["counties_suspension_orders", 41, "c-2262,c-2265"],
    ["approval_time_remaining_promised", 50, "p-1089,p-1088"],
    ["approval_time_compression_promised", 60, "p-1021,p-1020"],
    ["approval_time_remaining_later", 68, "c-1005,c-1004"],
    ["approval_time_compression_later", 32, "c-1005,c-1004"],
    ["approval_time_compression_later", 53.333, "p-1084,p-1083"],
  ] as const)("of the wider corpus give %s = %d from %s", (definition, expected, parents) => {
    const found = wider.filter(
      (one) => one.definition === definition && one.parents.join() === parents,
    );
    expect(found.map((one) => roundDerived(one.value))).toEqual([expected]);
  });

  it("never work out what followed accidents where the report gives it", () => {
    const after = wider.filter(({ definition }) => definition.includes("after_accidents"));
    expect(after.map(({ report_id }) => report_id)).not.toContain("nankai-2023");
    expect(after.map(({ report_id }) => report_id)).toContain("shanghai-2025q1");
  });

  it("never divide the sum of one part by the count of another", () => {
    expect(value("mean_fine_per_case_filed", "zz-29", "zz-28")).toBe(0.85);
    expect(value("mean_fine_per_case_filed", "zz-29", "zz-32")).toBeUndefined();
  });

  it("take no figure twice, and no plan for a deed", () => {
    const parents = derived.flatMap((one) => one.parents.map((id) => facts.get(id)));
    expect(parents.filter((one) => one?.same_as !== null || one.status !== "actual")).toEqual([]);
  });
});

describe("what is derived", () => {
  it("never stands without parents, which are facts of its own report and region", () => {
    for (const one of derived) {
      expect(one.parents.length).toBeGreaterThan(0);
      expect(parseLineage(one.fact_id)).toEqual({ operation: one.operation, facts: one.parents });
      for (const id of one.parents)
        expect(facts.get(id)).toMatchObject({
          report_id: one.report_id,
          region_id: one.region_id,
          subset: one.subset,
        });
    }
  });

  it("is the same whatever the order of the figures", () => {
    const key = (one: { readonly definition: string; readonly fact_id: string }) =>
      `${one.definition} ${one.fact_id}`;
    const expected = derived.map(key).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(core, { minLength: core.length }), (shuffled) => {
        expect(derive(shuffled).map(key).sort()).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it("leaves out plans and second mentions", () => {
    expect(derive([amount, { ...cases, status: "planned" }])).toEqual([]);
    expect(derive([amount, { ...cases, same_as: "m" }])).toEqual([]);
    expect(derive([amount, cases])).toHaveLength(1);
    expect(derive([amount, { ...cases, report_id: "x" }])).toEqual([]);
  });
});

it("has one definition an id, with names in both languages and a unit", () => {
  const ids = derivedDefinitions.map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { zh, en } of derivedDefinitions) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
  for (const one of derived) {
    const row = derivedDefinitions.find(({ id }) => id === one.definition);
    expect(row?.unit).toBe(one.unit);
  }
  expect(derivedMetrics.map((metric) => metric.metric_id)).toContain("mean_fine_per_case");
  expect(derivedMetrics.map((metric) => metric.metric_id)).not.toContain("penalty_cases");
});

it("gives the unit that its operation gives", async () => {
  const { computeLineage } = await import("../../src/domain/index.ts");
  for (const one of derived) {
    const operands = one.parents.flatMap((id) => facts.get(id) ?? []);
    expect([one.definition, computeLineage(one.operation, operands).unit]).toEqual([
      one.definition,
      one.unit,
    ]);
  }
});

it("has words in both languages for every refusal and caveat", () => {
  const words = [
    ...refusals.map((key) => refusalWords[key]),
    ...caveats.map((key) => caveatWords[key]),
  ];
  for (const { zh, en } of words) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});
