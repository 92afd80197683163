import type { Fact } from "../../types.ts";
import { objectOf, some } from "../figure.ts";
import type { ComparisonContext, Figure } from "../figure.ts";
import { arePartAndWhole } from "../relation.ts";
import type { RuleTest } from "../rule.ts";

/** Metrics that measure nearly the same: side by side only under both their names. */
export const relatedMetrics: readonly (readonly string[])[] = [
  ["hazard_rectification_rate", "major_hazard_rectification_rate"],
  ["mean_fine_per_case", "mean_fine_per_case_filed", "penalty_amount_per_case_pre_accident"],
  ["power_items_total", "power_items_core"],
];

function areRelated(a: Figure, b: Figure): boolean {
  return relatedMetrics.some((group) => [a, b].every((one) => group.includes(one.metric_id)));
}

export const metric: RuleTest = (a, b) => {
  if (a.metric_id === b.metric_id || arePartAndWhole(a, b)) return null;
  const verdict = areRelated(a, b) ? "with_caveat" : "not_comparable";
  return { verdict, a: a.metric_id, b: b.metric_id };
};

/**
 * Lists that go by one name and hold unlike things: which they hold shows in the parts that the
 * report itemises. Zhangzhou's 184 items include public services and other duties, Wansheng's 119
 * do not.
 */
const definitions = [
  {
    metric: "power_items_total",
    narrow: "power_items_core",
    extras: ["power_items_public_service", "power_items_other_duty"],
  },
] as const;

function definitionOf(figure: Figure, { facts }: ComparisonContext): string | null {
  for (const { metric: total, narrow, extras } of definitions) {
    if (figure.metric_id === narrow) return "powers_only";
    if (figure.metric_id !== total || !facts) continue;
    const isExtra = ({ breakdown_of, metric_id }: Fact) =>
      breakdown_of === figure.fact_id && extras.some((extra) => extra === metric_id);
    return some(facts.values(), isExtra) ? "powers_and_services" : "powers_only";
  }
  return null;
}

export const definition: RuleTest = (a, b, context) => {
  const [one, other] = [definitionOf(a, context), definitionOf(b, context)];
  if (one === null || other === null || one === other) return null;
  return { verdict: "not_comparable", a: one, b: other };
};

export const countingObject: RuleTest = (a, b, context) => {
  const [one, other] = [objectOf(a, context), objectOf(b, context)];
  if (one === null || other === null || one === other || arePartAndWhole(a, b)) return null;
  return { verdict: "not_comparable", a: one, b: other };
};

export const unit: RuleTest = (a, b) =>
  a.unit === b.unit ? null : { verdict: "not_comparable", a: a.unit, b: b.unit };

/** Stages at which a penalty exists; filing comes before, disclosure is another count. */
const decided: readonly (string | null)[] = ["imposed", "concluded", "made"];

export const countBasis: RuleTest = (a, b, context) => {
  const [one, other] = [a.count_basis, b.count_basis];
  if (one === other) return null;
  const isMild =
    one === null ||
    other === null ||
    (decided.includes(one) && decided.includes(other)) ||
    [a, b].every((figure) => objectOf(figure, context) === "money_per_case") ||
    arePartAndWhole(a, b);
  return { verdict: isMild ? "with_caveat" : "not_comparable", a: one, b: other };
};

export const baseline: RuleTest = (a, b) => {
  const [one, other] = [a.baseline, b.baseline];
  const isUnsure = [one, other].includes("unstated") || one === null || other === null;
  if (one === other && !(one === "unstated" && a.report_id !== b.report_id)) return null;
  return { verdict: isUnsure ? "with_caveat" : "not_comparable", a: one, b: other };
};
