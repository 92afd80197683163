import { ascending, descending, group } from "d3-array";
import {
  absenceOf,
  type Check,
  type Fact,
  type Metric,
  type MissingKind,
  type Report,
  type Theme,
  yearOf,
} from "../../domain/index.ts";
import { sayOfRegion } from "../../words/region.ts";
import { observe, type FigureContext, type Observation } from "../index.ts";
import type { Standing } from "./standing.ts";

type Catalogue = FigureContext["catalogue"];

/** The figures of a region, each said once, and whose they are. */
export interface Own {
  readonly region_id: string;
  readonly facts: readonly Fact[];
}

/** A headline measure of a region: its figures with their places, or why it has none. */
export interface Headline {
  readonly metric: Metric;
  readonly figures: readonly { readonly observation: Observation; readonly standing: Standing }[];
  /** Null where there is a figure; `not_selected` where parts of a total elsewhere are all. */
  readonly missing: MissingKind | null;
}

/** Figures of one theme. */
export interface ThemeFigures {
  readonly theme: Theme;
  readonly observations: readonly Observation[];
}

export interface MissingMetrics {
  readonly kind: Exclude<MissingKind, "not_selected" | "not_comparable">;
  readonly metrics: readonly Metric[];
}

export interface HeldReport {
  readonly report: Report;
  /** Figures of this region in it. */
  readonly figures: number;
}

/** A plan is no result: it stands among the other figures, with its flag. */
export const isDone = ({ status }: Fact): boolean => status === "actual";

const metricOf = ({ metric_id }: Fact): string => metric_id;

/**
 * Figures of the three comparisons, done: of each measure those of the whole, or, where a region
 * states only parts, the parts that are no part of a stated total.
 */
function headlinesIn(facts: readonly Fact[], { metrics }: Catalogue): ReadonlySet<Fact> {
  const isHeadline = (fact: Fact) => metrics.get(fact.metric_id)?.headline === true;
  const found = [...group(facts.filter(isDone).filter(isHeadline), metricOf).values()];
  return new Set(
    found.flatMap((own) => {
      const wholes = own.filter(({ subset }) => subset === null);
      return wholes.length > 0 ? wholes : own.filter((fact) => fact.breakdown_of === null);
    }),
  );
}

/** The latest first, of one time the whole before its parts. */
function inOrder(facts: readonly Fact[]): Fact[] {
  return facts.toSorted(
    (a, b) =>
      descending(a.period_end ?? "", b.period_end ?? "") ||
      Number(a.subset !== null) - Number(b.subset !== null),
  );
}

/** A measure of which more regions than these have a figure is missed where there is none. */
const COMMON = 3;

/** The headline measures, then those that several regions state, by how many they are. */
export function commonMetrics(facts: readonly Fact[], { metrics }: Catalogue): Metric[] {
  const byMetric = group(facts.filter(isDone), metricOf);
  const count = ({ metric_id }: Metric) =>
    new Set(byMetric.get(metric_id)?.map(({ region_id }) => region_id)).size;
  return [...metrics.values()]
    .filter((metric) => metric.headline || count(metric) > COMMON)
    .toSorted((a, b) => Number(b.headline) - Number(a.headline) || descending(count(a), count(b)));
}

export function headlinesOf(
  { region_id, facts }: Own,
  metrics: readonly Metric[],
  standings: ReadonlyMap<string, Standing>,
  { catalogue, language }: FigureContext,
): Headline[] {
  const unjudged = { place: null, because: sayOfRegion(language, "unranked.unjudged") } as const;
  const byMetric = group(inOrder([...headlinesIn(facts, catalogue)]), metricOf);
  return metrics.map((metric) => {
    const { metric_id } = metric;
    const figures = (byMetric.get(metric_id) ?? []).map((fact) => ({
      observation: observe({ ...fact }, catalogue),
      standing: standings.get(fact.fact_id) ?? unjudged,
    }));
    const absence = absenceOf({ region_id, metric_id }, catalogue) ?? "not_read";
    return { metric, figures, missing: figures.length > 0 ? null : absence };
  });
}

/** All that is no headline, by theme, then by measure. */
export function themesOf(
  { facts }: Own,
  themes: readonly Theme[],
  { catalogue }: FigureContext,
): ThemeFigures[] {
  const headlines = headlinesIn(facts, catalogue);
  const rest = facts.filter((fact) => !headlines.has(fact));
  const byTheme = group(rest, (fact) => catalogue.metrics.get(fact.metric_id)?.theme);
  return themes.flatMap((theme) => {
    const byMetric = group(byTheme.get(theme.theme) ?? [], metricOf);
    const observations = [...byMetric.values()]
      .flatMap(inOrder)
      .map((fact) => observe({ ...fact }, catalogue));
    return observations.length > 0 ? [{ theme, observations }] : [];
  });
}

/** Figures of measures that are stated for more than one year, in time. */
export function severalYears({ facts }: Own): Fact[] {
  return [...group(facts.filter(isDone), metricOf).values()]
    .filter((own) => new Set(own.flatMap((fact) => yearOf(fact) ?? [])).size > 1)
    .flatMap((own) => own.toSorted((a, b) => ascending(a.period_end ?? "", b.period_end ?? "")));
}

/** Of some measures those of which nothing is stated, by the reason. */
export function missingOf(
  region_id: string,
  metrics: readonly Metric[],
  { catalogue }: FigureContext,
): MissingMetrics[] {
  const byKind = group(
    metrics,
    ({ metric_id }) => absenceOf({ region_id, metric_id }, catalogue) ?? "not_read",
  );
  return (["not_reported", "planned", "not_read"] as const).flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? [{ kind, metrics: found }] : [];
  });
}

/** The region's own reports, and those of others that state figures of it; the latest first. */
export function reportsOf({ region_id, facts }: Own, { reports }: Catalogue): HeldReport[] {
  const counts = group(facts, ({ report_id }) => report_id);
  return [...reports.values()]
    .filter((report) => report.region_id === region_id || counts.has(report.report_id))
    .map((report) => ({ report, figures: counts.get(report.report_id)?.length ?? 0 }))
    .toSorted((a, b) => descending(a.report.period ?? "", b.report.period ?? ""));
}

/** Recomputed identities of the region's figures that do not agree. */
export function disagreementsOf({ facts }: Own, { checks }: Catalogue): Check[] {
  const ids = new Set(facts.map(({ fact_id }) => fact_id));
  return checks.filter(
    ({ verdict, stated_fact, operands }) =>
      verdict === "mismatch" &&
      [stated_fact ?? "", ...operands.split(" ")].some((id) => ids.has(id)),
  );
}
