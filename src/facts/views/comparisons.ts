import { relatedMetrics } from "../comparability/rules/object.ts";
import { ruleIds } from "../comparability/rule.ts";
import type { RuleId } from "../comparability/rule.ts";
import { tuple } from "./text.ts";

const related = relatedMetrics
  .map((group) => `(a.metric_id IN ${tuple(group)} AND b.metric_id IN ${tuple(group)})`)
  .join(" OR ");

const isBothTotal = "(a.is_total AND b.is_total)";
const isBothFlow = "(a.period_kind IN ('year', 'part') AND b.period_kind IN ('year', 'part'))";
const differ = (column: string) => `a.${column} IS DISTINCT FROM b.${column}`;
const lone = (bureau: string, whole: string) =>
  `(${bureau}.scope = 'bureau' AND ${whole}.scope = 'jurisdiction_total'
    AND coalesce(${bureau}.level IN ('county', 'zone'), false))`;
const apart = (whole: string, local: string) =>
  `(${whole}.scope = 'jurisdiction_total'
    AND coalesce(${whole}.level IN ('province', 'country'), false)
    AND coalesce(${local}.level IN ('county', 'zone'), false))`;
const season = (x: string) => `substr(${x}.period_start, 6) || substr(${x}.period_end, 6)`;
const stock = (x: string, y: string) =>
  `(${x}.period_kind = 'instant' AND ${y}.period_kind IN ('year', 'part'))`;

/** When a rule speaks, and when it then says `not_comparable`; else it gives its mildest verdict. */
interface SqlRule {
  readonly when: string;
  readonly hard?: string;
  /** The verdict where not hard, as a rank: 0 only a note, 1 a caveat. */
  readonly mild?: string;
}

const note = "0";

// One row a rule, in terms of two rows of `figures`, a and b, and of the three relations of
// `relations` below. The tests hold it against the rules in TypeScript for every pair.
const rules: Readonly<Record<RuleId, SqlRule>> = {
  repeated: { when: "is_repeated", mild: note },
  part_of_whole: { when: "is_part_of_whole", mild: note },
  metric: { when: `${differ("metric_id")} AND NOT is_part_of_whole`, hard: `NOT (${related})` },
  definition: { when: "a.content <> b.content", hard: "true" },
  counting_object: {
    when: "a.counting_object <> b.counting_object AND NOT is_part_of_whole",
    hard: "true",
  },
  unit: { when: differ("unit"), hard: "true" },
  count_basis: {
    when: differ("count_basis"),
    hard: `a.count_basis IS NOT NULL AND b.count_basis IS NOT NULL AND NOT is_part_of_whole
      AND NOT (a.count_basis IN ('imposed', 'concluded', 'made')
        AND b.count_basis IN ('imposed', 'concluded', 'made'))
      AND NOT coalesce(a.counting_object = 'money_per_case'
        AND b.counting_object = 'money_per_case', false)`,
  },
  baseline: {
    when: `${differ("baseline")} OR (a.baseline = 'unstated' AND a.report_id <> b.report_id)`,
    hard: `a.baseline IS NOT NULL AND b.baseline IS NOT NULL
      AND a.baseline <> 'unstated' AND b.baseline <> 'unstated'`,
  },
  scope: {
    when: `${differ("scope")} AND NOT is_part_of_whole`,
    hard: `NOT (is_same_document AND is_same_days) AND NOT ${lone("a", "b")} AND NOT ${lone("b", "a")}`,
  },
  part: {
    when: `${differ("subset")} AND NOT is_part_of_whole`,
    hard: `a.subset IS NULL OR b.subset IS NULL OR NOT (is_same_document AND is_same_days)`,
  },
  departments: { when: "a.is_all_departments <> b.is_all_departments", hard: "true" },
  delegation: {
    when: "NOT is_same_document AND (a.is_inclusion_open OR b.is_inclusion_open)",
  },
  level: {
    when: differ("level"),
    hard: `${isBothTotal} AND (${apart("a", "b")} OR ${apart("b", "a")})`,
  },
  size: { when: `a.region_id <> b.region_id AND ${isBothTotal}` },
  stock_or_flow: { when: `${stock("a", "b")} OR ${stock("b", "a")}`, hard: isBothTotal },
  window: {
    when: `(a.period_kind = 'open' OR b.period_kind = 'open')
      AND NOT (is_same_document AND is_same_days)`,
  },
  period_length: {
    when: `${isBothFlow} AND abs(a.months - b.months) >= 0.5`,
    hard: `${isBothTotal} AND least(a.months, b.months) * 2 < greatest(a.months, b.months)`,
  },
  part_of_year: {
    when: `${isBothFlow} AND (a.period_kind = 'part' OR b.period_kind = 'part')
      AND ${season("a")} <> ${season("b")}`,
  },
  year: {
    when: "a.region_id <> b.region_id AND left(a.period_end, 4) <> left(b.period_end, 4)",
  },
  law: { when: "a.theme = 'penalties' AND b.theme = 'penalties' AND a.regime <> b.regime" },
  status: {
    when: `replace(a.status, 'derived', 'actual') <> replace(b.status, 'derived', 'actual')`,
    hard: "true",
  },
  qualifier: { when: "a.qualifier <> 'exact' OR b.qualifier <> 'exact'" },
  derived: {
    when: "(a.status = 'derived') <> (b.status = 'derived')",
    mild: "CASE WHEN is_same_document THEN 0 ELSE 1 END",
  },
  audit: { when: "a.is_mismatch OR b.is_mismatch" },
  unit_inferred: { when: "a.unit_inferred OR b.unit_inferred" },
  coverage: { when: differ("coverage") },
};

