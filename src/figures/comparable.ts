import {
  definitionOf,
  isPeriodKnown,
  metricOf,
  type Fact,
  type Figure,
  type LineageOperation,
  type Scope,
} from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import { evidenceId } from "./name.ts";
import { isDerived, type Observation, type Present } from "./observation.ts";

/** A figure as the rules of comparability read it, with the row that shows it. */
export interface FigureOfRow extends Figure {
  readonly observation: Present;
}

/** One of a known report, and it is known whose work it counts: it may be put in an order. */
export interface Comparable extends FigureOfRow {
  readonly report_id: string;
  readonly scope: Scope;
}

function parentsOf({ source }: Observation, { catalogue }: FigureContext): Fact[] {
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
  context: FigureContext,
): string | null {
  const defined = definitionOf(operation, parentsOf(observation, context))?.metric_id;
  if (defined !== undefined) return defined;
  const { metric_id, unit } = observation;
  const named = metric_id === null ? undefined : metricOf(metric_id, context.catalogue);
  return named?.unit === unit ? named.metric_id : (meanFineOf(observation) ?? metric_id);
}

/** What a row shows: its metric, or for a computed row the derived one; null where not known. */
export function measureOf(observation: Observation, context: FigureContext): string | null {
  const { operation } = observation.source;
  return operation ? derivedMetric(observation, operation, context) : observation.metric_id;
}

function idIn({ row }: Observation, column: "breakdown_of" | "same_as"): string | null {
  const id = row[column];
  return typeof id === "string" ? id : null;
}

/** What the rules know of a row beyond its columns: by the fact that it shows, if it shows one. */
function knownOf(observation: Present, context: FigureContext) {
  const { source, status, row } = observation;
  if (isDerived(observation)) {
    return {
      fact_id: evidenceId(observation),
      status: "derived",
      breakdown_of: null,
      same_as: null,
      unit_inferred: parentsOf(observation, context).some((fact) => fact.unit_inferred),
    } as const;
  }
  // A row of the reader's own has columns to judge, if no figure behind it.
  const fact_id = source.facts[0] ?? `row ${JSON.stringify(row)}`;
  const fact = context.catalogue.facts.get(fact_id);
  return {
    fact_id,
    status,
    breakdown_of: fact?.breakdown_of ?? idIn(observation, "breakdown_of"),
    same_as: fact?.same_as ?? idIn(observation, "same_as"),
    unit_inferred: fact?.unit_inferred ?? false,
  };
}

/**
 * A row as a figure of the rules; null for what cannot be judged: a row without metric or period,
 * one that shows another number than its fact, or computes something the rules do not know. Whose
 * work a row of the reader's own counts may be unknown, as may its report: then it is nobody's.
 */
export function figureOf(observation: Present, context: FigureContext): FigureOfRow | null {
  const { value, report_id, scope, period_start, period_end, period_basis } = observation;
  const metric_id = measureOf(observation, context);
  if (isDenied(observation) || metric_id === null) return null;
  // A page without a date says so; a row of the reader's own without one says nothing.
  if (period_basis === null || !isPeriodKnown({ period_end, period_basis })) return null;
  const { region_id, unit, qualifier, subset, count_basis, baseline } = observation;
  const { authority, channel, accident, confiscations, counted_as, source_kind } = observation;
  return {
    ...knownOf(observation, context),
    ...{ report_id, metric_id, region_id, value, unit, qualifier },
    ...{ period_start, period_end, period_basis, scope, subset, count_basis, baseline },
    ...{ authority, channel, accident, confiscations, counted_as, source_kind },
    range: observation.range,
    observation,
  };
}

/** As `figureOf`; null too where report or scope are unknown, for charts that rank by them. */
export function comparable(observation: Present, context: FigureContext): Comparable | null {
  const { report_id, scope } = observation;
  const figure = figureOf(observation, context);
  return figure && report_id !== null && scope !== null ? { ...figure, report_id, scope } : null;
}
