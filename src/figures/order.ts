import { ascending, descending } from "d3-array";
import { isBound, liesIn, mayRank, type Ranking } from "../domain/index.ts";
import type { Comparable } from "./comparable.ts";
import type { FigureContext } from "./context.ts";
import type { Observation, Present } from "./observation.ts";
import type { Panel } from "./panels.ts";
import { because } from "./reason.ts";

/** A value that has a place in an order: no bound, and nothing that is only planned. */
export function isPoint({ qualifier, status }: Observation): boolean {
  return !isBound(qualifier) && status === "actual";
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

export interface OrderOptions {
  readonly isRanked: boolean;
  /** A row of several figures has a place where its own, the last, has one; false by default. */
  readonly byRegion?: boolean;
  /** Places are numbered, and a whole has none among its parts; false by default. */
  readonly isList?: boolean;
}

export interface Ordered {
  /** Points, by value or, unranked, by region. */
  readonly points: readonly Row[];
  /** What has no place in the order: bounds, plans, and in a list regions that hold others of it. */
  readonly outside: readonly Row[];
}

/**
 * Rows in their order: ties keep the order of the query. A row of several figures has a place where
 * each is a point, one `byRegion` where its own is.
 */
export function ordered(
  rows: readonly Row[],
  { isRanked, byRegion = false, isList = false }: OrderOptions,
  context: FigureContext,
): Ordered {
  const byValue = (a: Row, b: Row) => descending(last(a), last(b));
  const byCode = (a: Row, b: Row) => ascending(codeOf(a, context), codeOf(b, context));
  const sorted = rows.toSorted(isRanked ? byValue : byCode);
  const ids = new Set(rows.flatMap((row) => row.map(({ region_id }) => region_id)));
  const holdsAnother = ([first]: Row) =>
    first !== undefined && [...ids].some((id) => liesIn(id, first.region_id, context.catalogue));
  const isPlaced = (row: Row) =>
    (byRegion ? row.slice(-1) : row).every(isPoint) && !(isList && isRanked && holdsAnother(row));
  const points = sorted.filter(isPlaced);
  const placed = new Set(points);
  return { points, outside: sorted.filter((row) => !placed.has(row)) };
}