/** How two figures belong to each other, as in comparability/relation.ts. */
const relations = `a.report_id = b.report_id AND a.region_id = b.region_id AS is_same_document,
    is_same_window(a.period_start, a.period_end, a.period_basis,
      b.period_start, b.period_end, b.period_basis) AS is_same_days,
    coalesce(a.same_as = b.fact_id, false) OR coalesce(b.same_as = a.fact_id, false)
      AS is_repeated,
    is_same_document AND (
      coalesce(a.breakdown_of = b.fact_id, false) OR coalesce(b.breakdown_of = a.fact_id, false)
      OR CASE WHEN a.breakdown_of = b.breakdown_of THEN NOT is_repeated
        ELSE a.metric_id = b.metric_id AND a.subset IS NOT DISTINCT FROM b.subset
          AND is_same_days AND (
            (a.scope = 'jurisdiction_total') <> (b.scope = 'jurisdiction_total')
            OR (a.scope = 'bureau' AND b.scope = 'subordinate_units')
            OR (a.scope = 'subordinate_units' AND b.scope = 'bureau')) END)
      AS is_part_of_whole`;

function rankOf({ when, hard, mild = "1" }: SqlRule): string {
  const verdict = hard === undefined ? mild : `CASE WHEN ${hard} THEN 2 ELSE ${mild} END`;
  return `CASE WHEN ${when} THEN ${verdict} END`;
}

/** One row an ordered pair of different figures: the verdict and the rules that spoke. */
export const comparisonsView = `CREATE OR REPLACE VIEW comparisons AS
SELECT one, other,
  CASE greatest(0, ${ruleIds.map((id) => `rule_${id}`).join(", ")})
    WHEN 0 THEN 'comparable' WHEN 1 THEN 'with_caveat' ELSE 'not_comparable' END AS verdict,
  words_of(concat_ws(' ', ${ruleIds
    .map((id) => `CASE WHEN rule_${id} IS NOT NULL THEN '${id}' END`)
    .join(", ")})) AS rules
FROM (
  SELECT a.fact_id AS one, b.fact_id AS other,
    ${relations},
    ${ruleIds.map((id) => `${rankOf(rules[id])} AS rule_${id}`).join(",\n    ")}
  FROM figures a, figures b WHERE a.fact_id <> b.fact_id
)`;

/** `SELECT * FROM comparability('sw-47', 'sz-12')`: verdict and rules of a pair. */
export const comparabilityMacro = `CREATE OR REPLACE MACRO comparability(x, y) AS TABLE
SELECT verdict, rules FROM comparisons WHERE one = x AND other = y`;
