import { describe, expect, it } from "vitest";
import {
  byId,
  compare,
  comparabilityRules,
  comparabilityWords,
  legalRegime,
  reasonText,
  ruleIds,
  ruleWords,
  valueText,
  worst,
} from "../../src/domain/index.ts";
import type {
  Check,
  ComparisonContext,
  Fact,
  Figure,
  Metric,
  Region,
  RuleId,
} from "../../src/domain/index.ts";
import { dataset, fact } from "./fixture.ts";

const base = dataset();
const [template] = base.metrics;
const metricRow = (
  metric_id: string,
  counting_object: string | null,
  theme = "t",
  changes: Partial<Metric> = {},
): Metric =>
  ({
    ...template,
    ...changes,
    metric_id,
    counting_object,
    theme,
    zh: `指标${metric_id}`,
    en: metric_id,
  }) as Metric;
const [, city] = base.regions;
const regionRow = (region_id: string, level: Region["level"]): Region =>
  ({ ...city, region_id, level, zh_short: `地${region_id}`, en_short: region_id }) as Region;

const context: ComparisonContext = {
  metrics: byId(
    [
      metricRow("inspected_entities", "firm", "inspections"),
      metricRow("inspection_visits", "visit", "inspections"),
      metricRow("penalty_cases", "case_file", "penalties"),
      metricRow("rate", "rate"),
      metricRow("plain", null),
      metricRow("hazard_rectification_rate", null, "t", { family: "rectified" }),
      metricRow("major_hazard_rectification_rate", null, "t", { family: "rectified" }),
      metricRow("power_items_total", "item", "t", { family: "power_items" }),
      metricRow("power_items_penalty", "item"),
      metricRow("power_items_public_service", "item", "t", { widens: "power_items_total" }),
      metricRow("power_items_other_duty", "item", "t", { widens: "power_items_total" }),
      metricRow("mean", "money_per_case", "penalties"),
    ],
    "metric_id",
  ),
  regions: byId(
    [
      regionRow("a", "prefecture"),
      regionRow("b", "prefecture"),
      regionRow("county", "county"),
      regionRow("zone", "zone"),
    ],
    "region_id",
  ),
};

const one = fact();
/** Another figure of the same document, and one of another document and region. */
const near = (changes: Partial<Figure> = {}): Figure => ({ ...one, fact_id: "n", ...changes });
const far = (changes: Partial<Figure> = {}): Figure =>
  near({ fact_id: "f", report_id: "b-2022", region_id: "b", ...changes });

function said(a: Figure, b: Figure, given: ComparisonContext = context): string[] {
  return compare(a, b, given).reasons.map((r) => `${r.rule} ${r.verdict} ${r.a} ${r.b}`);
}
/** What is said beyond that the regions differ in size. */
const beyond = (a: Figure, b: Figure, given?: ComparisonContext) =>
  said(a, b, given).filter((text) => !text.startsWith("size"));

describe("two figures", () => {
  it("of one kind in one region are comparable, whatever their year and value", () => {
    const later = near({ period_start: "2023-01-01", period_end: "2023-12-31", value: 7 });
    expect(compare(one, later, context)).toEqual({ verdict: "comparable", reasons: [] });
  });

  it("are one where they have one id", () => {
    expect(compare(one, { ...one, scope: "subordinate_units" }, context).reasons).toEqual([]);
  });

  it("carry rule, columns and both values", () => {
    expect(compare(one, far({ scope: "jurisdiction_total" }), context)).toEqual({
      verdict: "not_comparable",
      reasons: [
        {
          rule: "scope",
          columns: ["scope", "regions.level", "breakdown_of"],
          verdict: "not_comparable",
          a: "bureau",
          b: "jurisdiction_total",
        },
        {
          rule: "size",
          columns: ["region_id", "metrics.counting_object"],
          verdict: "comparable",
          a: "a",
          b: "b",
        },
      ],
    });
  });
});

