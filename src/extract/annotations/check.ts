import type { Metric } from "../../domain/index.ts";
import { align } from "./align.ts";
import type { Alignment, Misalignment } from "./align.ts";
import { metricMapper } from "./metrics.ts";
import type { MappedMetric, MetricAnswers } from "./metrics.ts";
import { NumberReader } from "./reread.ts";
import type { Reread } from "./reread.ts";
import type { Annotation } from "./types.ts";

/** An annotation held against the text. */
export interface CheckedAnnotation {
  readonly annotation: Annotation;
  readonly place: Alignment | Misalignment;
  readonly metric: MappedMetric;
  /** What the text says at that place; null where the quote has none. */
  readonly reread: Reread | null;
}

/**
 * Checks annotations against the text that they are about: finds each quote, reads its value again,
 * holds the claimed value against it, and maps the metric's name. `answers` says which metric is
 * meant by names that nobody knows.
 */
export function checkAnnotations(
  annotations: readonly Annotation[],
  text: string,
  {
    metrics,
    answers = {},
  }: { readonly metrics: readonly Metric[]; readonly answers?: MetricAnswers },
): CheckedAnnotation[] {
  const places = align(annotations, text);
  const reader = new NumberReader(text);
  const mapped = metricMapper(metrics, answers);
  const units = new Map(metrics.map(({ metric_id, unit }) => [metric_id, unit]));
  return annotations.map((annotation, index) => {
    const place = places[index] ?? { kind: "refused", code: "not_found" };
    const metric = mapped(annotation.metric);
    const unit = units.get(metric.metricId ?? "") ?? null;
    const reread = place.kind === "refused" ? null : reader.reread(place, annotation, unit);
    return { annotation, place, metric, reread };
  });
}
