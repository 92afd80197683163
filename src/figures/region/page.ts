import { group } from "d3-array";
import {
  derivedOf,
  heldRegions,
  regionsAround,
  type Check,
  type Derived,
  type Region,
  type Theme,
} from "../../domain/index.ts";
import { observe, type FigureContext, type Observation, type Row } from "../index.ts";
import {
  commonMetrics,
  disagreementsOf,
  headlinesOf,
  isDone,
  missingOf,
  reportsOf,
  severalYears,
  themesOf,
  type Headline,
  type HeldReport,
  type MissingMetrics,
  type ThemeFigures,
} from "./parts.ts";
import { standingsOf } from "./standing.ts";

export interface DerivedFigure {
  readonly observation: Observation;
  readonly derived: Derived;
}

/** Everything known of a region, as its page says it. */
export interface RegionPage {
  readonly region: Region;
  /** The regions in which it lies, the nearest first. */
  readonly around: readonly { readonly region: Region; readonly hasPage: boolean }[];
  /** The regions in it that have a page. */
  readonly within: readonly Region[];
  readonly counts: { readonly figures: number; readonly measures: number };
  readonly headlines: readonly Headline[];
  /** Every figure that is in no headline, each once. */
  readonly themes: readonly ThemeFigures[];
  readonly derived: readonly DerivedFigure[];
  /** Figures of measures that are stated for more than one year. */
  readonly trends: readonly Row[];
  /** Common measures without a figure. */
  readonly missing: readonly MissingMetrics[];
  /** Recomputed identities that do not agree. */
  readonly disagreements: readonly Check[];
  readonly reports: readonly HeldReport[];
}

/** All pages of regions in one language. */
export interface Atlas {
  readonly regions: readonly Region[];
  /** Throws `unknown region: ID` for one of which nothing is held. */
  readonly page: (region_id: string) => RegionPage;
}

/** A derived figure as the row of a query would show it. */
function rowOf(derived: Derived): Row {
  const { fact_id: _, status: __, parents, ...columns } = derived;
  return { ...columns, fact_ids: parents };
}

/**
 * What the pages of regions say, from the tables alone.
 * @param themes in the order in which figures are grouped
 */
export function atlasOf(context: FigureContext, themes: readonly Theme[]): Atlas {
  const { catalogue } = context;
  const facts = [...catalogue.facts.values()].filter(({ same_as }) => same_as === null);
  const byRegion = group(facts, ({ region_id }) => region_id);
  const derivedIn = group(derivedOf(catalogue.facts), ({ region_id }) => region_id);
  const common = commonMetrics(facts, catalogue);
  // In the order of the table, which is that of the three comparisons.
  const headlines = [...catalogue.metrics.values()].filter(({ headline }) => headline);
  const done = group(facts.filter(isDone), ({ metric_id }) => metric_id);
  const standings = new Map(
    headlines.flatMap(({ metric_id }) => [...standingsOf(done.get(metric_id) ?? [], context)]),
  );
  const regions = heldRegions(catalogue);
  const page = (region_id: string): RegionPage => {
    const region = regions.find((one) => one.region_id === region_id);
    if (!region) throw new Error(`unknown region: ${region_id}`);
    const own = { region_id, facts: byRegion.get(region_id) ?? [] };
    const measures = new Set(own.facts.map(({ metric_id }) => metric_id)).size;
    return {
      region,
      around: regionsAround(region, catalogue).map((one) => ({
        region: one,
        hasPage: regions.includes(one),
      })),
      within: regions.filter((one) => regionsAround(one, catalogue).includes(region)),
      counts: { figures: own.facts.length, measures },
      headlines: headlinesOf(own, headlines, standings, context),
      themes: themesOf(own, themes, context),
      derived: (derivedIn.get(region_id) ?? []).map((derived) => ({
        derived,
        observation: observe(rowOf(derived), catalogue),
      })),
      trends: severalYears(own).map((fact) => ({ ...fact })),
      missing: missingOf(region_id, common, context),
      disagreements: disagreementsOf(own, catalogue),
      reports: reportsOf(own, catalogue),
    };
  };
  return { regions, page };
}
