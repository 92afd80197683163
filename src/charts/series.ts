import { group } from "d3-array";
import {
  absenceOf,
  breaks,
  inTime,
  type ComparisonContext,
  type Figure,
  type SeriesBreak,
} from "../facts/index.ts";
import type { Catalogue } from "./context.ts";
import { evidenceId } from "./name.ts";
import { isDerived, observe, type Observation } from "./observation.ts";

/** A figure in time. Instants in ms since 1970, the end being that of its last day. */
export interface Point {
  readonly observation: Observation;
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

function idIn({ row }: Observation, column: "breakdown_of" | "same_as"): string | null {
  const id = row[column];
  return typeof id === "string" ? id : null;
}

/** An observation as the rules take it: the stated fact, or the row's own columns. */
export function figureOf(observation: Observation, { facts }: Catalogue): Figure | null {
  const { value, period_start, period_end, period_basis, source } = observation;
  if (value === null || period_start === null || period_end === null || period_basis === null)
    return null;
  const isCalculated = isDerived(observation);
  const stated = isCalculated ? undefined : facts.get(source.facts[0] ?? "");
  return {
    breakdown_of: idIn(observation, "breakdown_of"),
    same_as: idIn(observation, "same_as"),
    unit_inferred: false,
    ...stated,
    ...observation,
    fact_id: evidenceId(observation),
    report_id: observation.report_id ?? "",
    metric_id: observation.metric_id ?? "",
    scope: observation.scope ?? "bureau",
    status: isCalculated ? "derived" : observation.status,
    value,
    period_start,
    period_end,
    period_basis,
  };
}

export function pointOf(observation: Observation, catalogue: Catalogue): Point | null {
  const figure = figureOf(observation, catalogue);
  if (!figure) return null;
  const start = Date.parse(figure.period_start);
  const end = Date.parse(figure.period_end) + DAY;
  return { observation, figure, start, end, middle: (start + end) / 2 };
}

function kindOf({ figure }: Point): string {
  return [figure.scope, figure.subset, figure.count_basis].join("\t");
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
export function seriesIn(observations: readonly Observation[], catalogue: Catalogue): Series[] {
  const points = withoutRepeats(
    observations.flatMap((observation) => pointOf(observation, catalogue) ?? []),
  );
  const key = ({ figure }: Point) => [figure.region_id, figure.metric_id, figure.unit].join("\t");
  return [...group(points, key).values()]
    .flatMap(split)
    .map((members) => seriesOf(members, catalogue));
}

/**
 * The years that a break leaves empty, as rows without a value: not reported where a report read
 * whole covers the year, else not read.
 */
export function missingYears({ to, cut }: Step, catalogue: Catalogue): Observation[] {
  const { region_id, metric_id } = to.figure;
  return (cut?.missingYears ?? []).map((year) => {
    const days = { period_start: `${year}-01-01`, period_end: `${year}-12-31` };
    const missing = absenceOf({ region_id, metric_id, ...days }, catalogue) ?? "not_read";
    return observe({ region_id, metric_id, missing, ...days, period_basis: "full_year" }, catalogue);
  });
}
