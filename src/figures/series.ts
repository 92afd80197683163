import { group } from "d3-array";
import {
  absenceOf,
  breaks,
  firstYear,
  inTime,
  isRate,
  yearOf,
  type ComparisonContext,
  type Figure,
  type SeriesBreak,
} from "../domain/index.ts";
import { figureOf } from "./comparable.ts";
import type { Catalogue } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import {
  type Absent,
  absent,
  ends,
  isPresent,
  type Observation,
  type Present,
} from "./observation.ts";

/** A figure in time. Instants in ms since 1970, the end being that of its last day. */
export interface Point {
  readonly observation: Present;
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
  readonly middle: number;
}

/** From one figure to the next in time; `cut` is null where a line may be drawn. */
export interface Step {
  readonly from: Point;
  readonly to: Point;
  readonly cut: SeriesBreak | null;
}

/** The figures of one region and metric over time. */
export interface Series {
  readonly points: readonly Point[];
  readonly steps: readonly Step[];
}

const DAY = 86_400_000;

export function pointOf(observation: Present, context: FigureContext): Point | null {
  const figure = figureOf(observation, context);
  if (!figure || figure.period_end === null) return null;
  // What states only its end is a point there.
  const start = Date.parse(figure.period_start ?? figure.period_end);
  const end = Date.parse(figure.period_end) + DAY;
  return { observation, figure, start, end, middle: (start + end) / 2 };
}

function kindOf({ figure }: Point): string {
  return [figure.scope, figure.subset, figure.count_basis, figure.accident].join("\t");
}

function isConcurrent(points: readonly Point[]): boolean {
  return points.some((a, i) =>
    points.slice(i + 1).some((b) => a.start < b.end && b.start < a.end && kindOf(a) !== kindOf(b)),
  );
}

/** Unlike figures of one time are two series; unlike figures one after the other are a break. */
function split(points: readonly Point[]): (readonly Point[])[] {
  return isConcurrent(points) ? [...group(points, kindOf).values()] : [points];
}

/** What a report states twice is drawn once. */
function withoutRepeats(points: readonly Point[]): Point[] {
  const ids = new Set(points.map(({ figure }) => figure.fact_id));
  return points.filter(({ figure }) => figure.same_as === null || !ids.has(figure.same_as));
}

function seriesOf(points: readonly Point[], context: ComparisonContext): Series {
  const byFigure = new Map(points.map((point) => [point.figure, point]));
  const ordered = inTime([...byFigure.keys()]).flatMap((figure) => byFigure.get(figure) ?? []);
  const cuts = new Map(
    breaks([...byFigure.keys()], context).map((cut) => [`${cut.from}\t${cut.to}`, cut]),
  );
  const steps = ordered.slice(1).flatMap((to, i) => {
    const from = ordered[i];
    if (!from) return [];
    return [{ from, to, cut: cuts.get(`${from.figure.fact_id}\t${to.figure.fact_id}`) ?? null }];
  });
  return { points: ordered, steps };
}

/** Figures in order of mention as series, one a region, metric and unit, and scope where needed. */
export function seriesIn(observations: readonly Observation[], context: FigureContext): Series[] {
  const points = withoutRepeats(
    observations.filter(isPresent).flatMap((one) => pointOf(one, context) ?? []),
  );
  const key = ({ figure }: Point) => [figure.region_id, figure.metric_id, figure.unit].join("\t");
  return [...group(points, key).values()]
    .flatMap(split)
    .map((members) => seriesOf(members, context.catalogue));
}

/**
 * The years that a break leaves empty, as rows without a value: not reported where a report read
 * whole covers the year, else not read.
 */
export function missingYears({ to, cut }: Step, catalogue: Catalogue): Absent[] {
  const { region_id, metric_id } = to.figure;
  return (cut?.missingYears ?? []).map((year) => {
    const days = { period_start: `${year}-01-01`, period_end: `${year}-12-31` };
    const missing = absenceOf({ region_id, metric_id, ...days }, catalogue) ?? "not_read";
    return absent({ region_id, metric_id, ...days, period_basis: "full_year" }, missing, catalogue);
  });
}

/** The first and the last year of an axis of time. */
export type Years = readonly [first: number, last: number];

/** The whole years that all panels share, so that a place on one is the same time on all. */
export function yearsOf(series: readonly Series[]): Years {
  const figures = series.flatMap(({ points }) => points.map(({ figure }) => figure));
  const starts = figures.flatMap((figure) => firstYear(figure) ?? []);
  return [Math.min(...starts), Math.max(...figures.flatMap((figure) => yearOf(figure) ?? []))];
}

/** Totals stand on zero. Rates that lie close together may not, and then the panel says so. */
export function valueDomain({ points }: Series): [number, number] {
  const values = points.flatMap(({ observation }) => ends(observation));
  const unit = points[0]?.observation.unit ?? "";
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!isRate(unit) || low < high / 2) return [Math.min(0, low), Math.max(0, high, low + 1)];
  const margin = Math.max((high - low) / 2, 1);
  return [low - margin, high + margin];
}

/** True where the lowest value of a panel stands on its floor, and zero is not on it. */
export function isOffZero(series: Series): boolean {
  return valueDomain(series)[0] > 0;
}
