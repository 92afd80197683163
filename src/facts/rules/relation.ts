import type { Fact } from "../types.ts";
import type { Context, Rule } from "./context.ts";

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
  for (const field of ["value", "metric_id", "scope", "subset", "count_basis"] as const)
    if (first[field] !== fact[field])
      yield `invalid same_as: ${first.fact_id} has ${field} ${String(first[field])}`;
  if (first.same_as !== null) yield `invalid same_as: ${first.fact_id} is no first mention`;
}

/**
 * No part exceeds its total, nor do the parts of one metric together (city bureau and counties).
 * Parts of several metrics may overlap (permits accepted and granted): their sums are checks.
 */
function* partsRule(total: Fact, { all }: Context): Iterable<string> {
  const parts = all.filter((fact) => fact.breakdown_of === total.fact_id);
  for (const part of parts) {
    if (part.unit !== total.unit) yield `invalid part: ${part.fact_id} is in ${part.unit}`;
    if (exceeds(part.value, total)) yield `invalid part: ${part.fact_id} exceeds its total`;
  }
  for (const metric of new Set(parts.map((part) => part.metric_id))) {
    const group = parts.filter((part) => part.metric_id === metric && part.same_as === null);
    const sum = Number(group.reduce((a, part) => a + part.value, 0).toPrecision(12));
    if (group.length > 1 && exceeds(sum, total))
      yield `invalid parts: ${metric} adds up to ${sum}, the total is ${total.value}`;
  }
}

/** A total stated as "more than" does not bound its parts. */
function exceeds(value: number, total: Fact): boolean {
  return value > total.value && total.qualifier !== "over" && total.qualifier !== "at_least";
}
