import { metricOf } from "../../domain/index.ts";
import { punctuation, say } from "../../words/index.ts";
import { breakSentence, namedBreak } from "../breaks.ts";
import { type FigureContext, metricName, regionName } from "../context.ts";
import { kindOf, periodOf, shortValue } from "../name.ts";
import { isAbsent, type Observation, type Present } from "../observation.ts";
import type { Lone } from "../panels.ts";
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
  /** Figures that are the only one of their series, which no axis of time makes clearer. */
  readonly single: readonly Lone[];
  /** The whole years that all panels share. */
  readonly years: Years;
  readonly undated: readonly Undated[];
}

/** What all figures of a panel share; what differs is in the names and the reasons. */
function subtitleOf(series: Series, context: FigureContext): string {
  const { language } = context;
  const kinds = new Set(
    series.points.map(({ observation }) =>
      kindOf(observation, context).join(punctuation[language].comma),
    ),
  );
  return [
    kinds.size === 1 ? [...kinds][0] : null,
    isOffZero(series) ? say(language, "trend.off_zero") : null,
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

/** What it measures stands beside it where the figure has several measures. */
function singleOf(observation: Present, metrics: number, context: FigureContext): Lone {
  const { metric_id } = observation;
  const isNamed = metrics > 1 && metric_id !== null;
  return { observation, reason: isNamed ? metricName(context, metric_id) : "" };
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
function seriesName(observation: Present, metrics: number, context: FigureContext): string {
  const { region_id, metric_id } = observation;
  const metric = metrics > 1 && metric_id !== null ? metricName(context, metric_id) : null;
  const names = [regionName(context, region_id), metric];
  return names.filter(Boolean).join(punctuation[context.language].comma);
}

/** The first and the last figure of each series: what happened between them is for the eye. */
function ends({ panels, single }: TrendBody, context: FigureContext): string[] {
  const all = [
    ...panels.map(({ series }) => series.points.map(({ observation }) => observation)),
    ...single.map(({ observation }) => [observation]),
  ];
  const metrics = new Set(all.flat().map(({ metric_id }) => metric_id)).size;
  return all.flatMap((observations) => {
    const [first, last] = [observations[0], observations.at(-1)];
    if (!first || !last) return [];
    const name = seriesName(first, metrics, context);
    const told = [first, last].flatMap((one) => [
      periodOf(one, context) ?? "",
      shortValue(one, context),
    ]);
    return first === last
      ? [say(context.language, "describe.series_one", name, ...told.slice(0, 2))]
      : [say(context.language, "describe.series", name, ...told)];
  });
}

/** Figures of a region over time, a panel each region and metric. */
export const trend: FigureType<TrendBody> = {
  name: "trend",
  compares: "time",
  drawsEachRow: true,
  draws: { as: "axis", gaps: true },
  isTable: () => false,
  arrange({ observations, context }) {
    const series = seriesIn(observations, context);
    const metrics = new Set(observations.map(({ metric_id }) => metric_id)).size;
    const drawn = series.filter(({ points }) => points.length > 1);
    return {
      body: {
        panels: drawn.flatMap((one) => panelOf(one, context)),
        single: series
          .filter((one) => !drawn.includes(one))
          .flatMap(({ points }) =>
            points.map(({ observation }) => singleOf(observation, metrics, context)),
          ),
        years: yearsOf(drawn),
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