describe("what is counted", () => {
  it("differs by metric, and by unit even of one metric or of a part and its whole", () => {
    expect(beyond(one, far({ metric_id: "inspection_visits", unit: "家次" }))).toEqual([
      "metric not_comparable inspected_entities 家 inspection_visits 家次",
    ]);
    expect(beyond(one, far({ unit: "百家" }))).toEqual([
      "metric not_comparable inspected_entities 家 inspected_entities 百家",
    ]);
    expect(said(one, near({ unit: "百家", breakdown_of: "a-01" }))).toContain(
      "metric not_comparable inspected_entities 家 inspected_entities 百家",
    );
    expect(beyond(far({ metric_id: "plain" }), one)).toEqual([
      "metric not_comparable plain 家 inspected_entities 家",
    ]);
  });

  it("may be nearly the same under two names", () => {
    const rates = ["hazard_rectification_rate", "major_hazard_rectification_rate"] as const;
    const [all, major] = rates.map((metric_id) => near({ metric_id, fact_id: metric_id }));
    expect(all && major && said(all, major)).toEqual([
      `metric with_caveat ${rates.map((id) => `${id} 家`).join(" ")}`,
    ]);
    expect(all && said(all, near({ metric_id: "mean_fine_per_case" }))[0]).toMatch(
      /^metric not_comparable/,
    );
  });

  it("may differ under one name, as the itemised parts show", () => {
    const total = near({ metric_id: "power_items_total" });
    const other = far({ metric_id: "power_items_total" });
    const item = (id: string, metric_id: string, breakdown_of: string): Fact =>
      fact({ fact_id: id, metric_id, breakdown_of });
    const facts = (...rows: Fact[]) => ({ ...context, facts: byId(rows, "fact_id") });
    const served = facts(item("s", "power_items_public_service", "n"));
    expect(said(total, other, served)).toEqual([
      "definition not_comparable powers_and_services powers_only",
    ]);
    expect(said(total, other, facts(item("s", "power_items_other_duty", "f")))).toEqual([
      "definition not_comparable powers_only powers_and_services",
    ]);
    expect(said(total, other, facts(item("s", "power_items_penalty", "n")))).toEqual([]);
    expect(said(total, other, facts(item("s", "power_items_other_duty", "z")))).toEqual([]);
    expect(said(total, other)).toEqual([]);
    const core = far({ metric_id: "power_items_core" });
    expect(said(total, core, served)).toContain(
      "definition not_comparable powers_and_services powers_only",
    );
    expect(said(total, core, facts())).toEqual([
      "metric with_caveat power_items_total 家 power_items_core 家",
    ]);
  });

  it.each([
    ["filed", "imposed", "not_comparable"],
    ["disclosed", "imposed", "not_comparable"],
    ["disclosed", "filed", "not_comparable"],
    ["made", "imposed", "with_caveat"],
    ["concluded", "made", "with_caveat"],
    ["made", "filed", "not_comparable"],
    [null, "imposed", "with_caveat"],
    ["filed", null, "with_caveat"],
  ] as const)("at stages %s and %s is %s", (a, b, verdict) => {
    const counted = near({ count_basis: a });
    expect(said(one, { ...counted, count_basis: null })).toEqual([]);
    expect(said(counted, { ...one, count_basis: b })).toEqual([`count_basis ${verdict} ${a} ${b}`]);
  });

  it("concluded has been imposed", () => {
    expect(said(near({ count_basis: "concluded" }), { ...one, count_basis: "imposed" })).toEqual(
      [],
    );
  });

  it("at different stages is milder for means, and for a part of its total", () => {
    const mean = { metric_id: "mean", count_basis: "filed" } as const;
    expect(said(near(mean), { ...one, ...mean, count_basis: "imposed" })).toEqual([
      "count_basis with_caveat filed imposed",
    ]);
    expect(
      said(near({ count_basis: "filed", breakdown_of: "a-01" }), {
        ...one,
        count_basis: "imposed",
      }),
    ).toContain("count_basis with_caveat filed imposed");
  });

  it.each([
    ["statutory", "last_year", "not_comparable"],
    ["statutory", "unstated", "with_caveat"],
    ["unstated", "last_year", "with_caveat"],
    ["statutory", null, "with_caveat"],
    [null, "statutory", "with_caveat"],
  ] as const)("against baselines %s and %s is %s", (a, b, verdict) => {
    expect(said(near({ baseline: a }), { ...one, baseline: b })).toEqual([
      `baseline ${verdict} ${a} ${b}`,
    ]);
  });

  it("against unstated baselines needs a word across reports only", () => {
    const unstated = { metric_id: "rate", baseline: "unstated" } as const;
    expect(said({ ...one, ...unstated }, near(unstated))).toEqual([]);
    expect(said({ ...one, ...unstated }, far(unstated))).toEqual([
      "baseline with_caveat unstated unstated",
    ]);
    const statutory = { metric_id: "rate", baseline: "statutory" } as const;
    expect(said({ ...one, ...statutory }, far(statutory))).toEqual([]);
  });
});

