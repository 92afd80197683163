import type { Builder } from "../dom/index.ts";
import { metricOf, type Catalogue, type Language } from "../facts/index.ts";

export type { Catalogue };

/** All that a chart needs besides its rows and spec; nothing is looked up from globals. */
export interface ChartContext {
  readonly build: Builder;
  readonly language: Language;
  readonly catalogue: Catalogue;
  /**
   * Takes what may be made after the first part of a long element, piece by piece, before the
   * element is shown; absent where all is made at once.
   */
  readonly later?: (piece: () => void) => void;
  /** True where a page runs that can make what is folded when it is opened; absent elsewhere. */
  readonly isLive?: boolean;
  /**
   * Hears of an error in what is drawn after the element is shown, as a further page is; absent
   * where nothing is.
   */
  readonly failed?: (error: unknown) => void;
  /** Names of regions that only the rows know, by id. */
  readonly ownRegions?: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

/** Draws more of what is shown. What goes wrong then is wrong with the whole, and told as that. */
export function drawMore({ failed }: ChartContext, draw: () => void): void {
  if (!failed) return draw();
  try {
    draw();
  } catch (error) {
    failed(error);
  }
}

export function regionName({ language, catalogue, ownRegions }: ChartContext, id: string): string {
  const region = catalogue.regions.get(id);
  if (region) return language === "zh" ? region.zh_short : region.en_short;
  return ownRegions?.get(id)?.[language] ?? id;
}

/** The context with the names that rows give to regions of their own: `region_zh`, `region_en`. */
export function withOwnRegions(
  context: ChartContext,
  rows: readonly Readonly<Record<string, unknown>>[],
): ChartContext {
  const ownRegions = new Map<string, Readonly<Record<Language, string>>>();
  for (const { region_id, region_zh, region_en } of rows) {
    const [zh, en] = [region_zh ?? region_en, region_en ?? region_zh];
    if (typeof region_id === "string" && typeof zh === "string" && typeof en === "string")
      ownRegions.set(region_id, { zh, en });
  }
  return ownRegions.size === 0 ? context : { ...context, ownRegions };
}

/** The name of a stated or a derived metric. */
export function metricName({ language, catalogue }: ChartContext, id: string): string {
  return metricOf(id, catalogue)?.[language] ?? id;
}

/** What a metric counts, for the English name of its unit; null for none or an unknown one. */
export function thingOf({ catalogue }: ChartContext, metric: string | null): string | null {
  return (metric && catalogue.metrics.get(metric)?.counting_object) ?? null;
}
