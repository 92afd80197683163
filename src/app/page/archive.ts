import type { Archive } from "../../evidence/index.ts";
import type { LoadedTable } from "../../engine/index.ts";
import type { Check, Fact, Metric, Region, Report } from "../../facts/index.ts";

function rowsOf<T>(tables: readonly LoadedTable[], name: string): readonly T[] {
  const table = tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`missing table: ${name}`);
  // The loader checked hash and row count; the build checked every row against the schema.
  return table.rows as unknown as readonly T[];
}

function index<T>(rows: readonly T[], id: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [id(row), row]));
}

/** The loaded tables by id: what names things and what evidence is looked up in. */
export function archiveOf(tables: readonly LoadedTable[]): Archive {
  return {
    facts: index(rowsOf<Fact>(tables, "facts"), (row) => row.fact_id),
    reports: index(rowsOf<Report>(tables, "reports"), (row) => row.report_id),
    metrics: index(rowsOf<Metric>(tables, "metrics"), (row) => row.metric_id),
    regions: index(rowsOf<Region>(tables, "regions"), (row) => row.region_id),
    checks: rowsOf<Check>(tables, "checks"),
  };
}

/** Reports, figures, and figures whose clause was found to the letter. */
export function countsOf({ facts, reports }: Archive) {
  const exact = [...facts.values()].filter(({ alignment }) => alignment === "exact").length;
  return { reports: reports.size, facts: facts.size, exact };
}
