import { compare } from "./compare.ts";
import type { ComparisonContext, Figure } from "./figure.ts";
import type { Reason } from "./rule.ts";

/** Two figures of a set between which a rule speaks; `a` before `b` in the set's own order. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  readonly reasons: readonly Reason[];
}

export interface SetComparison<F extends Figure = Figure> {
  /** Classes that may share an axis: within one no pair is `not_comparable`. One panel each. */
  readonly groups: readonly (readonly F[])[];
  /** Every pair with a reason. */
  readonly pairs: readonly ComparedPair[];
}

/**
 * Compares every pair of a set. The result does not depend on the order of `figures`: they are
 * sorted by what they count and by id, and one given twice counts once.
 */
export function compareSet<F extends Figure>(
  figures: readonly F[],
  context: ComparisonContext,
): SetComparison<F> {
  const sorted = inOrder(figures);
  const pairs = pairsOf(sorted).map(([a, b]) => ({
    a: a.fact_id,
    b: b.fact_id,
    ...compare(a, b, context),
  }));
  const clashes = new Set(
    pairs
      .filter(({ verdict }) => verdict === "not_comparable")
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  );
  return {
    groups: groupsOf(sorted, (a, b) => clashes.has(`${a.fact_id} ${b.fact_id}`)),
    pairs: pairs.filter((pair) => pair.reasons.length > 0),
  };
}

/** What a figure counts, whatever its region, value and year: figures alike in it belong together. */
function kindOf(figure: Figure): string {
  return [figure.metric_id, figure.unit, figure.status, figure.scope, figure.subset].join("\t");
}

function inOrder<F extends Figure>(figures: readonly F[]): F[] {
  const unique = new Map(figures.map((figure) => [figure.fact_id, figure]));
  const key = (figure: F) => `${kindOf(figure)}\t${figure.fact_id}`;
  return [...unique.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function pairsOf<F>(items: readonly F[]): [F, F][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [F, F] => [a, b]));
}

/**
 * Being comparable is not transitive, so the classes are built in two steps from the sorted
 * figures: those alike in kind first, then whole classes that clash nowhere are joined.
 */
function groupsOf<F extends Figure>(sorted: readonly F[], clash: (a: F, b: F) => boolean): F[][] {
  const alike: F[][] = [];
  for (const figure of sorted) {
    const home = alike.find(
      ([first, ...rest]) =>
        first !== undefined &&
        kindOf(first) === kindOf(figure) &&
        ![first, ...rest].some((member) => clash(member, figure)),
    );
    if (home) home.push(figure);
    else alike.push([figure]);
  }
  return joined(alike, clash);
}

function joined<F>(classes: readonly F[][], clash: (a: F, b: F) => boolean): F[][] {
  const result: F[][] = [];
  for (const members of classes) {
    const home = result.find((group) => !group.some((a) => members.some((b) => clash(a, b))));
    if (home) home.push(...members);
    else result.push([...members]);
  }
  return result;
}
