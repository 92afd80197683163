import { readFileSync } from "node:fs";
import type { Fact, Metric } from "../../../src/domain/index.ts";
import { importAnnotations } from "../../../src/extract/annotations/index.ts";
import type { Annotation } from "../../../src/extract/annotations/index.ts";

const file = new URL("../../../data/metrics.json", import.meta.url);
export const metrics = JSON.parse(readFileSync(file, "utf8")) as readonly Metric[];

/** A JSON file of records. */
export function records(...all: readonly object[]): Annotation[] {
  const { annotations, refused } = importAnnotations(JSON.stringify(all));
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return [...annotations];
}

/** A reviewed figure that stands in a text from `start` to `end`. */
export function factAt(text: string, start: number, end: number, more: Partial<Fact> = {}): Fact {
  return {
    fact_id: "r-1",
    report_id: "r",
    metric_id: "penalty_amount",
    region_id: "suzhou",
    value: 1,
    unit: "万元",
    value_text: text.slice(start, end),
    qualifier: "exact",
    period_start: "2023-01-01",
    period_end: "2023-12-31",
    period_basis: "full_year",
    scope: "bureau",
    subset: null,
    count_basis: null,
    baseline: null,
    status: "actual",
    breakdown_of: null,
    same_as: null,
    authority: null,
    channel: null,
    accident: "unstated",
    confiscations: "unstated",
    counted_as: null,
    source_kind: "report",
    unit_inferred: false,
    note: null,
    note_zh: null,
    evidence: text.slice(start, end),
    evidence_start: start,
    evidence_end: end,
    value_start: start,
    value_end: end,
    alignment: "exact",
    ...more,
  };
}