describe("whose work", () => {
  const whole = { scope: "jurisdiction_total" } as const;
  const townships = { scope: "delegated_townships" } as const;
  const units = { scope: "subordinate_units" } as const;

  it("of one report may be a part and its whole", () => {
    expect(said(one, near(whole))).toEqual(["part_of_whole comparable bureau jurisdiction_total"]);
    expect(said(near(whole), one)).toEqual(["part_of_whole comparable jurisdiction_total bureau"]);
    expect(said(near(whole), near({ ...townships, fact_id: "t" }))).toHaveLength(1);
    expect(said(one, near(units))).toEqual(["part_of_whole comparable bureau subordinate_units"]);
    expect(said(near(units), one)).toEqual(["part_of_whole comparable subordinate_units bureau"]);
    expect(compare(one, near(whole), context).verdict).toBe("comparable");
  });

  it("is no part of a whole of another window, part, metric or region", () => {
    const years = { period_start: "2021-01-01", period_end: "2021-12-31" };
    expect(said(one, near({ ...whole, ...years }))).toEqual([
      "scope not_comparable bureau jurisdiction_total",
    ]);
    expect(said(one, near({ ...whole, subset: "sector:x" }))).toContain(
      "scope with_caveat bureau jurisdiction_total",
    );
    expect(said(one, near({ ...whole, metric_id: "plain" }))).toContain(
      "scope with_caveat bureau jurisdiction_total",
    );
    expect(said(one, near({ ...whole, region_id: "b" }))).toContain(
      "scope not_comparable bureau jurisdiction_total",
    );
    expect(said(one, near({ ...whole, report_id: "b-2022" }))).toEqual([
      "scope not_comparable bureau jurisdiction_total",
    ]);
  });

  it("of delegated townships may be inside the bureau’s or not", () => {
    expect(said(one, near(townships))).toEqual(["scope with_caveat bureau delegated_townships"]);
    expect(said(near(units), near({ ...townships, fact_id: "t" }))).toEqual([
      "scope with_caveat subordinate_units delegated_townships",
    ]);
  });

  it("of a county’s or zone’s only bureau is nearly its jurisdiction’s", () => {
    const region = (region_id: string, changes: Partial<Figure> = {}) =>
      far({ region_id, ...changes });
    const cityWhole = { ...one, ...whole };
    for (const id of ["county", "zone"])
      expect(beyond(region(id), cityWhole)).toEqual([
        "scope with_caveat bureau jurisdiction_total",
        `level with_caveat ${id} prefecture`,
      ]);
    expect(beyond(cityWhole, region("zone"))).toContain(
      "scope with_caveat jurisdiction_total bureau",
    );
    expect(beyond(region("zone", whole), one)).toContain(
      "scope not_comparable jurisdiction_total bureau",
    );
    expect(beyond(region("zone"), { ...one, ...units })).toContain(
      "scope not_comparable bureau subordinate_units",
    );
    expect(beyond(region("zone", townships), cityWhole)).toContain(
      "scope not_comparable delegated_townships jurisdiction_total",
    );
  });

  it("is linked by breakdown_of, whatever else differs", () => {
    const part = near({ metric_id: "plain", breakdown_of: "a-01" });
    expect(said(one, part)).toEqual(["part_of_whole comparable bureau bureau"]);
    expect(said(part, one)).toEqual(["part_of_whole comparable bureau bureau"]);
    expect(said(part, { ...one, fact_id: "z" })).toContain(
      "metric not_comparable plain 家 inspected_entities 家",
    );
    const sibling = near({ fact_id: "s", metric_id: "inspection_visits", breakdown_of: "a-01" });
    expect(said(part, sibling)).toEqual(["part_of_whole comparable bureau bureau"]);
    expect(said(part, { ...sibling, breakdown_of: "other" })[0]).toMatch(/^metric/);
    expect(said(near({ metric_id: "plain" }), near({ fact_id: "s" }))[0]).toMatch(/^metric/);
  });

  it("is said once of a figure that is stated twice", () => {
    const [first, second] = [
      near({ breakdown_of: "t" }),
      near({ fact_id: "m", breakdown_of: "t", same_as: "n" }),
    ];
    expect(said(first, second)).toEqual(["repeated comparable n m"]);
    expect(said(second, first)).toEqual(["repeated comparable m n"]);
  });

  it("of a sector is not that of the whole, nor of another report’s sector", () => {
    const [x, y] = ["sector:x", "campaign:y"];
    expect(said(one, near({ subset: x }))).toEqual(["part not_comparable null sector:x"]);
    expect(said(near({ subset: x }), one)).toEqual(["part not_comparable sector:x null"]);
    expect(said({ ...one, subset: y }, near({ subset: x }))).toEqual([
      "part with_caveat campaign:y sector:x",
    ]);
    expect(beyond({ ...one, subset: y }, far({ subset: x }))).toEqual([
      "part not_comparable campaign:y sector:x",
    ]);
    expect(said({ ...one, subset: y }, near({ subset: x, period_start: "2022-02-01" }))).toContain(
      "part not_comparable campaign:y sector:x",
    );
    expect(beyond({ ...one, subset: x }, far({ subset: x }))).toEqual([]);
  });

  it("of all departments is not that of one", () => {
    const em = "emergency_management";
    const own = { ...one, authority: em } as const;
    const mass = far({ authority: "all_departments" });
    expect(said(own, mass)).toContain(`departments not_comparable ${em} all_departments`);
    expect(said(mass, own)).toContain(`departments not_comparable all_departments ${em}`);
    expect(said(own, near({ authority: "all_departments" }))).toContain(
      `departments with_caveat ${em} all_departments`,
    );
    expect(said(one, mass)).toContain("departments with_caveat null all_departments");
    expect(said(one, far({ authority: em })).join()).not.toContain("departments");
    expect(said(mass, { ...mass, fact_id: "g" })).toEqual([]);
  });

  it("before accidents is not that after them, nor both together", () => {
    const judged = (a: Figure["accident"], b: Figure["accident"]) =>
      said({ ...one, accident: a }, far({ accident: b })).filter((text) =>
        text.startsWith("accident"),
      );
    expect(judged("before", "after")).toEqual(["accident not_comparable before after"]);
    expect(judged("both", "before")).toEqual(["accident not_comparable both before"]);
    expect(judged("unstated", "after")).toEqual(["accident not_comparable unstated after"]);
    expect(judged("both", "unstated")).toEqual(["accident with_caveat both unstated"]);
    expect(judged("before", "before")).toEqual([]);
    expect(judged(null, "before")).toEqual([]);
    expect(said({ ...one, accident: "before" }, near({ accident: "after" }))).toContain(
      "accident with_caveat before after",
    );
  });

  it("with confiscations is not that without", () => {
    const judged = (a: Figure["confiscations"], b: Figure["confiscations"]) =>
      said({ ...one, confiscations: a }, far({ confiscations: b })).filter((text) =>
        text.startsWith("definition"),
      );
    expect(judged("included", "excluded")).toEqual(["definition not_comparable included excluded"]);
    expect(judged("unstated", "included")).toEqual(["definition with_caveat unstated included"]);
    expect(judged("unstated", "excluded")).toEqual([]);
    expect(judged("included", "included")).toEqual([]);
    expect(judged(null, "included")).toEqual([]);
  });

  it("of hazards is not one of violations", () => {
    const judged = (a: Figure["counted_as"], b: Figure["counted_as"]) =>
      said({ ...one, counted_as: a }, far({ counted_as: b })).filter((text) =>
        text.startsWith("definition"),
      );
    expect(judged("hazard", "violation")).toEqual(["definition not_comparable hazard violation"]);
    expect(judged("on_site_measure", "penalty")).toEqual([
      "definition not_comparable on_site_measure penalty",
    ]);
    expect(judged("unstated", "penalty")).toEqual(["definition with_caveat unstated penalty"]);
    expect(judged("hazard", "hazard")).toEqual([]);
    expect(judged(null, "hazard")).toEqual([]);
  });

  it("through one channel stands beside others with a word", () => {
    expect(said(one, far({ channel: "annual_plan" }))).toContain(
      "channel with_caveat null annual_plan",
    );
    expect(said(near({ channel: "annual_plan" }), { ...one, channel: "annual_plan" })).toEqual([]);
  });

  it("in the press is noted beside others", () => {
    const judged = (a: Figure["source_kind"], b: Figure["source_kind"]) =>
      said({ ...one, source_kind: a }, far({ source_kind: b })).filter((text) =>
        text.startsWith("source"),
      );
    expect(judged("press", "official")).toEqual(["source comparable press official"]);
    expect(judged("report", "press")).toEqual(["source comparable report press"]);
    expect(judged("report", "official")).toEqual([]);
    expect(judged("press", null)).toEqual([]);
    expect(judged("press", "press")).toEqual([]);
  });

  it("leaves open beside other reports whether delegated work is inside", () => {
    const with_ = (changes: Partial<Fact>): ComparisonContext => ({
      ...context,
      facts: byId([fact({ fact_id: "d", ...townships, ...changes })], "fact_id"),
    });
    const open = "scope with_caveat inclusion_open bureau";
    expect(beyond(one, far(), with_({}))).toEqual([open]);
    expect(beyond(far(), one, with_({}))).toEqual(["scope with_caveat bureau inclusion_open"]);
    for (const changes of [
      { scope: "bureau" },
      { metric_id: "plain" },
      { breakdown_of: "a-01" },
      { report_id: "c" },
      { region_id: "c" },
      { period_start: "2022-02-01" },
      { period_end: "2022-11-30" },
      { period_basis: "ytd" },
    ] as const)
      expect(beyond(one, far(), with_(changes))).toEqual([]);
    expect(beyond({ ...one, ...whole }, far(whole), with_({}))).toEqual([]);
    expect(
      beyond({ ...one, status: "derived" } as Figure, far({ status: "derived" }), with_({})),
    ).toEqual([]);
    expect(beyond(one, far(), context)).toEqual([]);
    expect(said(one, near(), with_({}))).toEqual([]);
  });

  it("differs in level and, for totals, in size, which is only noted", () => {
    expect(said(one, far({ region_id: "county" }))).toEqual([
      "level with_caveat prefecture county",
      "size comparable a county",
    ]);
    expect(said({ ...one, metric_id: "rate" }, far({ metric_id: "rate" }))).toEqual([]);
    expect(said({ ...one, metric_id: "plain" }, far({ metric_id: "plain" }))).toEqual([]);
    expect(said(one, far())).toEqual(["size comparable a b"]);
  });
});

