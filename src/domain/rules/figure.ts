import { parseQuantity, qualifierBefore } from "../quantity.ts";
import type { Quantity } from "../quantity.ts";
import type { Fact } from "../types.ts";
import { isMeasured, isMoney, isRate } from "../units.ts";
import type { Rule } from "./context.ts";

/** Value, unit and qualifier follow from the figure as written and from its metric. */
export const figureRule: Rule<Fact> = function* (fact, { metrics, regions }) {
  const metric = metrics.get(fact.metric_id);
  if (metric && metric.unit !== fact.unit)
    yield `invalid unit: ${fact.unit}, metric ${metric.metric_id} has ${metric.unit}`;
  if (isRate(fact.unit) && metric?.counting_object !== "growth" && !isShare(fact.value))
    yield `invalid rate: ${fact.value} lies outside 0–100`;
  if (fact.baseline !== null && !isRate(fact.unit))
    yield `invalid baseline: ${fact.baseline} on a figure in ${fact.unit}`;
  yield* firmRule(fact, regions.get(fact.region_id)?.level);
  yield* numberRule(fact, metric?.counting_object === "growth");
  yield* writtenRule(fact);
  yield* qualifierRule(fact);
};

/** More firms than a county has that anyone inspects: what is counted so are visits, or a doubt. */
const manyFirms = 10_000;

function* firmRule({ unit, value, note, metric_id }: Fact, level?: string): Iterable<string> {
  const isLocal = level === "county" || level === "zone" || level === "township";
  if (metric_id === "inspected_entities" && isLocal && value >= manyFirms && note === null)
    yield `missing note: ${value} ${unit} in one ${level} are hardly distinct firms`;
}

function* numberRule({ value, unit }: Fact, isGrowth: boolean): Iterable<string> {
  if (value < 0 && !isGrowth) yield `invalid value: ${value} is below zero`;
  if (!isMeasured(unit) && !Number.isInteger(value))
    yield `invalid value: ${value} is no whole number of ${unit}`;
}

/**
 * Counters that stand for a unit only with a word of explanation: disclosure reports count records
 * (条, 项) where others count cases, and two bulletins count measures and violations by the time.
 */
function isLoose(counter: string, { metric_id, count_basis, note }: Fact): boolean {
  if (count_basis === "disclosed" || count_basis === "made") return /^[条项份件宗]$/.test(counter);
  return note !== null && (looseCounters[metric_id]?.includes(counter) ?? false);
}

const looseCounters: Readonly<Record<string, readonly string[]>> = {
  suspension_orders: ["次", "家次", "户次"],
  hazards_found: ["项次"],
  inspection_visits: ["家", "户"],
  penalty_cases: ["家", "户次"],
  cases_filed: ["家"],
  permits_granted: ["个"],
};

/**
 * What is stated otherwise than as the number that the metric holds, and so with a word of
 * explanation: a fraction, what is left of a limit, one clause with two numbers.
 */
const converted = /分之|一半|\d\/\d|以内$|^\d+和\d+/;

function isShare(value: number): boolean {
  return value >= 0 && value <= 100;
}

/** In a table the unit of an amount stands in its header, 万元 as often as 元. */
function isCell({ unit, unit_inferred, value }: Fact, written: Quantity): boolean {
  return (
    isMoney(unit) &&
    unit_inferred &&
    written.unit === null &&
    [1e4, 1e8].some((scale) => Number((written.value * scale).toPrecision(12)) === value)
  );
}

function* writtenRule(fact: Fact): Iterable<string> {
  if (fact.note !== null && converted.test(fact.value_text)) return;
  const quantity = parseQuantity(fact.value_text, { unit: fact.unit });
  if (!quantity) {
    yield `invalid value_text: ${fact.value_text} is no figure`;
    return;
  }
  if (quantity.value !== fact.value && !isCell(fact, quantity))
    yield `invalid value: ${fact.value}, value_text ${fact.value_text} gives ${quantity.value}`;
  if (quantity.unit === null && !fact.unit_inferred)
    yield `missing unit: ${fact.value_text} has none, so unit_inferred must be true`;
  if (quantity.unit !== null && quantity.unit !== fact.unit && !isLoose(quantity.unit, fact))
    yield `invalid unit: ${fact.value_text} does not count ${fact.unit}`;
  if (quantity.unit === fact.unit && fact.unit_inferred)
    yield `invalid unit_inferred: ${fact.value_text} has a unit`;
}

function* qualifierRule(fact: Fact): Iterable<string> {
  const written = writtenQualifier(fact);
  if (written !== null && written !== fact.qualifier)
    yield `invalid qualifier: ${fact.qualifier}, the text says ${written}`;
  if (written === null && fact.qualifier !== "exact" && fact.note === null)
    yield `missing note: no word of the clause says ${fact.qualifier}`;
}

/** What value_text or the word before it in the clause says; null where neither says anything. */
function writtenQualifier(fact: Fact): Fact["qualifier"] | null {
  const own = parseQuantity(fact.value_text, { unit: fact.unit })?.qualifier ?? "exact";
  if (own !== "exact") return own;
  if (fact.evidence === null || fact.value_start === null || fact.evidence_start === null)
    return null;
  return qualifierBefore(fact.evidence.slice(0, fact.value_start - fact.evidence_start));
}
