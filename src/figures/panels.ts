import { groups as groupBy } from "d3-array";
import { compareSet, ruleIds, ruleWords, scopes, type Reason } from "../domain/index.ts";
import { list } from "../words/index.ts";
import type { SetComparison } from "../domain/index.ts";
import { comparable, type Comparable } from "./comparable.ts";
import type { FigureContext } from "./context.ts";
import { headers } from "./headers.ts";
import { type Absent, isAbsent, isPresent, type Observation, type Present } from "./observation.ts";
import { because } from "./reason.ts";

/** Figures that may share an axis. */
export interface Panel {
  readonly observations: readonly Present[];
  /** The same as the rules read them; empty where they cannot be judged. */
  readonly figures: readonly Comparable[];
  /** What tells it from the others of its section; "" where it is the only one. */
  readonly header: string;
  /** False where the reader put unlike things together: nothing orders them then. */
  readonly ranked: boolean;
}

/** A figure that can stand beside no other, with the shortest reason why. */
export interface Lone {
  readonly observation: Present;
  readonly reason: string;
  /** What is said of it beside its value; period and kind by default. */
  readonly detail?: string;
}

/** What a set of rows falls into. Every row is in exactly one of the three lists. */
export interface Arrangement {
  /** Its name among other sets of a figure; null for the only one. */
  readonly title: string | null;
  readonly panels: readonly Panel[];
  readonly alone: readonly Lone[];
  readonly missing: readonly Absent[];
  readonly comparison: SetComparison<Comparable>;
  /** True where the rules keep some of the figures apart, whether or not the reader overrules. */
  readonly isSplit: boolean;
}

type Group = readonly Comparable[];

/**
 * What compares places first, and of it the most figures; of equal ones the widest scope, then the
 * whole before a part. What is of one place comes last, its whole before the most of parts.
 */
function bySize(a: Group, b: Group): number {
  const rank = ([first]: Group) =>
    first ? scopeOrder.indexOf(first.scope) * 2 + Number(first.subset !== null) : 0;
  const [one, other] = [isOfOnePlace(a), isOfOnePlace(b)];
  if (one !== other) return one ? 1 : -1;
  return one ? rank(a) - rank(b) || b.length - a.length : b.length - a.length || rank(a) - rank(b);
}

/** True of what compares no places. */
export function isOfOnePlace([first, ...rest]: readonly { readonly region_id: string }[]): boolean {
  return rest.every(({ region_id }) => region_id === first?.region_id);
}

const scopeOrder = ["jurisdiction_total", ...scopes.filter((s) => s !== "jurisdiction_total")];

/** The reasons that keep a figure from others, with its own value first. */
function keptApartBy({ fact_id }: Comparable, { pairs }: SetComparison): Reason[] {
  return pairs.flatMap(({ a, b, reasons }) => {
    if (a !== fact_id && b !== fact_id) return [];
    const hard = reasons.filter(({ verdict }) => verdict === "not_comparable");
    return a === fact_id ? hard : hard.map((reason) => ({ ...reason, a: reason.b, b: reason.a }));
  });
}

/** The shortest sentence of the rules that keep a figure from the most others. */
function shortestReason(
  figure: Comparable,
  comparison: SetComparison,
  context: FigureContext,
): string {
  const byRule = groupBy(keptApartBy(figure, comparison), ({ rule }) => rule);
  const most = Math.max(0, ...byRule.map(([, reasons]) => reasons.length));
  const texts = byRule
    .filter(([, reasons]) => reasons.length === most)
    .flatMap(([, reasons]) => reasons.map((reason) => because(reason, context)));
  return texts.toSorted((a, b) => a.length - b.length)[0] ?? "";
}

/** One figure may stand in several rows: all of them go where it goes. */
function rowsOf(group: Group, all: Group): Present[] {
  const ids = new Set(group.map(({ fact_id }) => fact_id));
  return all.filter(({ fact_id }) => ids.has(fact_id)).map(({ observation }) => observation);
}

/** All that has a common unit, for a reader who wants it on one axis in spite of the rules. */
function byUnit(figures: Group): Group[] {
  return groupBy(figures, ({ unit }) => unit).map(([, members]) => members);
}

/** Rows that the rules cannot judge stay together, as the query gave them. */
function unjudged(observations: readonly Present[], others: number, context: FigureContext) {
  const header = others > 0 ? headers.unjudged(context) : "";
  return observations.length > 0 ? [{ observations, figures: [], header, ranked: true }] : [];
}

/**
 * Which rows share an axis: one panel for each class of two or more figures between which no pair
 * is forbidden, and by themselves the figures that can stand beside no other. With `together` one
 * panel a unit, unranked.
 */
export function arrange(
  observations: readonly Observation[],
  context: FigureContext,
  {
    together = false,
    title = null,
  }: { readonly together?: boolean; readonly title?: string | null } = {},
): Arrangement {
  const present = observations.filter(isPresent);
  const figures = present.flatMap((observation) => comparable(observation, context) ?? []);
  const judged = new Set(figures.map(({ observation }) => observation));
  const comparison = compareSet(figures, context.catalogue);
  const isSplit = comparison.groups.length > 1;
  const isForced = together && isSplit;
  const groups = (isForced ? byUnit(figures) : [...comparison.groups]).toSorted(bySize);
  const isShared = (group: Group) => isForced || groups.length === 1 || group.length > 1;
  const shared = groups.filter(isShared);
  const lone = groups.filter((group) => !isShared(group));
  const named = headers.of(shared, lone, context);
  const rest = present.filter((observation) => !judged.has(observation));
  return {
    title,
    panels: [
      ...shared.map((group, index) => ({
        observations: rowsOf(group, figures),
        figures: group,
        header: named[index] ?? "",
        ranked: !isForced,
      })),
      ...unjudged(rest, groups.length, context),
    ],
    alone: lone.flatMap((group) =>
      group.flatMap((figure) =>
        rowsOf([figure], figures).map((observation) => ({
          observation,
          reason: shortestReason(figure, comparison, context),
        })),
      ),
    ),
    missing: observations.filter(isAbsent),
    comparison,
    isSplit,
  };
}

/** The reasons that forbid a common axis, each rule once, in the order of the table. */
export function forbidding({ pairs }: SetComparison): Reason[] {
  const hard = pairs.flatMap(({ reasons }) =>
    reasons.filter(({ verdict }) => verdict === "not_comparable"),
  );
  const found = new Map(hard.map((reason) => [reason.rule, reason]));
  return ruleIds.flatMap((rule) => found.get(rule) ?? []);
}

/** What keeps figures of these sets apart, in a few words each; "" where nothing does. */
export function forbiddenBecause(
  arrangements: readonly Arrangement[],
  { language }: FigureContext,
): string {
  const rules = arrangements.flatMap(({ comparison }) => forbidding(comparison));
  const titles = new Set(rules.map(({ rule }) => ruleWords[rule].title[language]));
  return list(language, [...titles]);
}
