import { ruleIds } from "./rule.ts";
import type { ComparabilityRule, RuleId, RuleRow } from "./rule.ts";
import { certaintyRules } from "./rules/certainty.ts";
import { objectRules } from "./rules/object.ts";
import { scopeRules } from "./rules/scope.ts";
import { timeRules } from "./rules/time.ts";

const rows: Readonly<Record<RuleId, RuleRow>> = {
  ...objectRules,
  ...scopeRules,
  ...timeRules,
  ...certaintyRules,
};

/**
 * Every rule, in the order in which its reasons are given. Both `compare` and the view
 * `comparisons` follow this table.
 */
export const comparabilityRules: readonly ComparabilityRule[] = ruleIds.map((id) => {
  const { verdict, ...row } = rows[id];
  const verdicts = typeof verdict === "string" ? [verdict] : [verdict.mild, verdict.worse];
  return { id, ...row, verdict, verdicts };
});
