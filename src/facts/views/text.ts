/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A string or nothing as an SQL literal. */
export function nullable(text: string | null): string {
  return text === null ? "NULL" : literal(text);
}

/** `('a', 'b')`, for IN. */
export function tuple(texts: readonly string[]): string {
  return `(${texts.map(literal).join(", ")})`;
}

/** The columns that a stated and a derived figure share, in the order of `facts`. */
export const figureColumns = [
  "fact_id",
  "report_id",
  "metric_id",
  "region_id",
  "value",
  "unit",
  "qualifier",
  "period_start",
  "period_end",
  "period_basis",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "breakdown_of",
  "same_as",
  "unit_inferred",
] as const;

/**
 * True in SQL where `x` is a bureau's stated figure and its report also gives delegated townships'
 * work that may be inside (see `isInclusionOpen`).
 */
export function inclusionOpen(x: string): string {
  return `(${x}.scope = 'bureau' AND ${x}.status <> 'derived' AND EXISTS (
    SELECT 1 FROM facts delegated
    WHERE delegated.scope = 'delegated_townships' AND delegated.metric_id = ${x}.metric_id
      AND delegated.breakdown_of IS DISTINCT FROM ${x}.fact_id
      AND delegated.report_id = ${x}.report_id AND delegated.region_id = ${x}.region_id
      AND delegated.period_start = ${x}.period_start AND delegated.period_end = ${x}.period_end
      AND delegated.period_basis = ${x}.period_basis))`;
}
