import { ascending, descending } from "d3-array";
import { mayRank, type Ranking } from "../domain/index.ts";
import type { Comparable } from "./comparable.ts";
import type { FigureContext } from "./context.ts";
import type { Observation, Present } from "./observation.ts";
import type { Panel } from "./panels.ts";
import { because } from "./reason.ts";

/** A value that has a place in an order: no bound, and nothing that is only planned. */
export function isPoint({ qualifier, status }: Observation): boolean {
  return (qualifier === "exact" || qualifier === "approx") && status === "actual";
}

/** Whether the points of some figures may be put in order of size. */
export function rankingOf(figures: readonly Comparable[], context: FigureContext): Ranking {
  const points = figures.filter(({ observation }) => isPoint(observation));
  return mayRank(points, context.catalogue);
}

/** Why the rows of a panel are in no order of value; null where they are. */
export function unrankedBecause({ figures, ranked }: Panel, context: FigureContext): string | null {
  const { verdict, reasons } = rankingOf(figures, context);
  if (ranked && verdict !== "refused") return null;
  const [first] = reasons.filter((reason) => reason.verdict === "not_comparable");
  return first ? because(first, context) : "";
}

/** At least one figure: those that share a row of a chart. */
type Row = readonly Present[];

/** Of the latest figure of a row. */
function last(row: Row): number | undefined {
  return row.at(-1)?.value;
}

/** The administrative code of a region; what has none stands at the end. */
function codeOf([first]: Row, { catalogue }: FigureContext): string {
  const region = catalogue.regions.get(first?.region_id ?? "");
  return region?.gb_code ?? `~${first?.region_id ?? ""}`;
}

export interface Ordered {
  /** Points, by value or, unranked, by region. */
  readonly points: readonly Row[];
  /** Bounds and plans, which have no place in the order. */
  readonly outside: readonly Row[];
}

/**
 * Rows in their order: ties keep the order of the query. A row of several figures has a place where
 * each is a point, one `byRegion` where its own is.
 */
export function ordered(
  rows: readonly Row[],
  { isRanked, byRegion = false }: { readonly isRanked: boolean; readonly byRegion?: boolean },
  context: FigureContext,
): Ordered {
  const byValue = (a: Row, b: Row) => descending(last(a), last(b));
  const byCode = (a: Row, b: Row) => ascending(codeOf(a, context), codeOf(b, context));
  const sorted = rows.toSorted(isRanked ? byValue : byCode);
  const isPlaced = (row: Row) => (byRegion ? row.slice(-1) : row).every(isPoint);
  return {
    points: sorted.filter(isPlaced),
    outside: sorted.filter((row) => !isPlaced(row)),
  };
}
