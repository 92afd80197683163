import type { Archive } from "../../evidence/index.ts";
import type { LoadedTable } from "../../engine/index.ts";
import { catalogueOf, type TableName, type TableRows } from "../../domain/index.ts";

/** The loaded tables by id: what names things and what evidence is looked up in. */
export function archiveOf(tables: readonly LoadedTable[]): Archive {
  const rowsOf = <T extends TableName>(name: T): readonly TableRows[T][] => {
    const table = tables.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`missing table: ${name}`);
    // The loader checked hash and row count; the build checked every row against the schema.
    return table.rows as unknown as readonly TableRows[T][];
  };
  return catalogueOf({
    facts: rowsOf("facts"),
    reports: rowsOf("reports"),
    metrics: rowsOf("metrics"),
    regions: rowsOf("regions"),
    checks: rowsOf("checks"),
  });
}

/** Reports, figures, and figures whose clause was found to the letter. */
export function countsOf({ facts, reports }: Archive) {
  const exact = [...facts.values()].filter(({ alignment }) => alignment === "exact").length;
  return { reports: reports.size, facts: facts.size, exact };
}
