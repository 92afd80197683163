import type { Fact } from "../types.ts";
import type { Context, Rule } from "./context.ts";
import { partsRule } from "./parts.ts";

/** `breakdown_of` and `same_as` lead to figures of the same report, without going round. */
export const relationRule: Rule<Fact> = function* (fact, context) {
  for (const link of ["breakdown_of", "same_as"] as const) yield* linkRule(fact, link, context);
  yield* sameRule(fact, context);
  yield* partsRule(fact, context);
};

type Link = "breakdown_of" | "same_as";

function* linkRule(fact: Fact, link: Link, { facts }: Context): Iterable<string> {
  const target = fact[link];
  if (target === null) return;
  const other = facts.get(target);
  if (!other) yield `unknown ${link}: ${target}`;
  else if (other.report_id !== fact.report_id)
    yield `invalid ${link}: ${target} is of report ${other.report_id}`;
  if (isCyclic(fact, link, facts)) yield `invalid ${link}: ${target} leads back to its start`;
}

function isCyclic(fact: Fact, link: Link, facts: ReadonlyMap<string, Fact>): boolean {
  const seen = new Set<string>();
  for (let at: Fact | undefined = fact; at; at = facts.get(at[link] ?? "")) {
    if (seen.has(at.fact_id)) return true;
    seen.add(at.fact_id);
  }
  return false;
}

function* sameRule(fact: Fact, { facts }: Context): Iterable<string> {
  const first = facts.get(fact.same_as ?? "");
  if (!first) return;
  for (const field of ["value", "metric_id", "scope", "subset", "accident"] as const)
    if (first[field] !== fact[field])
      yield `invalid same_as: ${first.fact_id} has ${field} ${String(first[field])}`;
  if (first.same_as !== null) yield `invalid same_as: ${first.fact_id} is no first mention`;
}
