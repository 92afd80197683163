import type { DataProblem, Dataset } from "./dataset.ts";
import { blank, contextOf, pairRule, pinyinRule } from "./rules/context.ts";
import type { Context, Rule } from "./rules/context.ts";
import { coverageRule } from "./rules/coverage.ts";
import { factRule } from "./rules/fact.ts";
import { identityRule } from "./rules/identity.ts";
import { reportPeriodRule } from "./rules/period.ts";
import { regionRule } from "./rules/region.ts";
import type { Metric, Report, Theme } from "./types.ts";

/**
 * Checks the meaning of a data set whose shape is right (see schema.ts) and returns every problem
 * with its file and id, not just the first; an empty list where all is well.
 */
export function validate(dataset: Dataset): DataProblem[] {
  const context = contextOf(dataset);
  const { reports, metrics, themes, regions, identities, factFiles } = dataset;
  return [
    ...apply("reports.json", reports, "report_id", reportRule, context),
    ...apply("metrics.json", metrics, "metric_id", metricRule, context),
    ...apply("themes.json", themes, "theme", themeRule, context),
    ...apply("regions.json", regions, "region_id", regionRule, context),
    ...figureProblems(factFiles, context),
    ...apply("checks.json", identities, "check_id", identityRule, context),
    ...misplaced(dataset),
    ...repeated(dataset),
  ];
}

/** The problems of the figures alone, of a data set whose other tables are known to be right. */
export function validateFigures(dataset: Dataset): DataProblem[] {
  return figureProblems(dataset.factFiles, contextOf(dataset));
}

function figureProblems(files: Dataset["factFiles"], context: Context): DataProblem[] {
  return files.flatMap(({ file, facts }) => apply(file, facts, "fact_id", factRule, context));
}

function apply<K extends string, T extends Readonly<Record<K, string>>>(
  file: string,
  rows: readonly T[],
  key: K,
  rule: Rule<T>,
  context: Context,
): DataProblem[] {
  return rows.flatMap((row) =>
    [...rule(row, context)].map((message) => ({ file, id: row[key], message })),
  );
}

const reportRule: Rule<Report> = function* (report, context) {
  for (const field of blank(report)) yield `missing ${field}`;
  if (!context.regions.has(report.region_id)) yield `unknown region_id: ${report.region_id}`;
  if (report.sha256 !== null && !/^[0-9a-f]{64}$/.test(report.sha256))
    yield `invalid sha256: ${report.sha256}`;
  yield* coverageRule(report, context);
  yield* reportPeriodRule(report, context);
  yield* pinyinRule(report.agency, report.agency_pinyin);
  yield* pairRule("note", report.note, report.note_zh);
};

const metricRule: Rule<Metric> = function* (metric, { metrics, themes }) {
  const { theme, widens } = metric;
  for (const field of blank(metric)) yield `missing ${field}`;
  if (!themes.has(theme)) yield `unknown theme: ${theme}`;
  if (widens !== null && !metrics.has(widens)) yield `unknown widens: ${widens}`;
  yield* pinyinRule(metric.zh, metric.pinyin);
};

const themeRule: Rule<Theme> = function* (theme) {
  for (const field of blank(theme)) yield `missing ${field}`;
};

/** Figures stand in the file of their report, and each file is that of a report. */
function misplaced({ factFiles }: Dataset): DataProblem[] {
  return factFiles.flatMap(({ file, facts }) =>
    facts
      .filter(({ report_id }) => file !== `facts/${report_id}.json`)
      .map(({ fact_id: id, report_id }) => ({
        file,
        id,
        message: `invalid file: report ${report_id} has facts/${report_id}.json`,
      })),
  );
}

function repeated({ factFiles, ...dataset }: Dataset): DataProblem[] {
  const entries = [
    ...dataset.reports.map(({ report_id }) => ["reports.json", report_id] as const),
    ...dataset.metrics.map(({ metric_id }) => ["metrics.json", metric_id] as const),
    ...dataset.themes.map(({ theme }) => ["themes.json", theme] as const),
    ...dataset.regions.map(({ region_id }) => ["regions.json", region_id] as const),
    ...dataset.identities.map(({ check_id }) => ["checks.json", check_id] as const),
  ];
  const figures = factFiles.flatMap(({ file, facts }) =>
    facts.map(({ fact_id }) => [file, fact_id] as const),
  );
  // Ids of figures are unique over all files, other ids within their own.
  return [
    ...duplicates(entries, ([file, id]) => `${file}/${id}`),
    ...duplicates(figures, ([, id]) => id),
  ];
}

type Entry = readonly [file: string, id: string];

function duplicates(entries: readonly Entry[], key: (entry: Entry) => string): DataProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const [file, id] = entry;
    if (seen.has(key(entry))) return [{ file, id, message: `invalid id: ${id} is used before` }];
    seen.add(key(entry));
    return [];
  });
}
