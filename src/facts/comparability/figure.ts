import { derivedMetrics } from "../derived/definitions.ts";
import { periodKind } from "../periods.ts";
import type { Check, Fact, Metric, Region, RegionLevel, Report, Scope, Status } from "../types.ts";

/** What is compared: a stated figure, or a derived one, whose `fact_id` is its lineage. */
export interface Figure extends Pick<
  Fact,
  | "fact_id"
  | "metric_id"
  | "region_id"
  | "value"
  | "unit"
  | "qualifier"
  | "period_start"
  | "period_end"
  | "period_basis"
  | "subset"
  | "count_basis"
  | "baseline"
  | "breakdown_of"
  | "same_as"
  | "unit_inferred"
> {
  readonly status: Status | "derived";
  /** Null for a row of the reader's own that names none; two such are of no common report. */
  readonly report_id: string | null;
  /** Null where it is unknown, which is like no known one. */
  readonly scope: Scope | null;
}

/** What the rules look things up in. A rule whose table is not given says nothing. */
export interface ComparisonContext {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly reports?: ReadonlyMap<string, Report> | undefined;
  /** All stated figures: for the parts of a total and for delegated work in the same report. */
  readonly facts?: ReadonlyMap<string, Fact> | undefined;
  readonly checks?: readonly Check[] | undefined;
}

const derived = new Map(derivedMetrics.map((metric) => [metric.metric_id, metric]));

/** The metric of a figure, stated or derived; undefined where unknown. */
export function metricOf(
  metric_id: string,
  { metrics }: Pick<ComparisonContext, "metrics">,
): Metric | undefined {
  return metrics.get(metric_id) ?? derived.get(metric_id);
}

export function isPenalty(
  { metric_id }: Pick<Figure, "metric_id">,
  context: Pick<ComparisonContext, "metrics">,
): boolean {
  return metricOf(metric_id, context)?.theme === "penalties";
}

export function levelOf(figure: Figure, { regions }: ComparisonContext): RegionLevel | null {
  return regions.get(figure.region_id)?.level ?? null;
}

export function objectOf(figure: Figure, context: ComparisonContext): string | null {
  return metricOf(figure.metric_id, context)?.counting_object ?? null;
}

/** Totals grow with the length of the period and the size of the region; rates and means do not. */
const totals = new Set(["money", "case_file", "firm", "visit", "hazard", "accident", "measure"]);

export function isTotal(figure: Figure, context: ComparisonContext): boolean {
  return totals.has(objectOf(figure, context) ?? "");
}

export function sameDocument(a: Figure, b: Figure): boolean {
  return a.report_id !== null && a.report_id === b.report_id && a.region_id === b.region_id;
}

export function sameWindow(a: Figure, b: Figure): boolean {
  return (
    a.period_start === b.period_start &&
    a.period_end === b.period_end &&
    a.period_basis === b.period_basis
  );
}

/** A period with two known ends that counts what happened between them. */
export function isFlow(figure: Figure): boolean {
  return ["year", "part"].includes(periodKind(figure));
}

/** `Array.some` over what is not yet a list: rules look through all facts for every pair. */
export function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
