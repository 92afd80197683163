import { isPartOfYear, monthsCovered, periodKind, yearOf } from "../../periods.ts";
import { isFlow, isPenalty, isTotal, sameDocument, sameWindow } from "../figure.ts";
import type { ComparisonContext, Figure } from "../figure.ts";
import type { Comparability, RuleTest } from "../rule.ts";

/** Totals cannot stand beside each other where rates and means may with a word. */
function forTotals(a: Figure, b: Figure, context: ComparisonContext): Comparability {
  return isTotal(a, context) && isTotal(b, context) ? "not_comparable" : "with_caveat";
}

export const stockOrFlow: RuleTest = (a, b, context) => {
  const [one, other] = [periodKind(a), periodKind(b)];
  const isMixed = (one === "instant" && isFlow(b)) || (other === "instant" && isFlow(a));
  return isMixed ? { verdict: forTotals(a, b, context), a: one, b: other } : null;
};

/** Within one report two figures of one unstated window share it, whatever it is. */
export const window: RuleTest = (a, b) => {
  const [one, other] = [periodKind(a), periodKind(b)];
  if (one !== "open" && other !== "open") return null;
  if (sameDocument(a, b) && sameWindow(a, b)) return null;
  return { verdict: "with_caveat", a: a.period_basis, b: b.period_basis };
};

/** Lengths that differ by less are the same for the reader: a report of 20 December is a year's. */
const HALF_MONTH = 0.5;

export const periodLength: RuleTest = (a, b, context) => {
  const [one, other] = [monthsCovered(a), monthsCovered(b)];
  if (!isFlow(a) || !isFlow(b) || Math.abs(one - other) < HALF_MONTH) return null;
  const isHalf = Math.min(one, other) * 2 < Math.max(one, other);
  const verdict = isHalf ? forTotals(a, b, context) : "with_caveat";
  return { verdict, a: String(one), b: String(other) };
};

/** Months and days of a period, without its year. */
function season({ period_start, period_end }: Figure): string {
  return `${period_start.slice(5)}/${period_end.slice(5)}`;
}

export const partOfYear: RuleTest = (a, b) => {
  if (!isFlow(a) || !isFlow(b) || !(isPartOfYear(a) || isPartOfYear(b))) return null;
  return season(a) === season(b) ? null : { verdict: "with_caveat", a: season(a), b: season(b) };
};

/** One region over the years is a trend; two regions in different years are two differences. */
export const year: RuleTest = (a, b) => {
  const [one, other] = [yearOf(a), yearOf(b)];
  if (a.region_id === b.region_id || one === other) return null;
  return { verdict: "with_caveat", a: String(one), b: String(other) };
};

/** The revised Work Safety Law, with higher fines, has been in force since this day. */
export const lawRevised = "2021-09-01";

/** Which law the period lay under: `before` and `after` the revision of 2021, or `across` it. */
export function legalRegime({
  period_start,
  period_end,
}: Pick<Figure, "period_start" | "period_end">): "before" | "after" | "across" {
  if (period_end < lawRevised) return "before";
  return period_start >= lawRevised ? "after" : "across";
}

/** A figure of penalties whose period ended before the revision. */
export function isUnderOldLaw(
  figure: Pick<Figure, "metric_id" | "period_start" | "period_end">,
  context: Pick<ComparisonContext, "metrics">,
): boolean {
  return isPenalty(figure, context) && legalRegime(figure) === "before";
}

export const law: RuleTest = (a, b, context) => {
  const [one, other] = [legalRegime(a), legalRegime(b)];
  return isPenalty(a, context) && isPenalty(b, context) && one !== other
    ? { verdict: "with_caveat", a: one, b: other }
    : null;
};
