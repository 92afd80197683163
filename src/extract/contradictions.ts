import type { Fact } from "../domain/index.ts";

/** What two statements of one figure have in common. */
function placeOf(fact: Fact): string {
  const { metric_id, scope, subset, accident, period_start, period_end, counted_as, status } = fact;
  const { region_id, breakdown_of, count_basis, channel } = fact;
  return [
    ...[metric_id, scope, subset, accident, period_start, period_end, counted_as, status],
    ...[region_id, breakdown_of, count_basis, channel],
  ].join("\t");
}

/** Figures of which a text states several values, as lists of ids: all are kept, none is believed. */
export function contradictions(facts: readonly Fact[]): string[][] {
  const byPlace = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = placeOf(fact);
    const group = byPlace.get(key);
    if (group) group.push(fact);
    else byPlace.set(key, [fact]);
  }
  return [...byPlace.values()]
    .filter((group) => new Set(group.map(({ value }) => value)).size > 1)
    .map((group) => group.map(({ fact_id }) => fact_id));
}
