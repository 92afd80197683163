import { isBound } from "../qualifier.ts";
import type { ComparisonContext, Figure } from "./figure.ts";
import type { Reason } from "./rule.ts";
import { compareSet } from "./set.ts";
import type { ComparedPair } from "./set.ts";
import { comparabilityRules } from "./table.ts";

/** `labelled`: only with the reasons beside it; `refused`: there is no such order. */
export interface Ranking {
  readonly verdict: "allowed" | "labelled" | "refused";
  /** Without repetition: one a rule and pair of values. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether figures may be put in order of size. Refused where two cannot be compared, where one is
 * planned or proposed and so not done, or where a bound ("at least 50" beside 84.24) or what may be
 * inside leaves the order open; labelled where there is a caveat, or a part stands beside its whole.
 */
export function mayRank(figures: readonly Figure[], context: ComparisonContext): Ranking {
  const { pairs, groups } = compareSet(figures, context);
  const sorted = groups.flat();
  const reasons = pairs.flatMap((pair) => pair.reasons);
  const hard = [
    ...sorted.flatMap(undone),
    ...reasons.filter((reason) => reason.verdict === "not_comparable"),
    ...openReasons(pairs, new Map(sorted.map((figure) => [figure.fact_id, figure]))),
  ];
  if (hard.length > 0) return { verdict: "refused", reasons: unique(hard) };
  return reasons.length > 0
    ? { verdict: "labelled", reasons: unique(reasons) }
    : { verdict: "allowed", reasons: [] };
}

function undone(figure: Figure): Reason[] {
  if (figure.status === "actual" || figure.status === "derived") return [];
  return comparabilityRules
    .filter(({ id }) => id === "status")
    .map(({ id, columns }) => ({
      rule: id,
      columns,
      verdict: "not_comparable",
      a: figure.status,
      b: "actual",
    }));
}

function openReasons(
  pairs: readonly ComparedPair[],
  figures: ReadonlyMap<string, Figure>,
): Reason[] {
  return pairs
    .filter((pair) => isOpen(figures.get(pair.a), figures.get(pair.b)))
    .flatMap((pair) => pair.reasons.filter(({ rule }) => opening.has(rule)));
}

/** Rules that speak of a figure whose true value may lie elsewhere. */
const opening: ReadonlySet<Reason["rule"]> = new Set(["qualifier", "scope"]);

/** True where the true values may stand in either order, for what the figures say. */
function isOpen(a: Figure | undefined, b: Figure | undefined): boolean {
  if (!a || !b || (isPoint(a) && isPoint(b))) return false;
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one.low < other.high && other.low < one.high;
}

function isPoint({ qualifier, range }: Figure): boolean {
  return !range && !isBound(qualifier);
}

function rangeOf(figure: Figure): { readonly low: number; readonly high: number } {
  const { value, qualifier, range } = figure;
  if (isPoint(figure)) return { low: value, high: value };
  if (range) return { low: range.low.value, high: range.high.value };
  return qualifier === "nearly" ? { low: -Infinity, high: value } : { low: value, high: Infinity };
}

function unique(reasons: readonly Reason[]): Reason[] {
  const key = ({ rule, a, b }: Reason) => [rule, ...[a, b].map(String).sort()].join("|");
  return [
    ...new Map(reasons.toReversed().map((reason) => [key(reason), reason])).values(),
  ].toReversed();
}
