import type { Fact } from "../types.ts";
import { groupBy, overlap, placeOf } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";

/** A total and its parts as `breakdown_of` links them: all of one metric, or one of each metric. */
export function* linkedParts(facts: readonly Fact[]): Generator<Candidate> {
  const byTotal = groupBy(
    facts.filter((fact) => fact.breakdown_of !== null),
    (fact) => fact.breakdown_of ?? "",
  );
  for (const stated of facts)
    for (const operands of partings(byTotal.get(stated.fact_id) ?? []))
      yield { kind: "parts", operation: "sum", operands, stated, affinity: 1, mustHold: false };
}

/** Several figures of one metric add up by themselves; metrics given once each, together. */
function partings(parts: readonly Fact[]): Fact[][] {
  const groups = [...groupBy(parts, (part) => part.metric_id).values()];
  const single = groups.filter((group) => group.length === 1).flat();
  return [...groups, single].filter((group) => group.length > 1);
}

/** Sums of more terms hold by chance too often. */
const MOST_TERMS = 4;
/** Below this a sum of small counts is a coincidence. */
const LEAST_TOTAL = 20;

/** A total and parts that no link names: figures of one place and family that add up to another. */
export function* unlinkedTotals(facts: readonly Fact[]): Generator<Candidate> {
  const free = facts.filter((fact) => fact.value > 0 && fact.breakdown_of === null);
  for (const group of groupBy(free, (fact) => `${placeOf(fact)}\t${fact.unit}`).values())
    for (const stated of group.filter((fact) => fact.value >= LEAST_TOTAL)) {
      const others = group.filter((fact) => isKin(fact, stated));
      for (const operands of summing(others, stated.value))
        yield { kind: "total", operation: "sum", operands, stated, affinity: 0.5, mustHold: false };
    }
}

function isKin(part: Fact, total: Fact): boolean {
  return part.fact_id !== total.fact_id && part.value < total.value && overlap(part, total) > 0;
}

/** Choices of two to four figures whose values add up to `total`. */
function summing(facts: readonly Fact[], total: number, chosen: readonly Fact[] = []): Fact[][] {
  const rest = total - chosen.reduce((sum, fact) => sum + fact.value, 0);
  if (Math.abs(rest) < 1e-9) return chosen.length > 1 ? [[...chosen]] : [];
  if (rest < 0 || chosen.length === MOST_TERMS) return [];
  return facts.flatMap((fact, index) => summing(facts.slice(index + 1), total, [...chosen, fact]));
}

/** One metric of a whole jurisdiction and of the bodies in it: bureau, counties, townships. */
export function* scopeTotals(facts: readonly Fact[]): Generator<Candidate> {
  const key = (fact: Fact) =>
    `${placeOf({ ...fact, scope: "jurisdiction_total" })}\t${fact.metric_id}`;
  for (const group of groupBy(facts, key).values()) {
    const stated = group.find((fact) => fact.scope === "jurisdiction_total");
    const operands = group.filter((fact) => fact.scope !== "jurisdiction_total");
    if (stated && operands.length > 1)
      yield { kind: "total", operation: "sum", operands, stated, affinity: 0.8, mustHold: false };
  }
}