describe("the time counted", () => {
  const nine = { period_end: "2022-09-30", period_basis: "ytd" } as const;
  const third = {
    period_start: "2022-07-01",
    period_end: "2022-09-30",
    period_basis: "quarter",
  } as const;
  const instant = {
    period_start: "2022-12-31",
    period_end: "2022-12-31",
    period_basis: "point_in_time",
  } as const;
  const open = { period_basis: "unspecified" } as const;
  const rate = { metric_id: "rate" } as const;

  it("of nine months and of a year says the length, of which the part goes without saying", () => {
    expect(beyond(far(nine), one)).toEqual(["period_length with_caveat 9 12"]);
  });

  it("of less than half is not comparable for totals", () => {
    expect(beyond(far(third), near(nine))).toEqual(["period_length not_comparable 3 9"]);
    expect(said(far({ ...third, ...rate }), near({ ...nine, ...rate }))).toEqual([
      "period_length with_caveat 3 9",
    ]);
    const half = { period_end: "2022-06-30", period_basis: "ytd" } as const;
    expect(beyond(far(half), one)[0]).toBe("period_length with_caveat 6 12");
    const five = { period_end: "2022-05-31", period_basis: "ytd" } as const;
    expect(beyond(one, far(five))[0]).toBe("period_length not_comparable 12 5");
    expect(said({ ...one, ...rate }, far(five))).toContain("period_length with_caveat 12 5");
  });

  it("that falls short by days only counts as whole", () => {
    const almost = { period_end: "2022-12-20", period_basis: "ytd" } as const;
    expect(beyond(one, far(almost))).toEqual(["year with_caveat 2022 2022-01-01/2022-12-20"]);
    const gap = { period_end: "2022-12-15", period_basis: "ytd" } as const;
    expect(beyond(one, far(gap))[0]).toBe("period_length with_caveat 12 11.48");
  });

  it("of the same part of two years is of one kind", () => {
    const before = { ...nine, period_start: "2021-01-01", period_end: "2021-09-30" };
    expect(said(near(before), { ...one, ...nine })).toEqual([]);
    const second = { ...third, period_start: "2022-04-01", period_end: "2022-06-30" } as const;
    expect(said(near(second), { ...one, ...third })).toEqual([
      "year with_caveat 2022-04-01/2022-06-30 2022-07-01/2022-09-30",
    ]);
  });

  it("is a point for a stock and a stretch for a flow", () => {
    expect(beyond(far(instant), one)).toEqual(["period_length not_comparable 0 12"]);
    expect(beyond(one, far(instant))).toEqual(["period_length not_comparable 12 0"]);
    expect(said(far({ ...instant, ...rate }), near(rate))).toEqual([
      "period_length with_caveat 0 12",
    ]);
    expect(beyond(far(instant), near(nine))).toEqual(["period_length not_comparable 0 9"]);
    expect(beyond(far(instant), near(instant))).toEqual([]);
    expect(said(far({ ...instant, metric_id: "plain" }), one)).toContain(
      "period_length with_caveat 0 12",
    );
  });

  it("that no clause names needs a word, save within one report", () => {
    expect(said(near(open), one)).toEqual(["window with_caveat unspecified full_year"]);
    expect(said(one, near(open))).toEqual(["window with_caveat full_year unspecified"]);
    expect(said(near(open), { ...one, ...open })).toEqual([]);
    expect(said(near({ ...open, period_start: "2022-02-01" }), { ...one, ...open })).toEqual([
      "window with_caveat unspecified unspecified",
    ]);
    expect(beyond(far(open), { ...one, ...open })).toEqual([
      "window with_caveat unspecified unspecified",
    ]);
    expect(beyond(far(open), near(instant))).toEqual([
      "window with_caveat unspecified point_in_time",
    ]);
    expect(said(near({ period_basis: "campaign" }), one)).toHaveLength(1);
  });

  it("in different years needs a word between regions, not within one, nor where two laws say it", () => {
    const fines = { metric_id: "penalty_cases" } as const;
    const old = { ...fines, period_start: "2019-01-01", period_end: "2019-12-31" };
    expect(beyond({ ...one, ...fines }, far(old))).toEqual(["law with_caveat after before"]);
    const next = { period_start: "2023-01-01", period_end: "2023-12-31" };
    expect(beyond(one, far(next))).toEqual(["year with_caveat 2022 2023"]);
    expect(said(one, near(next))).toEqual([]);
  });

  it("lies before, after or across the law of 2021, where penalties are counted", () => {
    const days = (period_start: string, period_end: string) => ({ period_start, period_end });
    expect(legalRegime(days("2020-01-01", "2021-08-31"))).toBe("before");
    expect(legalRegime(days("2021-01-01", "2021-09-01"))).toBe("across");
    expect(legalRegime(days("2021-09-01", "2021-12-31"))).toBe("after");
    const fined = { ...one, metric_id: "penalty_cases" };
    const old = days("2020-01-01", "2020-12-31");
    expect(said({ ...fined, ...old }, near({ metric_id: "penalty_cases" }))).toEqual([
      "law with_caveat before after",
    ]);
    expect(said({ ...one, ...old }, near())).toEqual([]);
    expect(said({ ...fined, ...old }, near({ metric_id: "mean_fine_per_case" }))).toContain(
      "law with_caveat before after",
    );
    expect(said({ ...fined, ...old }, near()).join()).not.toContain("law");
    const split = days("2021-01-01", "2021-12-31");
    expect(said({ ...fined, ...split }, near({ metric_id: "penalty_cases" }))).toEqual([
      "law with_caveat across after",
    ]);
  });
});

