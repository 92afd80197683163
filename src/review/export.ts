import { withoutFaulty } from "../domain/index.ts";
import type { DataProblem, Fact, Metric, Region, Report, Theme } from "../domain/index.ts";
import { confirmedFacts, figuresOf } from "./figures.ts";
import { headOf } from "./head.ts";
import { fileOf, placeRows, type Romanize } from "./places.ts";
import type { Decisions, Head, ReadReport } from "./types.ts";

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

/** Files by their path in the repository, and the figures that had to stay out, with the reasons. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly DataProblem[];
  readonly facts: number;
}

/**
 * Confirmed figures as files of `data/`: those of each report, and `reports.json` and
 * `regions.json` whole, with what is shipped first. What the rules of the data refuse stays out and
 * is named. Every report must lack nothing.
 */
export function exportReports(
  reviewed: readonly (Reviewed & { readonly completion: Completion })[],
  shipped: Shipped,
  romanize: Romanize,
): Exported {
  let regions = shipped.regions;
  let reports = shipped.reports;
  const files: { readonly file: string; readonly facts: readonly Fact[] }[] = [];
  for (const { report, decisions, completion } of reviewed) {
    const head = headOf(report, decisions);
    if (!head.place) continue;
    const facts = confirmedFacts(figuresOf(report, decisions));
    const stated = new Set(facts.map(({ region_id }) => region_id));
    const others = report.others.filter(({ region_id }) => stated.has(region_id));
    const ids = new Map<string, string>();
    for (const place of [head.place, ...others]) {
      const rows = placeRows(place, regions, romanize);
      regions = [...regions, ...rows.added];
      ids.set(place.region_id, rows.region_id);
    }
    const region_id = ids.get(head.place.region_id) ?? head.place.region_id;
    const row = reportRow({ report, head, completion, reports, region_id, romanize });
    reports = [...reports, row];
    files.push({ file: `facts/${row.report_id}.json`, facts: renamed(facts, row, ids) });
  }
  const { metrics, themes } = shipped;
  const given = { reports, metrics, themes, regions, identities: [], factFiles: files };
  const { dataset, problems } = withoutFaulty(given);
  const out = new Map([
    ["data/reports.json", fileOf("reports", dataset.reports)],
    ["data/regions.json", fileOf("regions", dataset.regions)],
  ]);
  for (const { file, facts } of dataset.factFiles)
    if (facts.length > 0) out.set(`data/${file}`, fileOf("facts", facts));
  const facts = dataset.factFiles.reduce((sum, file) => sum + file.facts.length, 0);
  return { files: out, problems, facts };
}

interface RowOptions {
  readonly report: ReadReport;
  readonly head: Head;
  readonly completion: Completion;
  readonly reports: readonly Report[];
  readonly region_id: string;
  readonly romanize: Romanize;
}

function reportRow({ report, head, completion, reports, region_id, romanize }: RowOptions): Report {
  const { title, agency, docNumber, published, start, end } = head;
  return {
    report_id: freeId(`${region_id}-${end?.slice(0, 4) ?? "undated"}`, reports),
    title: title ?? "",
    title_en: completion.title_en,
    agency: agency ?? "",
    agency_en: completion.agency_en,
    region_id,
    doc_number: docNumber,
    published,
    period: `${start ?? ""}/${end ?? ""}`,
    url: completion.url,
    sha256: report.sha256,
    chars: report.text.length,
    coverage: "full",
    note: null,
    note_zh: null,
    agency_pinyin: romanize(agency ?? "").join(" "),
  };
}

function freeId(id: string, reports: readonly Report[]): string {
  const taken = new Set(reports.map(({ report_id }) => report_id));
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${String(number)}`)) number++;
  return `${id}-${String(number)}`;
}

/** Figures in their order with ids of their report; links follow. */
function renamed(
  facts: readonly Fact[],
  { report_id }: Report,
  regions: ReadonlyMap<string, string>,
): Fact[] {
  const digits = Math.max(2, String(facts.length).length);
  const ids = new Map(
    facts.map(({ fact_id }, index) => [
      fact_id,
      `${report_id}-${String(index + 1).padStart(digits, "0")}`,
    ]),
  );
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  return facts.map((fact) => ({
    ...fact,
    fact_id: idOf(fact.fact_id) ?? fact.fact_id,
    report_id,
    region_id: regions.get(fact.region_id) ?? fact.region_id,
    breakdown_of: idOf(fact.breakdown_of),
    same_as: idOf(fact.same_as),
  }));
}
