import type { ObservationFlag, ObservationStatus } from "./codes.ts";
import type { Comparability, ComparabilityRule, RuleId, RuleTest } from "./rule.ts";
import { ruleIds } from "./rule.ts";
import * as certainty from "./rules/certainty.ts";
import * as object from "./rules/object.ts";
import * as scope from "./rules/scope.ts";
import * as time from "./rules/time.ts";

type Row = Omit<ComparabilityRule, "id">;

function row(
  test: RuleTest,
  columns: string,
  verdicts: readonly Comparability[],
  code: ObservationStatus,
  flag: ObservationFlag | null,
  { breaks }: { readonly breaks: boolean },
): Row {
  return { test, columns: columns.split(" "), verdicts, status: code, flag, breaks };
}

const note = ["comparable"] as const;
const mild = ["with_caveat"] as const;
const hard = ["not_comparable"] as const;
const either = ["with_caveat", "not_comparable"] as const;
const line = { breaks: false } as const;
const cut = { breaks: true } as const;

// One row a rule: its test, the columns it reads, what it may say, SDMX and Eurostat codes, and
// whether a line between the two figures must be cut. Its words stand in words.ts.
const rows: Readonly<Record<RuleId, Row>> = {
  repeated: row(certainty.repeated, "same_as", note, "K", null, line),
  part_of_whole: row(scope.partOfWhole, "breakdown_of scope", note, "K", null, cut),
  metric: row(object.metric, "metric_id", either, "D", "d", cut),
  definition: row(object.definition, "metric_id breakdown_of", hard, "D", "d", cut),
  counting_object: row(object.countingObject, "metrics.counting_object", hard, "D", "d", cut),
  unit: row(object.unit, "unit", hard, "D", "d", cut),
  count_basis: row(object.countBasis, "count_basis", either, "D", "d", cut),
  baseline: row(object.baseline, "baseline", either, "D", "d", cut),
  scope: row(scope.scope, "scope regions.level", either, "D", "d", cut),
  part: row(scope.part, "subset", either, "D", "d", cut),
  departments: row(scope.departments, "subset", hard, "D", "d", cut),
  delegation: row(scope.delegation, "scope breakdown_of", mild, "D", "d", cut),
  level: row(scope.level, "regions.level scope", either, "A", null, line),
  size: row(scope.size, "region_id metrics.counting_object", mild, "A", null, line),
  stock_or_flow: row(time.stockOrFlow, "period_basis", either, "D", "d", cut),
  window: row(time.window, "period_basis", mild, "U", "u", cut),
  period_length: row(time.periodLength, "period_start period_end", either, "D", "d", cut),
  part_of_year: row(time.partOfYear, "period_basis period_start period_end", mild, "D", "d", cut),
  year: row(time.year, "period_end region_id", mild, "A", null, line),
  law: row(time.law, "period_start period_end metrics.theme", mild, "B", "b", cut),
  status: row(certainty.status, "status", hard, "F", "f", cut),
  qualifier: row(certainty.qualifier, "qualifier", mild, "U", "u", cut),
  derived: row(certainty.derived, "status", ["comparable", "with_caveat"], "E", "e", line),
  audit: row(certainty.audit, "checks.verdict", mild, "U", "u", line),
  unit_inferred: row(certainty.unitInferred, "unit_inferred", mild, "I", "i", line),
  coverage: row(certainty.coverage, "reports.coverage", mild, "V", "u", line),
};

/** Every rule, in the order in which its reasons are given. */
export const comparabilityRules: readonly ComparabilityRule[] = ruleIds.map((id) => ({
  id,
  ...rows[id],
}));
