import { groups } from "d3-array";
import { isWord, list, punctuation, say } from "../i18n/index.ts";
import { metricName, regionName, type ChartContext } from "./context.ts";
import { gridOf } from "./grid.ts";
import { periodOf, shortValue } from "./name.ts";
import type { Observation } from "./observation.ts";
import type { Section } from "./sections.ts";
import { seriesIn, type Series } from "./series.ts";
import { slopesOf } from "./slope-series.ts";
import type { ChartSpec } from "./spec.ts";
import { breakSentence } from "./trend-break.ts";

/** A region, with its metric where the chart has several. */
function seriesName({ points }: Series, all: readonly Series[], context: ChartContext): string {
  const [first] = points;
  if (!first) return "";
  const { region_id, metric_id } = first.figure;
  const metrics = new Set(all.map((one) => one.points[0]?.figure.metric_id));
  const names = [
    regionName(context, region_id),
    metrics.size > 1 ? metricName(context, metric_id) : "",
  ];
  return names.filter(Boolean).join(punctuation[context.language].comma);
}

/** The first and the last figure of each series: what happened between them is for the eye. */
function trends(observations: readonly Observation[], context: ChartContext): string[] {
  const { language } = context;
  const all = seriesIn(observations, context);
  return all.flatMap((series) => {
    const [first, last] = [series.points[0], series.points.at(-1)];
    if (!first || !last) return [];
    const name = seriesName(series, all, context);
    const told = [first, last].flatMap(({ observation }) => [
      periodOf(observation, context) ?? "",
      shortValue(observation, context),
    ]);
    if (first === last) return [say(language, "describe.series_one", name, ...told.slice(0, 2))];
    return [say(language, "describe.series", name, ...told)];
  });
}

function cells(
  spec: ChartSpec,
  observations: readonly Observation[],
  context: ChartContext,
): string[] {
  const { language } = context;
  const grid = gridOf(spec, observations, context);
  const places = grid.rowIds.flatMap((row) => grid.columnIds.map((column) => grid.at(row, column)));
  const full = places.filter((place) => place.some(({ value }) => value !== null)).length;
  const [rows, columns] = [grid.rowIds.length, grid.columnIds.length];
  const [metrics, regions] = grid.rows === "metric_id" ? [rows, columns] : [columns, rows];
  return [say(language, "describe.grid", metrics, regions, full, places.length - full)];
}

function provinces(observations: readonly Observation[], { language, catalogue }: ChartContext) {
  const stated = observations.filter(({ value }) => value !== null);
  const regions = new Set(stated.map(({ region_id }) => region_id));
  const found = new Set([...regions].map((id) => catalogue.regions.get(id)?.province ?? id));
  return [say(language, "describe.tiles", found.size, regions.size)];
}

/** What must be named rather than counted. */
const MOST_NAMED = 6;

/** How the recomputations end; those that do not agree by name. */
function verdicts(observations: readonly Observation[], context: ChartContext): string[] {
  const { language } = context;
  const stated = observations.filter(({ value }) => value !== null);
  const verdictOf = ({ row }: Observation) => {
    const verdict = row["verdict"];
    return typeof verdict === "string" ? verdict : "";
  };
  return groups(stated, verdictOf).map(([verdict, members]) => {
    const word = `audit.verdict.${verdict}`;
    const title = say(language, isWord(word) ? word : "audit.none");
    const names = [...new Set(members.map(({ region_id }) => regionName(context, region_id)))];
    const isNamed = verdict === "mismatch" && names.length <= MOST_NAMED;
    return isNamed
      ? say(language, "describe.verdict", title, members.length, list(language, names))
      : say(language, "describe.verdict_count", title, members.length);
  });
}

/** What a chart that puts no values in order holds. */
export function contents(
  kind: string,
  spec: ChartSpec,
  observations: readonly Observation[],
  context: ChartContext,
): string[] {
  if (kind === "trend") return trends(observations, context);
  if (kind === "matrix") return cells(spec, observations, context);
  if (kind === "tiles") return provinces(observations, context);
  return kind === "audit" ? verdicts(observations, context) : [];
}

/** What no line may join, each with its reason. */
export function cutSentences(
  kind: string,
  spec: ChartSpec,
  observations: readonly Observation[],
  sections: readonly Section[],
  context: ChartContext,
): string[] {
  const named = (region_id: string, text: string) => {
    const region = regionName(context, region_id);
    if (context.language === "zh") return `${region}，${text}`;
    return `${region}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  };
  if (kind === "trend")
    return seriesIn(observations, context).flatMap(({ steps }) =>
      steps
        .filter(({ cut }) => cut !== null)
        .map((step) => named(step.to.figure.region_id, breakSentence(step, context))),
    );
  if (kind !== "slope") return [];
  const panels = sections.flatMap(({ arrangement }) => arrangement.panels);
  return panels.flatMap((panel) =>
    slopesOf(spec, panel.observations, context).slopes.flatMap(({ step }) =>
      step?.cut ? [named(step.to.figure.region_id, breakSentence(step, context))] : [],
    ),
  );
}
