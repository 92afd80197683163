import type { ComparisonContext, Figure } from "./figure.ts";
import { profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { worst } from "./rule.ts";
import type { Comparability, ComparabilityRule, Reason, RuleId } from "./rule.ts";
import { comparabilityRules } from "./table.ts";

export interface Comparison {
  readonly verdict: Comparability;
  /** What the rules said, in the order of the table; `comparable` ones are notes. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether two figures, stated or derived, may stand side by side, and why not. The verdict is the
 * worst of the reasons; it is symmetric, with `a` and `b` of each reason exchanged. A figure is
 * comparable with itself, without a reason.
 */
export function compare(a: Figure, b: Figure, context: ComparisonContext): Comparison {
  if (a.fact_id === b.fact_id) return { verdict: "comparable", reasons: [] };
  const [one, other] = [profileOf(a, context), profileOf(b, context)];
  const reasons = comparabilityRules
    .filter(({ when }) => when.holds(one, other))
    .map((rule) => reasonOf(rule, one, other));
  return { verdict: worst(reasons.map((reason) => reason.verdict)), reasons };
}

function reasonOf(
  { id, columns, says, verdict }: ComparabilityRule,
  a: Profile,
  b: Profile,
): Reason {
  const found =
    typeof verdict === "string" ? verdict : verdict[verdict.where.holds(a, b) ? "worse" : "mild"];
  return { rule: id, columns, verdict: found, a: says(a), b: says(b) };
}

/** What a rule tells of one figure, whether or not it speaks of it and another. */
export function toldBy(rule: RuleId, figure: Figure, context: ComparisonContext): string | null {
  const [found] = comparabilityRules.filter(({ id }) => id === rule);
  return found?.says(profileOf(figure, context)) ?? null;
}
