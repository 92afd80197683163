import {
  definitionOf,
  metricOf,
  type Fact,
  type Figure,
  type LineageOperation,
} from "../facts/index.ts";
import type { ChartContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import { evidenceId } from "./name.ts";
import { isDerived, type Observation, type Present } from "./observation.ts";

/** A figure as the rules of comparability read it, with the row that shows it. */
export interface Comparable extends Figure {
  readonly observation: Present;
}

function parentsOf({ source }: Observation, { catalogue }: ChartContext): Fact[] {
  return source.facts.flatMap((id) => catalogue.facts.get(id) ?? []);
}

/** Two ways to a mean fine: the stage at which its cases are counted tells them apart. */
function meanFineOf({ count_basis, unit }: Observation): string | null {
  if (unit !== "万元/件") return null;
  return count_basis === "filed" ? "mean_fine_per_case_filed" : "mean_fine_per_case";
}

/** The derived metric that a computed row shows. */
function derivedMetric(
  observation: Observation,
  operation: LineageOperation,
  context: ChartContext,
): string | null {
  const defined = definitionOf(operation, parentsOf(observation, context))?.metric_id;
  if (defined !== undefined) return defined;
  const { metric_id, unit } = observation;
  const named = metric_id === null ? undefined : metricOf(metric_id, context.catalogue);
  return named?.unit === unit ? named.metric_id : (meanFineOf(observation) ?? metric_id);
}

/** What a row shows: its metric, or for a computed row the derived one; null where not known. */
export function measureOf(observation: Observation, context: ChartContext): string | null {
  const { operation } = observation.source;
  return operation ? derivedMetric(observation, operation, context) : observation.metric_id;
}

/** What the rules know of a computed row beyond its columns. */
function derivedPart(observation: Observation, context: ChartContext) {
  return {
    fact_id: evidenceId(observation),
    status: "derived",
    breakdown_of: null,
    same_as: null,
    unit_inferred: parentsOf(observation, context).some((fact) => fact.unit_inferred),
  } as const;
}

/** What the rules know of a stated row: null where the row shows another number than its fact. */
function statedPart(observation: Observation, { catalogue }: ChartContext) {
  if (isDenied(observation)) return null;
  const { source, status, row } = observation;
  // A row of the reader's own has columns to judge, if no figure behind it.
  const fact_id = source.facts[0] ?? `row ${JSON.stringify(row)}`;
  const fact = catalogue.facts.get(fact_id);
  return {
    fact_id,
    status,
    breakdown_of: fact?.breakdown_of ?? null,
    same_as: fact?.same_as ?? null,
    unit_inferred: fact?.unit_inferred ?? false,
  };
}

/**
 * A row as a figure of the rules; null for what is missing, and for what cannot be judged: a row
 * without report, metric, period or scope, or one that computes something the rules do not know.
 */
export function comparable(observation: Observation, context: ChartContext): Comparable | null {
  const { value, report_id, scope, period_start, period_end, period_basis } = observation;
  const metric_id = measureOf(observation, context);
  if (value === null || report_id === null || metric_id === null || scope === null) return null;
  if (period_start === null || period_end === null || period_basis === null) return null;
  const isCalculated = isDerived(observation);
  const part = isCalculated ? derivedPart(observation, context) : statedPart(observation, context);
  if (!part) return null;
  const { region_id, unit, qualifier, subset, count_basis, baseline } = observation;
  return {
    ...part,
    ...{ report_id, metric_id, region_id, value, unit, qualifier },
    ...{ period_start, period_end, period_basis, scope, subset, count_basis, baseline },
    observation,
  };
}