describe("how sure a figure is", () => {
  it("depends on whether it was done", () => {
    expect(said(one, near({ status: "planned" }))).toEqual([
      "status not_comparable actual planned",
    ]);
    expect(said(near({ status: "planned" }), { ...one, status: "proposed" })).toEqual([
      "status not_comparable planned proposed",
    ]);
    expect(said(near({ status: "planned" }), { ...one, status: "planned" })).toEqual([]);
  });

  it("depends on its qualifier, of either and of both", () => {
    expect(said(one, near({ qualifier: "at_least" }))).toEqual([
      "qualifier with_caveat exact at_least",
    ]);
    expect(said(near({ qualifier: "at_least" }), one)).toEqual([
      "qualifier with_caveat at_least exact",
    ]);
    expect(said({ ...one, qualifier: "approx" }, near({ qualifier: "approx" }))).toHaveLength(1);
  });

  it("depends on whether it is stated or derived", () => {
    const derived: Partial<Figure> = { status: "derived" };
    expect(said(one, near(derived))).toEqual(["derived comparable stated derived"]);
    expect(beyond(far(derived), one)).toEqual(["derived comparable derived stated"]);
    expect(beyond(far(derived), near(derived))).toEqual([]);
  });

  it("depends on whether it follows from its parts", () => {
    const checks = (verdict: Check["verdict"]): ComparisonContext => ({
      ...context,
      checks: [{ verdict, stated_fact: "a-01" } as Check],
    });
    expect(said(one, near(), checks("mismatch"))).toEqual([
      "audit with_caveat mismatch no_mismatch",
    ]);
    expect(said(near(), one, checks("mismatch"))).toEqual([
      "audit with_caveat no_mismatch mismatch",
    ]);
    expect(said(one, near(), checks("ok"))).toEqual([]);
    expect(said(near(), near({ fact_id: "z" }), checks("mismatch"))).toEqual([]);
  });

  it("depends on whether its unit was written", () => {
    expect(said(one, near({ unit_inferred: true }))).toEqual([
      "unit_inferred with_caveat unit_written unit_inferred",
    ]);
    expect(said(near({ unit_inferred: true }), one)).toEqual([
      "unit_inferred with_caveat unit_inferred unit_written",
    ]);
  });
});

