import { firstDay, firstYear, yearOf } from "../periods.ts";
import { compare } from "./compare.ts";
import type { ComparisonContext, Figure } from "./figure.ts";
import type { Reason, RuleId } from "./rule.ts";
import { comparabilityRules } from "./table.ts";

/** Between these two consecutive figures no line may be drawn. */
export interface SeriesBreak {
  readonly from: string;
  readonly to: string;
  /** Whole calendar years without a figure between the two; a line would invent them. */
  readonly missingYears: readonly number[];
  readonly reasons: readonly Reason[];
}

const cutting: ReadonlySet<RuleId> = new Set(
  comparabilityRules.filter(({ breaks }) => breaks).map(({ id }) => id),
);

/**
 * Where the trend of one region breaks: scope, part, definition, basis, window or law changes, a
 * bound or a plan stands among values, or years are missing. The order of `series` does not
 * matter. Throws `invalid series: A, B` for figures of several regions.
 */
export function breaks(series: readonly Figure[], context: ComparisonContext): SeriesBreak[] {
  const regions = [...new Set(series.map((figure) => figure.region_id))];
  if (regions.length > 1) throw new Error(`invalid series: ${regions.join(", ")}`);
  const sorted = inTime(series);
  return sorted.flatMap((to, index) => {
    const from = sorted[index - 1];
    return from ? breakBetween(from, to, context) : [];
  });
}

/** The figures of a series in time, the shorter period last where two end together. */
export function inTime<F extends Figure>(series: readonly F[]): F[] {
  const key = ({ period_end, period_start, fact_id }: F) =>
    [period_end, firstDay({ period_start, period_end }), fact_id].join("|");
  return [...series].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function breakBetween(from: Figure, to: Figure, context: ComparisonContext): SeriesBreak[] {
  const { reasons } = compare(from, to, context);
  const found = {
    from: from.fact_id,
    to: to.fact_id,
    missingYears: yearsBetween(from, to),
    reasons: reasons.filter(({ rule }) => cutting.has(rule)),
  };
  return found.reasons.length > 0 || found.missingYears.length > 0 ? [found] : [];
}

function yearsBetween(from: Figure, to: Figure): number[] {
  const last = yearOf(from);
  const next = firstYear(to);
  if (last === null || next === null) return [];
  return Array.from({ length: Math.max(0, next - last - 1) }, (_, index) => last + 1 + index);
}
