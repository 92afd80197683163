import type { DataProblem, Dataset } from "./dataset.ts";
import { validate } from "./validate.ts";

export interface WithoutFaulty {
  /** What has no problem and leans on nothing that has one. */
  readonly dataset: Dataset;
  /** Every problem, in the order found; rows that leaned on a faulty one come later. */
  readonly problems: readonly DataProblem[];
}

/**
 * A data set without its faulty rows, for a reader's own file: what is wrong is listed, the rest
 * loads. An identity goes with its operand and a part with its total, each with its own problem.
 */
export function withoutFaulty(dataset: Dataset): WithoutFaulty {
  const all: DataProblem[] = [];
  let left = dataset;
  for (;;) {
    const problems = validate(left);
    if (problems.length === 0) return { dataset: left, problems: all };
    all.push(...problems);
    left = removeRows(left, new Set(problems.map(({ file, id }) => `${file}\n${id}`)));
  }
}

function removeRows(dataset: Dataset, faulty: ReadonlySet<string>): Dataset {
  const kept = <T>(file: string, rows: readonly T[], id: (row: T) => string): T[] =>
    rows.filter((row) => !faulty.has(`${file}\n${id(row)}`));
  return {
    reports: kept("reports.json", dataset.reports, (row) => row.report_id),
    metrics: kept("metrics.json", dataset.metrics, (row) => row.metric_id),
    themes: kept("themes.json", dataset.themes, (row) => row.theme),
    regions: kept("regions.json", dataset.regions, (row) => row.region_id),
    identities: kept("checks.json", dataset.identities, (row) => row.check_id),
    factFiles: dataset.factFiles.map(({ file, facts }) => ({
      file,
      facts: kept(file, facts, (row) => row.fact_id),
    })),
  };
}
