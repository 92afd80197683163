import type { Catalogue } from "../catalogue.ts";
import { derivedMetrics } from "../derived/definitions/index.ts";
import type { Fact, Metric, Scope, SourceKind, Status } from "../types.ts";

/** From the least to the greatest that a figure may be. */
interface Span {
  readonly low: { readonly value: number };
  readonly high: { readonly value: number };
}

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
  | "authority"
  | "channel"
  | "accident"
  | "confiscations"
  | "counted_as"
> {
  /** Where a derived figure lies if it is open what it holds; left out for a stated one. */
  readonly range?: Span | null;
  /** Null for a row of the reader's own, which was read nowhere we know. */
  readonly source_kind: SourceKind | null;
  readonly status: Status | "derived";
  /** Null for a row of the reader's own that names none; two such are of no common report. */
  readonly report_id: string | null;
  /** Null where it is unknown, which is like no known one. */
  readonly scope: Scope | null;
}

/** What the rules look things up in. A rule whose table is not given says nothing. */
export type ComparisonContext = Pick<Catalogue, "metrics" | "regions"> & Partial<Catalogue>;

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

/** Columns that tell when what a figure counts happened. */
export const windowColumns = ["period_start", "period_end", "period_basis"] as const;

export function sameWindow(
  a: Pick<Figure, (typeof windowColumns)[number]>,
  b: Pick<Figure, (typeof windowColumns)[number]>,
): boolean {
  return windowColumns.every((column) => a[column] === b[column]);
}
