import type { Comparability, RuleId } from "../src/domain/index.ts";

/** A pair that section 3 of the annotation names, its verdict there, and rules that must speak. */
export interface NamedPair {
  readonly said: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: Comparability;
  readonly rules: readonly RuleId[];
}

type Row = readonly [a: string, b: string, ...rules: RuleId[]];

function pairs(verdict: Comparability, said: string, ...rows: readonly Row[]): NamedPair[] {
  return rows.map(([a, b, ...rules]) => ({ said, a, b, verdict, rules }));
}

const directly = [
  ...pairs("comparable", "Wansheng compression 2021 vs 2022", ["ws-03", "ws-04"]),
  ...pairs(
    "comparable",
    "Shanwei city vs bureau",
    ["sw-41", "sw-48", "part_of_whole"],
    ["sw-42", "sw-49", "part_of_whole"],
    ["sw-46", "sw-50", "part_of_whole"],
    ["sw-46", "sw-38", "part_of_whole"],
    ["sw-47", "sw-51", "part_of_whole"],
    ["mean_fine_per_case:sw-47,sw-46", "mean_fine_per_case:sw-51,sw-38", "part_of_whole"],
  ),
  ...pairs(
    "comparable",
    "Shanwei counties by difference",
    ["counties_inspected_entities:sw-41,sw-48", "sw-48", "part_of_whole", "derived"],
    ["counties_inspected_entities:sw-41,sw-48", "sw-41", "part_of_whole", "derived"],
    ["counties_inspection_visits:sw-42,sw-49", "sw-49", "part_of_whole", "derived"],
    ["counties_penalty_cases:sw-46,sw-38", "sw-38", "part_of_whole", "derived"],
    ["counties_penalty_amount:sw-47,sw-51", "sw-51", "part_of_whole", "derived"],
    [
      "mean_fine_per_case_counties:sw-47,sw-51,sw-46,sw-38",
      "mean_fine_per_case:sw-51,sw-38",
      "part_of_whole",
    ],
  ),
  ...pairs(
    "comparable",
    "Suzhou pre-accident vs total: cases and fines",
    ["sz-06", "sz-05", "part_of_whole"],
    ["sz-13", "sz-12", "part_of_whole"],
  ),
  ...pairs("comparable", "one fact, two mentions", ["sw-38", "sw-50", "repeated"]),
];

const withCaveat = [
  ...pairs("with_caveat", "mean fine, Wansheng bureau 4.81 vs Shanwei bureau 3.10: level", [
    "mean_fine_per_case:ws-16,ws-15",
    "mean_fine_per_case:sw-51,sw-38",
    "level",
  ]),
  ...pairs(
    "with_caveat",
    "Wansheng bureau vs Shanwei bureau 2022: level; delegated may be inside",
    ["ws-16", "sw-51", "level", "scope"],
    ["ws-15", "sw-50", "level", "scope"],
    ["ws-15", "sw-38", "level", "scope"],
  ),
  ...pairs(
    "with_caveat",
    "Wansheng vs Shanwei city total: jurisdiction logic closer, size differs",
    ["ws-16", "sw-47", "scope", "level", "size"],
    ["ws-15", "sw-46", "scope", "level", "size"],
  ),
  ...pairs(
    "with_caveat",
    "Zhangzhou 31 vs Shanwei 25: three weeks short, other year, other law",
    ["zz-09", "sw-50", "period_length", "law", "count_basis"],
    ["zz-09", "sw-38", "period_length", "law", "count_basis"],
  ),
  ...pairs(
    "with_caveat",
    "Suzhou city Jan–Sep 2019 vs Shanwei city FY 2022: nine months, law, size",
    ["sz-12", "sw-47", "period_length", "law", "size"],
    ["sz-03", "sw-41", "period_length", "year", "size"],
  ),
  ...pairs("with_caveat", "Suzhou cases are filed, Shanwei’s imposed: the means", [
    "mean_fine_per_case_filed:sz-12,sz-05",
    "mean_fine_per_case:sw-47,sw-46",
    "metric",
    "count_basis",
  ]),
  ...pairs(
    "with_caveat",
    "Compression Zhangzhou ≥ 50 vs Wansheng 84.24: bound, baseline, year",
    ["zz-17", "ws-04", "qualifier", "baseline", "year"],
    ["zz-17", "ws-03", "qualifier", "baseline", "year"],
  ),
  ...pairs("with_caveat", "power_items_penalty 135 vs 110", ["zz-03", "ws-08", "level"]),
  ...pairs("with_caveat", "power lists as 155 vs 119", [
    "power_items_core:zz-01,zz-07,zz-08",
    "ws-06",
    "metric",
    "derived",
  ]),
];

const spending = ["sw-16", "sw-22", "sw-24"];
const fines = ["sw-47", "sw-51", "sz-12", "ws-16", "ws-20"];
const cross = (as: readonly string[], bs: readonly string[], ...rules: RuleId[]): Row[] =>
  as.flatMap((a) => bs.map((b): Row => [a, b, ...rules]));

