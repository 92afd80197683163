import { metricOf, type Catalogue, type Language } from "../domain/index.ts";
import { isWord, type Measure, say } from "../words/index.ts";

/** What turns rows into words and judgements: the reader's language, and what names things. */
export interface FigureContext {
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** Names of regions that only the rows know, by id. */
  readonly ownRegions?: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

export function regionName({ language, catalogue, ownRegions }: FigureContext, id: string): string {
  const region = catalogue.regions.get(id);
  if (region) return language === "zh" ? region.zh_short : region.en_short;
  return ownRegions?.get(id)?.[language] ?? id;
}

/** The context with the names that rows give to regions of their own: `region_zh`, `region_en`. */
export function withOwnRegions<C extends FigureContext>(
  context: C,
  rows: readonly Readonly<Record<string, unknown>>[],
): C {
  const ownRegions = new Map<string, Readonly<Record<Language, string>>>();
  for (const { region_id, region_zh, region_en } of rows) {
    const [zh, en] = [region_zh ?? region_en, region_en ?? region_zh];
    if (typeof region_id === "string" && typeof zh === "string" && typeof en === "string")
      ownRegions.set(region_id, { zh, en });
  }
  return ownRegions.size === 0 ? context : { ...context, ownRegions };
}

/** The name of a stated or a derived metric. */
export function metricName({ language, catalogue }: FigureContext, id: string): string {
  return metricOf(id, catalogue)?.[language] ?? id;
}

/** What a metric counts, for the English name of its unit; null for none or an unknown one. */
export function thingOf({ catalogue }: FigureContext, metric: string | null): string | null {
  return (metric && catalogue.metrics.get(metric)?.counting_object) ?? null;
}

/** What figures that share an axis measure, as their labels say it: the first of them tells. */
export function measureOn(
  [first]: readonly { readonly unit: string; readonly metric_id: string | null }[],
  context: FigureContext,
): Measure {
  return { unit: first?.unit ?? "", thing: thingOf(context, first?.metric_id ?? null) };
}

/** A value of a column in words: 事前处罚 for `accident`, `before`; a metric's name for its id. */
export function valueName(column: string, value: string, context: FigureContext): string {
  const word = `${column}.${value}`;
  return isWord(word) ? say(context.language, word) : metricName(context, value);
}
