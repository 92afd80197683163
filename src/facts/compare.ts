import { isPartOfYear, monthsCovered, periodKind } from "./periods.ts";
import type { Fact, Metric, Region } from "./types.ts";

/** A respect in which two figures differ, so that they are not of one kind. */
export const aspects = [
  "metric",
  "unit",
  "counting_object",
  "scope",
  "subset",
  "period_basis",
  "period_length",
  "count_basis",
  "baseline",
  "qualifier",
  "status",
  "region_level",
  "law",
] as const;
export type Aspect = (typeof aspects)[number];

export interface Difference {
  readonly aspect: Aspect;
  /** What the first and the second figure have there; null for none. */
  readonly a: string | null;
  readonly b: string | null;
}

export interface ComparisonContext {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly regions: ReadonlyMap<string, Region>;
}

/** The revised Work Safety Law, with higher fines, has been in force since this day. */
export const lawRevised = "2021-09-01";

/** Which law the period lay under: `before` and `after` the revision of 2021, or `across` it. */
export function legalRegime({ period_start, period_end }: Fact): "before" | "after" | "across" {
  if (period_end < lawRevised) return "before";
  return period_start >= lawRevised ? "after" : "across";
}

/**
 * What keeps two figures from being compared without a word: the aspects in which they differ, in
 * the order of `aspects`; none for figures of one kind. The year and the region are what one
 * compares, so they are no differences; periods differ by kind or by half a month of length.
 */
export function differences(a: Fact, b: Fact, context: ComparisonContext): Difference[] {
  return aspects
    .map((aspect) => ({ aspect, ...both(readers[aspect], a, b, context) }))
    .filter((difference) => difference.a !== difference.b && !sameLength(difference));
}

type Reader = (fact: Fact, context: ComparisonContext) => string | null;

const readers: Readonly<Record<Aspect, Reader>> = {
  metric: (fact) => fact.metric_id,
  unit: (fact) => fact.unit,
  counting_object: (fact, { metrics }) => metrics.get(fact.metric_id)?.counting_object ?? null,
  scope: (fact) => fact.scope,
  subset: (fact) => fact.subset,
  period_basis: (fact) => (isPartOfYear(fact) ? "part" : periodKind(fact)),
  period_length: (fact) => String(monthsCovered(fact)),
  count_basis: (fact) => fact.count_basis,
  baseline: (fact) => fact.baseline,
  qualifier: (fact) => fact.qualifier,
  status: (fact) => fact.status,
  region_level: (fact, { regions }) => regions.get(fact.region_id)?.level ?? null,
  law: (fact, { metrics }) =>
    metrics.get(fact.metric_id)?.theme === "penalties" ? legalRegime(fact) : null,
};

function both(read: Reader, a: Fact, b: Fact, context: ComparisonContext) {
  return { a: read(a, context), b: read(b, context) };
}

function sameLength({ aspect, a, b }: Difference): boolean {
  return aspect === "period_length" && Math.abs(Number(a) - Number(b)) < 0.5;
}
