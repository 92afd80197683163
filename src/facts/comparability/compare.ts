import type { ComparisonContext, Figure } from "./figure.ts";
import { worst } from "./rule.ts";
import type { Comparability, ComparabilityRule, Reason } from "./rule.ts";
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
  const reasons = comparabilityRules.flatMap((rule) => reasonOf(rule, a, b, context) ?? []);
  return { verdict: worst(reasons.map((reason) => reason.verdict)), reasons };
}

function reasonOf(
  { id, columns, status, flag, test }: ComparabilityRule,
  a: Figure,
  b: Figure,
  context: ComparisonContext,
): Reason | null {
  const finding = test(a, b, context);
  return finding && { rule: id, columns, status, flag, ...finding };
}
