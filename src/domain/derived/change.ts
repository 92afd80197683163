import { breaks, type SeriesBreak } from "../comparability/breaks.ts";
import { compare } from "../comparability/compare.ts";
import type { ComparisonContext, Figure } from "../comparability/figure.ts";
import { computeLineage, formatLineage } from "../lineage.ts";

/** What lies between two figures of one region and metric. */
export type Change =
  | {
      readonly ok: true;
      /** Later minus earlier, in `unit`; both operands are exact, since the rules cut at a bound. */
      readonly value: number;
      /** Percentage points for rates, else the unit of both. */
      readonly unit: string;
      /** `difference(later,earlier)`. */
      readonly fact_id: string;
    }
  /** `cut` says why in the words of the rules; null where an operand is derived itself. */
  | { readonly ok: false; readonly cut: SeriesBreak | null };

/**
 * The change from one figure to another, or why there is none: the only place that subtracts
 * figures for a chart. Times are judged as a trend is, where a bound, another scope, window or law
 * and a missing year cut; figures of one time (`isInTime: false`) as any pair is.
 */
export function changeOf(
  from: Figure,
  to: Figure,
  context: ComparisonContext,
  { isInTime = true }: { readonly isInTime?: boolean } = {},
): Change {
  const cut = isInTime ? (breaks([from, to], context)[0] ?? null) : cutInOneTime(from, to, context);
  const isStated = from.status !== "derived" && to.status !== "derived";
  if (cut !== null || !isStated || from.unit !== to.unit) return { ok: false, cut };
  const { value, unit } = computeLineage("difference", [to, from]);
  const facts = [to.fact_id, from.fact_id];
  return { ok: true, value, unit, fact_id: formatLineage({ operation: "difference", facts }) };
}

function cutInOneTime(from: Figure, to: Figure, context: ComparisonContext): SeriesBreak | null {
  const { verdict, reasons } = compare(from, to, context);
  if (verdict !== "not_comparable") return null;
  const hard = reasons.filter((reason) => reason.verdict === "not_comparable");
  return { from: from.fact_id, to: to.fact_id, missingYears: [], reasons: hard };
}
