import type { Metric, Report } from "../../domain/index.ts";
import { metricOf, type Language } from "../../domain/index.ts";
import type { Content } from "./content.ts";
import type { PageFigure } from "./page.ts";

/**
 * The licence of the curated data (`data/LICENSE`), as SPDX names it. The code and what it draws are
 * under that of the repository; what a report says is its agency's.
 */
export const dataLicence = {
  name: "CC-BY-4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
  title: "Creative Commons Attribution 4.0 International",
} as const;

/** The reports behind a figure, each once, in the order of its rows. */
export function reportsOf({ data }: Content): Report[] {
  return [...new Set(data.entries.flatMap(({ reports }) => reports))];
}

/** A figure in words; what is left of one that a reader has filtered comes first. */
export function aboutOf({ filtered, alt }: Pick<PageFigure, "filtered" | "alt">): string {
  return [filtered, alt].filter(Boolean).join("\n");
}

/** No row names a figure or a report that is held: the numbers are the reader's own. */
export function isUnsourced({ data }: Content): boolean {
  return data.entries.every(({ facts, reports }) => facts.length + reports.length === 0);
}

/** A measure of the figure, and the unit that all its values have; null where they differ. */
export interface Variable {
  readonly name: Readonly<Record<Language, string>>;
  readonly unit: string | null;
}

/** What is measured, each once. */
export function variablesOf({ data }: Content): Variable[] {
  const units = new Map<string, Set<string>>();
  for (const { observation } of data.entries)
    if (observation.metric_id) {
      const set = units.get(observation.metric_id) ?? new Set<string>();
      units.set(observation.metric_id, observation.unit ? set.add(observation.unit) : set);
    }
  const catalogue = data.entries[0]?.zh.catalogue;
  return [...units].flatMap(([id, found]) => {
    const metric: Pick<Metric, Language> | null = (catalogue && metricOf(id, catalogue)) ?? null;
    const [only = null] = found;
    return metric
      ? [{ name: { zh: metric.zh, en: metric.en }, unit: found.size === 1 ? only : null }]
      : [];
  });
}

/** The regions of the figure by name, each once. */
export function placesOf({ data }: Content, language: Language): string[] {
  const names = data.entries.map(({ observation: { region_id }, zh }) => {
    const region = zh.catalogue.regions.get(region_id);
    return region && (language === "zh" ? region.zh : (region.en ?? region.zh));
  });
  return [...new Set(names.filter((name) => name !== undefined && name !== null))];
}

/** From the first day to the last, as `2019-01-01/2022-12-31`; null where no row has a period. */
export function coverageOf({ data }: Content): string | null {
  const days = (key: "period_start" | "period_end") =>
    data.entries.flatMap(({ observation }) => observation[key] ?? []).toSorted();
  const [from, to] = [days("period_start")[0], days("period_end").at(-1)];
  return from && to ? `${from}/${to}` : null;
}
