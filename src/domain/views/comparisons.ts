import { relations } from "../comparability/relation.ts";
import { comparabilities } from "../comparability/rule.ts";
import type { Comparability, ComparabilityRule } from "../comparability/rule.ts";
import { comparabilityRules } from "../comparability/table.ts";
import { literal } from "../sql.ts";

const rank = (verdict: Comparability) => String(comparabilities.indexOf(verdict));

/** The rank of a rule's verdict where it speaks, else NULL. */
function ranked({ when, verdict }: ComparabilityRule): string {
  const found =
    typeof verdict === "string"
      ? rank(verdict)
      : `CASE WHEN ${verdict.where.sql} THEN ${rank(verdict.worse)} ELSE ${rank(verdict.mild)} END`;
  return `CASE WHEN ${when.sql} THEN ${found} END`;
}

const column = ({ id }: ComparabilityRule) => `rule_${id}`;

/**
 * One row an ordered pair of different figures: the verdict and the rules that spoke. A view, since
 * all pairs are very many; each rule is its own clause, as `compare` reads it.
 */
export function comparisonsView(): string {
  const spoken = comparabilityRules.map(
    (rule) => `CASE WHEN ${column(rule)} IS NOT NULL THEN ${literal(rule.id)} END`,
  );
  return ` AS
SELECT one, other,
  [${comparabilities.map(literal).join(", ")}][1 + greatest(0, ${comparabilityRules.map(column).join(", ")})] AS verdict,
  list_filter([${spoken.join(", ")}], rule -> rule IS NOT NULL) AS rules
FROM (
  SELECT a.fact_id AS one, b.fact_id AS other,
    ${relations.map(({ definition }) => definition).join(",\n    ")},
    ${comparabilityRules.map((rule) => `${ranked(rule)} AS ${column(rule)}`).join(",\n    ")}
  FROM figures a, figures b WHERE a.fact_id <> b.fact_id
)`;
}

/** `SELECT * FROM comparability('sw-47', 'sz-12')`: verdict and rules of a pair. */
export function comparabilityMacro(): string {
  return "(x, y) AS TABLE SELECT verdict, rules FROM comparisons WHERE one = x AND other = y";
}
