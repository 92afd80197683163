import { metricOf } from "../../domain/index.ts";
import { punctuation, say } from "../../words/index.ts";
import { breakSentence, namedBreak } from "../breaks.ts";
import { type FigureContext, metricName, regionName } from "../context.ts";
import { periodOf, scopeOf, shortValue } from "../name.ts";
import { isAbsent, type Observation } from "../observation.ts";
import { isOffZero, type Series, seriesIn, type Years, yearsOf } from "../series.ts";
import type { FigureType } from "./type.ts";

/** The figures of a region and metric over time, and what is said around them. */
export interface SeriesPanel {
  readonly series: Series;
  readonly title: string;
  readonly subtitle: string;
  /** Why no line joins two figures. */
  readonly breaks: readonly string[];
}

/** What cannot be placed in time: no value, or a value of no known period. */
export interface Undated {
  readonly observation: Observation;
  readonly text: string;
}

export interface TrendBody {
  readonly panels: readonly SeriesPanel[];
  /** The whole years that all panels share. */
  readonly years: Years;
  readonly undated: readonly Undated[];
}

/** What all figures of a panel share; what differs is in the names and the reasons. */
function subtitleOf(series: Series, context: FigureContext): string {
  const { language } = context;
  const scopes = new Set(series.points.map(({ observation }) => scopeOf(observation, context)));
  return [
    scopes.size === 1 ? [...scopes][0] : null,
    isOffZero(series) ? say(language, "trend.off_zero") : null,
    series.points.length === 1 ? say(language, "trend.alone") : null,
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
}

function panelOf(series: Series, context: FigureContext): SeriesPanel[] {
  const [first] = series.points;
  if (!first) return [];
  const { region_id, metric_id } = first.figure;
  const metric = metricOf(metric_id, context.catalogue)?.[context.language];
  const names = [regionName(context, region_id), metric ?? metricName(context, metric_id)];
  const cut = series.steps.filter((step) => step.cut !== null);
  return [
    {
      series,
      title: names.filter(Boolean).join(punctuation[context.language].colon),
      subtitle: subtitleOf(series, context),
      breaks: cut.map((step) => breakSentence(step, context)),
    },
  ];
}

function undatedIn(observations: readonly Observation[], context: FigureContext): Undated[] {
  const { language } = context;
  return observations.flatMap((observation): Undated[] => {
    const region = regionName(context, observation.region_id) + punctuation[language].colon;
    if (isAbsent(observation))
      return [{ observation, text: region + say(language, `missing.${observation.missing}`) }];
    if (observation.period_end !== null) return [];
    const value = `${shortValue(observation, context)} (${say(language, "trend.undated")})`;
    return [{ observation, text: region + value }];
  });
}

/** A region, with its metric where the chart has several. */
function seriesName({ points }: Series, all: readonly SeriesPanel[], context: FigureContext) {
  const [first] = points;
  if (!first) return "";
  const { region_id, metric_id } = first.figure;
  const metrics = new Set(all.map(({ series }) => series.points[0]?.figure.metric_id));
  const metric = metrics.size > 1 ? metricName(context, metric_id) : "";
  const names = [regionName(context, region_id), metric];
  return names.filter(Boolean).join(punctuation[context.language].comma);
}

/** The first and the last figure of each series: what happened between them is for the eye. */
function ends({ panels }: TrendBody, context: FigureContext): string[] {
  const { language } = context;
  return panels.flatMap(({ series }) => {
    const [first, last] = [series.points[0], series.points.at(-1)];
    if (!first || !last) return [];
    const name = seriesName(series, panels, context);
    const told = [first, last].flatMap(({ observation }) => [
      periodOf(observation, context) ?? "",
      shortValue(observation, context),
    ]);
    if (first === last) return [say(language, "describe.series_one", name, ...told.slice(0, 2))];
    return [say(language, "describe.series", name, ...told)];
  });
}

/** Figures of a region over time, a panel each region and metric. */
export const trend: FigureType<TrendBody> = {
  name: "trend",
  compares: "time",
  drawsEachRow: true,
  isTable: () => false,
  arrange({ observations, context }) {
    const series = seriesIn(observations, context);
    return {
      body: {
        panels: series.flatMap((one) => panelOf(one, context)),
        years: yearsOf(series),
        undated: undatedIn(observations, context),
      },
      arrangements: [],
    };
  },
  describe: (body, { context }) => ({
    found: ends(body, context),
    apart: [],
    breaks: body.panels.flatMap(({ series: { steps } }) =>
      steps.filter(({ cut }) => cut !== null).map((step) => namedBreak(step, context)),
    ),
  }),
};
