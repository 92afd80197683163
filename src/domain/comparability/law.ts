import type { Regime } from "../types.ts";
import { isPenalty } from "./figure.ts";
import type { ComparisonContext, Figure } from "./figure.ts";

/** The revised Work Safety Law, with higher fines, has been in force since this day. */
export const lawRevised = "2021-09-01";

/**
 * Which law the period lay under: `before` and `after` the revision of 2021, or `across` it. What
 * began nobody says when may have begun before it, and what has no date at all lies under either.
 */
export function legalRegime({
  period_start,
  period_end,
}: Pick<Figure, "period_start" | "period_end">): Regime {
  if (period_end !== null && period_end < lawRevised) return "before";
  return period_start !== null && period_start >= lawRevised ? "after" : "across";
}

/** A figure of penalties whose period ended before the revision. */
export function isUnderOldLaw(
  figure: Pick<Figure, "metric_id" | "period_start" | "period_end">,
  context: Pick<ComparisonContext, "metrics">,
): boolean {
  return isPenalty(figure, context) && legalRegime(figure) === "before";
}