const notAtAll = [
  ...pairs(
    "not_comparable",
    "Zhangzhou 56373, all departments, vs Shanwei 568 or Suzhou 16765",
    ["zz-22", "sw-41", "part", "departments"],
    ["zz-22", "sz-03", "part", "departments"],
    ["zz-22", "sw-48", "part", "departments", "scope"],
  ),
  ...pairs(
    "not_comparable",
    "Zhangzhou 1.7/2.6 vs any total of fines",
    ...cross(["zz-29", "zz-33"], fines, "part"),
  ),
  ...pairs(
    "not_comparable",
    "家 vs 家次 vs 案件",
    ["sw-41", "sw-42", "metric"],
    ["sw-48", "sw-49", "metric"],
    ["sw-39", "sw-48", "metric"],
    ["sw-39", "sw-49", "metric"],
    ["sz-03", "sw-42", "metric"],
  ),
  ...pairs(
    "not_comparable",
    "city vs bureau scope on one axis",
    ["sz-12", "sw-51", "scope"],
    ["sz-03", "sw-48", "scope"],
    ["zz-09", "sw-46", "scope"],
  ),
  ...pairs(
    "not_comparable",
    "Suzhou cases_filed vs penalty_cases without relabelling",
    ["sz-05", "sw-46", "metric", "count_basis"],
    ["sz-05", "ws-15", "metric", "count_basis"],
    ["sz-05", "zz-09", "metric"],
  ),
  ...pairs(
    "not_comparable",
    "Suzhou 300余 guides vs power-list totals",
    ["sz-02", "zz-01", "metric"],
    ["sz-02", "ws-06", "metric"],
  ),
  ...pairs("not_comparable", "power lists: 184 with services vs 119 without", [
    "zz-01",
    "ws-06",
    "definition",
  ]),
  ...pairs("not_comparable", "16 published records vs 4277", ["sz-20", "sz-05", "metric"]),
  ...pairs(
    "not_comparable",
    "Shanwei’s spending and stock values vs fines",
    ...cross(spending, fines, "metric"),
  ),
  ...pairs("not_comparable", "600家 guided vs inspected", ["sw-17", "sw-41", "metric"]),
  ...pairs("not_comparable", "typical cases of two programmes", ["zh-06", "zh-09", "part"]),
  ...pairs(
    "not_comparable",
    "Rates of all hazards and of major ones within a campaign",
    ["sw-44", "zh-14", "metric", "part", "audit"],
    ["sw-44", "major_hazard_rectification_recomputed:zh-13,zh-12", "metric", "part", "derived"],
  ),
  ...pairs("not_comparable", "fines before accidents and all fines, two cities", [
    "sz-13",
    "sw-47",
    "accident",
  ]),
];

export const namedPairs: readonly NamedPair[] = [...directly, ...withCaveat, ...notAtAll];

/** Pairs of the companion corpus, judged by reading the figures beside their notes. */
export const companionPairs: readonly NamedPair[] = [
  ...pairs(
    "not_comparable",
    "a whole province’s total and one county’s",
    ["c-0033", "c-0213", "level"],
    ["c-0033", "c-0226", "level"],
    ["c-0036", "c-0020", "level"],
    ["c-0031", "c-0164", "level"],
  ),
  ...pairs("with_caveat", "a provincial department’s own cases and a county bureau’s", [
    "c-0216",
    "c-0213",
    "level",
    "size",
  ]),
  ...pairs("with_caveat", "a province and a prefecture, both whole", [
    "c-0031",
    "sw-41",
    "level",
    "size",
  ]),
  ...pairs("not_comparable", "rates of violations and of hazards", [
    "c-0026",
    "c-0016",
    "definition",
    "period_length",
  ]),
  ...pairs("not_comparable", "fines with confiscations and fines before accidents", [
    "c-0028",
    "sz-13",
    "accident",
    "definition",
  ]),
  ...pairs("with_caveat", "visits of a press item and of an official page", [
    "c-2247",
    "c-0014",
    "source",
  ]),
  ...pairs("not_comparable", "stops on the spot and stops as penalties", [
    "zz-24",
    "c-0203",
    "definition",
  ]),
  ...pairs("not_comparable", "counts of a month and of a year", [
    "c-0175",
    "sw-42",
    "period_length",
  ]),
  ...pairs("not_comparable", "hazards of every kind and major ones", ["c-0024", "zh-12", "metric"]),
  ...pairs("with_caveat", "penalties on firms and on persons in one report", [
    "c-0004",
    "c-0006",
    "part",
  ]),
  ...pairs("comparable", "two cities’ fireworks fines in one year: only their size differs", [
    "c-0234",
    "c-0236",
    "size",
  ]),
  ...pairs("with_caveat", "a rounded total and its exact part", [
    "c-0035",
    "c-0036",
    "part_of_whole",
    "qualifier",
  ]),
  ...pairs("comparable", "a county’s sector and its total", ["c-0179", "c-0186", "part_of_whole"]),
];

/**
 * For each rule two real figures whose verdict it decides: without it the verdict would be milder.
 * Of a rule that only notes, two figures whose note would be missing.
 */
export const decidingPairs: Readonly<Record<RuleId, readonly [a: string, b: string]>> = {
  repeated: ["sw-38", "sw-50"],
  part_of_whole: ["sw-47", "sw-51"],
  metric: ["c-2299", "c-2301"],
  definition: ["ws-06", "zz-01"],
  count_basis: ["c-0222", "sw-38"],
  accident: ["sz-16", "sz-17"],
  baseline: ["p-1080", "p-1087"],
  scope: ["ws-16", "ws-20"],
  part: ["c-1063", "c-1064"],
  departments: ["c-2156", "c-2103"],
  channel: ["c-0161", "c-0221"],
  level: ["c-0232", "c-0234"],
  size: ["c-0161", "c-0153"],
  window: ["c-2307", "c-2310"],
  period_length: ["c-2063", "c-0175"],
  year: ["c-0212", "c-0142"],
  law: ["c-0213", "c-0143"],
  status: ["zz-13", "zz-14"],
  qualifier: ["c-0035", "c-0036"],
  derived: ["sw-48", "counties_inspected_entities:sw-41,sw-48"],
  audit: ["c-0176", "c-0177"],
  unit_inferred: ["c-0140", "c-0218"],
  source: ["c-2247", "c-0014"],
};