describe("the table of rules", () => {
  it("has a row for every id, in order, with words in both languages", () => {
    expect(comparabilityRules.map((rule) => rule.id)).toEqual(ruleIds);
    for (const id of ruleIds) {
      const { source, ...own } = ruleWords[id];
      expect(source?.en ?? "").not.toMatch(/\p{Script=Han}/u);
      for (const words of Object.values(own)) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    expect(Object.keys(comparabilityWords)).toHaveLength(3);
  });

  it("says whether each rule cuts a line", () => {
    const kept = comparabilityRules.filter((rule) => !rule.breaks).map((rule) => rule.id);
    expect(kept).toEqual([
      "repeated",
      "level",
      "size",
      "derived",
      "audit",
      "unit_inferred",
      "source",
    ] satisfies RuleId[]);
  });

  it("takes the worst verdict, and the best of none", () => {
    expect(worst([])).toBe("comparable");
    expect(worst(["with_caveat", "comparable"])).toBe("with_caveat");
    expect(worst(["with_caveat", "not_comparable", "comparable"])).toBe("not_comparable");
  });
});

describe("a reason in words", () => {
  const words = (a: Figure, b: Figure, language: "zh" | "en") =>
    compare(a, b, context).reasons.map((reason) => reasonText(reason, language, context));

  it("names both sides in both languages", () => {
    const whole = far({ scope: "jurisdiction_total" });
    expect(words(one, whole, "zh")).toEqual([
      "统计范围不同：本局与全辖区",
      "地a与地b大小不同，总数未按规模折算，宜比每件、每家次",
    ]);
    expect(words(one, whole, "en")[0]).toBe("different scopes: one bureau and whole jurisdiction");
  });

  it("names metrics, parts and what is not stated", () => {
    expect(words(one, near({ metric_id: "plain" }), "en")[0]).toMatch(
      /^two metrics: inspected_entities .*and plain/,
    );
    expect(words(one, near({ subset: "sector:非煤矿山" }), "zh")).toEqual([
      "统计的部分不同：整体与非煤矿山",
    ]);
    expect(words(one, near({ subset: "sector:工贸;part:units" }), "zh")).toEqual([
      "统计的部分不同：整体与工贸、单位",
    ]);
    expect(words(one, near({ subset: "part:units;part:later" }), "en")).toEqual([
      "different parts: the whole and units, after the change",
    ]);
    expect(words(one, near({ count_basis: "filed" }), "en")).toEqual([
      "cases are counted at different stages: not stated and filed",
    ]);
  });

  it("shows what it has no word for as it is, dollar signs too", () => {
    expect(valueText("metric", "x", "en", context)).toBe("x");
    expect(valueText("size", "x", "zh", context)).toBe("x");
    expect(valueText("scope", "x", "zh", context)).toBe("x");
    expect(valueText("metric", "mean_fine_per_case", "en", context)).toBe(
      "Mean fine per penalty case",
    );
    expect(words(one, near({ subset: "sector:$&$1" }), "en")).toEqual([
      "different parts: the whole and $&$1",
    ]);
  });
});
