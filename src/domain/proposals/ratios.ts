import { isYearBefore } from "../periods.ts";
import { parseQuantity } from "../quantity.ts";
import type { Fact } from "../types.ts";
import { isRate } from "../units.ts";
import { groupBy, overlap, placeOf } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";

/** A rate of one place with two counts, or with the whole alone where the part is not stated. */
export function* shares(facts: readonly Fact[]): Generator<Candidate> {
  for (const group of groupBy(facts, placeOf).values()) {
    const counts = group.filter((fact) => !isRate(fact.unit) && fact.value > 0);
    for (const stated of group.filter(isTelling)) {
      const pairs = [...pairsFor(stated, counts)];
      yield* pairs;
      if (pairs.length === 0) yield* lone(stated, counts);
    }
  }
}

/** 0 % and 100 % fit too many counts; growth is no share. */
function isTelling({ unit, value, metric_id }: Fact): boolean {
  return isRate(unit) && value > 0 && value < 100 && !isGrowth(metric_id);
}

function isGrowth(metric: string): boolean {
  return metric.endsWith("_yoy");
}

function* pairsFor(stated: Fact, counts: readonly Fact[]): Generator<Candidate> {
  for (const part of counts)
    for (const whole of counts) {
      const isLinked = part.breakdown_of === whole.fact_id;
      const common = overlap(stated, part) + overlap(stated, whole);
      if (part.unit !== whole.unit || part.value >= whole.value) continue;
      if (common < 1 || !(isLinked || overlap(part, whole) > 0)) continue;
      const isNamed = isLinked && common > 2;
      if (!isNamed && Math.abs((part.value / whole.value) * 100 - stated.value) > stepOf(stated))
        continue;
      yield {
        kind: "share",
        operation: "ratio_percent",
        operands: [part, whole],
        stated,
        affinity: Math.min(1, 0.4 + common / 10 + (isLinked ? 0.3 : 0)),
        mustHold: isNamed,
      };
    }
}

/** The whole alone tells something only where few of its parts round to a rate so exact. */
function* lone(stated: Fact, counts: readonly Fact[]): Generator<Candidate> {
  if (!stated.metric_id.endsWith("_rate") || stated.qualifier !== "exact") return;
  for (const whole of counts) {
    const chance = (whole.value * stepOf(stated)) / 100;
    if (overlap(stated, whole) === 0 || whole.breakdown_of !== null || chance >= 0.5) continue;
    yield {
      kind: "share",
      operation: "ratio_percent",
      operands: [whole],
      stated,
      affinity: 0.4 * (1 - chance),
      mustHold: false,
    };
  }
}

/** A mean, whose unit names those of its dividend and divisor (万元/件). */
export function* means(facts: readonly Fact[]): Generator<Candidate> {
  for (const group of groupBy(facts, placeOf).values())
    for (const stated of group) {
      const [above, below] = stated.unit.split("/");
      if (below === undefined) continue;
      for (const a of group.filter((fact) => fact.unit === above))
        for (const b of group.filter((fact) => fact.unit === below && fact.value > 0))
          if (overlap(stated, a) > 0 && overlap(a, b) + overlap(stated, b) > 0)
            yield {
              kind: "mean",
              operation: "quotient",
              operands: [a, b],
              stated,
              affinity: Math.min(1, 0.4 + (overlap(stated, a) + overlap(stated, b)) / 10),
              mustHold: false,
            };
    }
}

/** Growth of a count: over the year before where that is stated, else over a whole number. */
export function* growths(facts: readonly Fact[]): Generator<Candidate> {
  for (const stated of facts.filter(({ metric_id }) => isGrowth(metric_id))) {
    const metric = stated.metric_id.replace(/_yoy$/, "");
    const now = facts.find(
      (fact) => measureOf(fact, metric) === metric && placeOf(fact) === placeOf(stated),
    );
    if (!now) continue;
    const before = facts.find((fact) => isPredecessor(fact, now));
    yield {
      kind: "growth",
      operation: "growth",
      operands: before ? [now, before] : [now],
      stated,
      affinity: before ? 0.9 : 0.6,
      mustHold: true,
    };
  }
}

/** A figure's metric as a growth names it, with the part before accidents said in the name. */
function measureOf({ metric_id, accident }: Fact, metric: string): string {
  const split = `${metric_id}_pre_accident`;
  return accident === "before" && split === metric ? split : metric_id;
}

/** The same metric and place a year earlier. */
function isPredecessor(before: Fact, now: Fact): boolean {
  const { period_start, period_end } = now;
  return (
    before.metric_id === now.metric_id &&
    isYearBefore(before, now) &&
    placeOf({ ...before, period_start, period_end }) === placeOf(now)
  );
}

/** Size of the last place that a figure states. */
export function stepOf(fact: Fact): number {
  return parseQuantity(fact.value_text, { unit: fact.unit })?.step ?? 1;
}
