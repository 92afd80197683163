import { descending, group } from "d3-array";
import { liesIn, ruleIds, ruleWords, type Fact, type Ranking } from "../../domain/index.ts";
import { list } from "../../words/index.ts";
import { sayOfRegion, type RegionWord } from "../../words/region.ts";
import {
  arrange,
  isPoint,
  metricName,
  observe,
  rankingOf,
  scopeOf,
  type Comparable,
  type FigureContext,
  type Panel,
} from "../index.ts";

/** The place of a figure among those of other regions, or why it has none. */
export type Standing =
  | {
      readonly place: number;
      readonly isTied: boolean;
      /** Regions in the order, this one among them. */
      readonly of: number;
      /** What the group has in common. */
      readonly group: string;
      /** What still differs in it, "" for nothing. */
      readonly differences: string;
    }
  | { readonly place: null; readonly because: string };

/** The latest figure first, and of one time the whole before a part of it. */
function byRecency(a: Comparable, b: Comparable): number {
  return (
    descending(a.period_end ?? "", b.period_end ?? "") ||
    Number(a.subset !== null) - Number(b.subset !== null) ||
    descending(b.fact_id, a.fact_id)
  );
}

/** One figure for each region: its latest that has a place in an order. */
function representatives({ figures }: Panel): Comparable[] {
  const points = figures.filter(({ observation }) => isPoint(observation));
  return [...group(points, ({ region_id }) => region_id).values()].flatMap(
    (own) => own.toSorted(byRecency)[0] ?? [],
  );
}

/** Rules that speak within a group without forbidding it, in a few words each. */
function differencesIn({ reasons }: Ranking, { language }: FigureContext): string {
  const spoken = new Set(
    reasons.filter(({ verdict }) => verdict !== "comparable").map(({ rule }) => rule),
  );
  const titles = ruleIds.filter((rule) => spoken.has(rule)).map((rule) => ruleWords[rule].title);
  return list(
    language,
    titles.map((title) => title[language]),
  );
}

/** What all figures of a group share, where its header does not say it: the measure at least. */
function nameOf({ header, figures }: Panel, context: FigureContext): string {
  if (header !== "") return header;
  const scopes = new Set(figures.map(({ observation }) => scopeOf(observation, context)));
  const [scope] = scopes.size === 1 ? scopes : [];
  return scope ?? metricName(context, figures[0]?.metric_id ?? "");
}

/** A region is not set in an order with those that it lies in or that lie in it. */
function isNested(a: string, b: string, { catalogue }: FigureContext): boolean {
  return liesIn(a, b, catalogue) || liesIn(b, a, catalogue);
}

function standingIn(
  figure: Comparable,
  panel: Panel,
  chosen: readonly Comparable[],
  context: FigureContext,
): Standing {
  const unranked = (word: RegionWord): Standing => ({
    place: null,
    because: sayOfRegion(context.language, word),
  });
  if (!isPoint(figure.observation)) return unranked("unranked.bound");
  const others = chosen.filter((one) => !isNested(one.region_id, figure.region_id, context));
  if (others.every(({ region_id }) => region_id === figure.region_id))
    return unranked("unranked.single");
  if (!others.includes(figure)) return unranked("unranked.other");
  const ranking = rankingOf(others, context);
  if (ranking.verdict === "refused") return unranked("unranked.refused");
  const higher = others.filter(({ value }) => value > figure.value).length;
  const equal = others.filter(({ value }) => value === figure.value).length;
  return {
    place: higher + 1,
    isTied: equal > 1,
    of: others.length,
    group: nameOf(panel, context),
    differences: differencesIn(ranking, context),
  };
}

function inPanel(panel: Panel, context: FigureContext): [string, Standing][] {
  const chosen = representatives(panel);
  return panel.figures.map((figure) => [
    figure.fact_id,
    standingIn(figure, panel, chosen, context),
  ]);
}

/**
 * Where each figure of a measure stands among the regions, by the groups into which a chart of all
 * of them falls. A rank is given only within a group, and only where `mayRank` allows one: among
 * the latest figures of its regions.
 * @param facts of one measure, done and said once
 */
export function standingsOf(
  facts: readonly Fact[],
  context: FigureContext,
): ReadonlyMap<string, Standing> {
  const { language, catalogue } = context;
  const observations = facts.map((fact) => observe({ ...fact }, catalogue));
  const { panels, alone } = arrange(observations, context);
  const lones = alone.map(({ observation, reason }): [string, Standing] => {
    const word = reason === "" ? "unranked.single" : "unranked.alone";
    const because = sayOfRegion(language, word, reason);
    return [observation.source.facts[0] ?? "", { place: null, because }];
  });
  return new Map([...lones, ...panels.flatMap((panel) => inPanel(panel, context))]);
}
