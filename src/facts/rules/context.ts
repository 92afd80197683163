import { byId, factsOf } from "../dataset.ts";
import type { Dataset } from "../dataset.ts";
import type { Fact, Metric, Region, Report, Theme } from "../types.ts";

/** What the rules look ids up in. */
export interface Context {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly all: readonly Fact[];
}

/** A rule yields a message for each fault of a row. */
export type Rule<T> = (row: T, context: Context) => Iterable<string>;

export function contextOf(dataset: Dataset): Context {
  const all = factsOf(dataset);
  return {
    facts: byId(all, "fact_id"),
    reports: byId(dataset.reports, "report_id"),
    metrics: byId(dataset.metrics, "metric_id"),
    themes: byId(dataset.themes, "theme"),
    regions: byId(dataset.regions, "region_id"),
    all,
  };
}

/** Names of the fields whose text is empty or blank. */
export function blank(row: object): string[] {
  return Object.entries(row)
    .filter(([, value]) => typeof value === "string" && value.trim() === "")
    .map(([name]) => name);
}

/** A note is written in both languages or in none. */
export function* pairRule(name: string, en: string | null, zh: string | null): Iterable<string> {
  if ((en === null) !== (zh === null)) yield `missing translation: ${name}`;
}
