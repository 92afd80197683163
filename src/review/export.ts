import { columnsOf, identityNames, withoutFaulty } from "../domain/index.ts";
import type {
  DataProblem,
  Dataset,
  Fact,
  Identity,
  Metric,
  Region,
  Report,
  Theme,
} from "../domain/index.ts";
import { confirmedIdentities } from "./checks.ts";
import { exportedIds, renamedChecks, renamedFacts, reportRowOf } from "./export-rows.ts";
import { confirmedFacts, figuresOf } from "./figures.ts";
import { fileOf } from "./files.ts";
import { headOf } from "./head.ts";
import { placeRows, type Romanize } from "./places.ts";
import type { Decisions, ReadReport } from "./types.ts";

/** A report with what was decided of it. */
export interface Reviewed {
  readonly report: ReadReport;
  readonly decisions: Decisions;
}

/** What only a person knows of a report. */
export interface Completion {
  readonly title_en: string;
  readonly agency_en: string;
  /** Where it can be read; null for none. */
  readonly url: string | null;
}

/** The tables that the site ships, to which the export adds. */
export interface Shipped {
  readonly reports: readonly Report[];
  readonly regions: readonly Region[];
  readonly metrics: readonly Metric[];
  readonly themes: readonly Theme[];
  /** As `data/checks.json` has them: they are written out again, and not judged. */
  readonly identities: readonly Identity[];
}

/** What a report lacks before it can stand among the data. */
export const lacks = ["title", "agency", "place", "published", "period", "figures"] as const;
export type Lack = (typeof lacks)[number];

export function lacksOf({ report, decisions }: Reviewed): Lack[] {
  const head = headOf(report, decisions);
  const has: Readonly<Record<Lack, boolean>> = {
    title: Boolean(head.title),
    agency: Boolean(head.agency),
    place: head.place !== null,
    published: head.published !== null,
    period: head.start !== null && head.end !== null && head.start <= head.end,
    figures: confirmedFacts(figuresOf(report, decisions)).length > 0,
  };
  return lacks.filter((name) => !has[name]);
}

/** Files by their path in the repository, and what had to stay out, with the reasons. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>;
  /** Of reports, regions and figures. */
  readonly problems: readonly DataProblem[];
  readonly facts: number;
  /** Identities over these figures. */
  readonly checks: number;
  /** Identities that lean on a figure that stayed out. */
  readonly checksLeft: number;
}

/** One report with what only a person knows of it. */
export type Completed = Reviewed & { readonly completion: Completion };

/**
 * Confirmed figures as files of `data/`: those of each report, and `reports.json`, `regions.json` and
 * `checks.json` whole, with what is shipped first. What the rules of the data refuse stays out and
 * is named. Every report must lack nothing.
 */
export function exportReports(
  reviewed: readonly Completed[],
  shipped: Shipped,
  romanize: Romanize,
): Exported {
  const { dataset, problems } = withoutFaulty(datasetOf(reviewed, shipped, romanize));
  const { reports, regions, identities } = dataset;
  const files = new Map([
    ["data/reports.json", fileOf(namesOf("reports"), reports)],
    ["data/regions.json", fileOf(namesOf("regions"), regions)],
    ["data/checks.json", fileOf(identityNames, [...shipped.identities, ...identities])],
  ]);
  for (const { file, facts } of dataset.factFiles)
    if (facts.length > 0) files.set(`data/${file}`, fileOf(namesOf("facts"), facts));
  const ofChecks = problems.filter(({ file }) => file === "checks.json");
  return {
    files,
    problems: problems.filter((problem) => !ofChecks.includes(problem)),
    facts: dataset.factFiles.reduce((sum, { facts }) => sum + facts.length, 0),
    checks: identities.length,
    checksLeft: new Set(ofChecks.map(({ id }) => id)).size,
  };
}

const namesOf = (table: "reports" | "regions" | "facts"): string[] =>
  columnsOf(table).map(({ name }) => name);

/**
 * The shipped rows with those of the reports behind them. Of figures and identities only the new
 * ones: the shipped ones lean on figures that the page does not judge.
 */
function datasetOf(
  reviewed: readonly Completed[],
  { metrics, themes, ...shipped }: Shipped,
  romanize: Romanize,
): Dataset {
  let { regions, reports } = shipped;
  const identities: Identity[] = [];
  const factFiles: { readonly file: string; readonly facts: readonly Fact[] }[] = [];
  for (const { report, decisions, completion } of reviewed) {
    const head = headOf(report, decisions);
    if (!head.place) continue;
    const facts = confirmedFacts(figuresOf(report, decisions));
    const stated = new Set(facts.map(({ region_id }) => region_id));
    const others = report.others.filter(({ region_id }) => stated.has(region_id));
    const places = new Map<string, string>();
    for (const place of [head.place, ...others]) {
      const rows = placeRows(place, regions, romanize);
      regions = [...regions, ...rows.added];
      places.set(place.region_id, rows.region_id);
    }
    const region_id = places.get(head.place.region_id) ?? head.place.region_id;
    const row = reportRowOf({ report, head, completion, reports, region_id, romanize });
    reports = [...reports, row];
    const ids = exportedIds(facts, row);
    factFiles.push({
      file: `facts/${row.report_id}.json`,
      facts: renamedFacts(facts, row, ids, places),
    });
    identities.push(...renamedChecks(confirmedIdentities(report, decisions), row, ids));
  }
  return { reports, metrics, themes, regions, identities, factFiles };
}
