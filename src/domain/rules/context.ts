import { byId } from "../catalogue.ts";
import { factsOf } from "../dataset.ts";
import type { Dataset } from "../dataset.ts";
import type { Fact, Metric, Region, Report, SourceKind, Theme } from "../types.ts";

/** What the rules look ids up in. */
export interface Context {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly regions: ReadonlyMap<string, Region>;
  /** Where a report's first figure says that it was read, by `report_id`. */
  readonly kinds: ReadonlyMap<string, SourceKind>;
  /** The parts of a total, by its `fact_id`. */
  readonly parts: ReadonlyMap<string, readonly Fact[]>;
  /** The first statement of a figure that is stated again, by the `fact_id` of the repeat. */
  readonly firsts: ReadonlyMap<string, Fact>;
  /** `fact_id`s of sums that an identity recomputes, so that a mismatch is shown and not refused. */
  readonly audited: ReadonlySet<string>;
  /** Regions by their place on the tile grid, `row/column`. */
  readonly tiles: ReadonlyMap<string, Region>;
}

/** A rule yields a message for each fault of a row. */
export type Rule<T> = (row: T, context: Context) => Iterable<string>;

/** What the tables say that no figure changes: many reports are judged by the same. */
type Fixed = Pick<Context, "metrics" | "regions" | "tiles">;

const fixedOf = new WeakMap<Dataset["regions"], { metrics: Dataset["metrics"]; fixed: Fixed }>();

function fixed({ metrics, regions }: Dataset): Fixed {
  const known = fixedOf.get(regions);
  if (known?.metrics === metrics) return known.fixed;
  const made: Fixed = {
    metrics: byId(metrics, "metric_id"),
    regions: byId(regions, "region_id"),
    tiles: new Map(regions.toReversed().map((region) => [tileOf(region), region] as const)),
  };
  fixedOf.set(regions, { metrics, fixed: made });
  return made;
}

export function contextOf(dataset: Dataset): Context {
  const all = factsOf(dataset);
  return {
    ...fixed(dataset),
    facts: byId(all, "fact_id"),
    reports: byId(dataset.reports, "report_id"),
    themes: byId(dataset.themes, "theme"),
    kinds: new Map(all.toReversed().map((fact) => [fact.report_id, fact.source_kind])),
    parts: partsOf(all),
    firsts: firstsOf(all),
    audited: new Set(
      dataset.identities.flatMap(({ operation, stated }) =>
        operation === "sum" && stated !== null ? [stated] : [],
      ),
    ),
  };
}

function partsOf(all: readonly Fact[]): Map<string, Fact[]> {
  const parts = new Map<string, Fact[]>();
  for (const fact of all)
    if (fact.breakdown_of !== null)
      parts.set(fact.breakdown_of, [...(parts.get(fact.breakdown_of) ?? []), fact]);
  return parts;
}

function firstsOf(all: readonly Fact[]): Map<string, Fact> {
  const seen = new Map<string, Fact>();
  const firsts = new Map<string, Fact>();
  for (const fact of all) {
    const first = seen.get(statement(fact));
    if (first === undefined) seen.set(statement(fact), fact);
    else firsts.set(fact.fact_id, first);
  }
  return firsts;
}

/** What two pages say alike when they repeat a figure. */
function statement(fact: Fact): string {
  const { region_id, metric_id, value, period_start, period_end, scope, subset, accident } = fact;
  const place = [region_id, metric_id, period_start, period_end, scope, subset, accident];
  return JSON.stringify([...place, value]);
}

/** `row/column`; "" for a region that is not on the grid. */
export function tileOf({ tile_row: row, tile_column: column }: Region): string {
  return row === null || column === null ? "" : `${row}/${column}`;
}

/** Names of the fields whose text is empty or blank. */
export function blank(row: object): string[] {
  const names: string[] = [];
  for (const name in row) {
    const value = row[name as keyof typeof row] as unknown;
    if (typeof value === "string" && !/\S/.test(value)) names.push(name);
  }
  return names;
}

/** A note is written in both languages or in none. */
export function* pairRule(name: string, en: string | null, zh: string | null): Iterable<string> {
  if ((en === null) !== (zh === null)) yield `missing translation: ${name}`;
}

/** A syllable for each Chinese character, so that a search can mark the characters it found. */
export function* pinyinRule(zh: string, pinyin: string): Iterable<string> {
  const characters = zh.match(/\p{Script=Han}/gu)?.length ?? 0;
  const syllables = pinyin.split(" ").filter(Boolean);
  if (syllables.length !== characters)
    yield `invalid pinyin: ${syllables.length} syllables for ${zh}`;
  if (!syllables.every((syllable) => /^[a-z]{1,6}$/.test(syllable)))
    yield `invalid pinyin: ${pinyin}`;
}
