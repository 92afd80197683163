import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { locale } from "../../words/index.ts";
import { dataBlock, reportNode } from "../../publish/package/index.ts";

export interface DatasetOptions {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** Ids of the figures that the page shows. */
  readonly facts: readonly string[];
  readonly archive: Archive;
}

/** A notebook as a `Dataset` of schema.org in a data block: what it measures, where, on which reports. */
export function datasetOf(options: DatasetOptions): string {
  const { title, description, language, facts: ids, archive } = options;
  const facts = ids.flatMap((id) => archive.facts.get(id) ?? []);
  if (facts.length === 0) return "";
  const unique = <T>(values: readonly (T | null | undefined)[]): T[] => [
    ...new Set(values.flatMap((value) => value ?? [])),
  ];
  const metrics = unique(facts.map(({ metric_id }) => archive.metrics.get(metric_id)));
  const regions = unique(facts.map(({ region_id }) => archive.regions.get(region_id)));
  const reports = unique(facts.map(({ report_id }) => archive.reports.get(report_id)));
  const from = unique(facts.map(({ period_start }) => period_start)).toSorted()[0];
  const to = unique(facts.map(({ period_end }) => period_end))
    .toSorted()
    .at(-1);
  return dataBlock({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description,
    inLanguage: locale(language),
    creator: { "@type": "Organization", name: "Fadu 法度" },
    ...(from && to ? { temporalCoverage: `${from}/${to}` } : {}),
    variableMeasured: metrics.map((metric) => metric[language]),
    spatialCoverage: regions.map(({ zh, en }) => (language === "zh" ? zh : (en ?? zh))),
    isBasedOn: reports.map((report) => reportNode(report, language)),
  });
}
