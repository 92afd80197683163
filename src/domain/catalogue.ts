import type { Check, Fact, Metric, Region, Report } from "./types.ts";

/** The loaded tables by id: in which everything is looked up that a figure or a row names. */
export interface Catalogue {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly checks: readonly Check[];
}

/** Rows of tables as a catalogue; of a repeated id the first. */
export function catalogueOf(tables: {
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly metrics: readonly Metric[];
  readonly regions: readonly Region[];
  readonly checks: readonly Check[];
}): Catalogue {
  return {
    facts: byId(tables.facts, "fact_id"),
    reports: byId(tables.reports, "report_id"),
    metrics: byId(tables.metrics, "metric_id"),
    regions: byId(tables.regions, "region_id"),
    checks: tables.checks,
  };
}

/** Rows by their id; of a repeated id the first. */
export function byId<K extends string, T extends Readonly<Record<K, string>>>(
  rows: readonly T[],
  key: K,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) if (!found.has(row[key])) found.set(row[key], row);
  return found;
}
