import { metricOf } from "../facts/index.ts";
import type { Child } from "../dom/index.ts";
import { punctuation, say } from "../i18n/index.ts";
import { metricName, regionName, type ChartContext } from "./context.ts";
import { noteList, notesFor, type Notes } from "./annotate.ts";
import { annotationsIn } from "./annotation.ts";
import { evidenceAttributes, scopeOf, shortValue } from "./name.ts";
import { isAbsent, type Observation } from "./observation.ts";
import { headOf } from "./panel-notes.ts";
import type { ChartSpec } from "./spec.ts";
import { seriesIn, type Series } from "./series.ts";
import { missingMark, symbol } from "./symbol.ts";
import { breakMark, breakSentence, cutLabels, gaps } from "./trend-break.ts";
import { axis, frameOf, hasLaw, isOffZero, law, LONG, size, yearsOf, zero } from "./trend-frame.ts";
import type { Years } from "./trend-frame.ts";
import { change, line, pointMark } from "./trend-marks.ts";
import { labelsOf, occupied } from "./trend-labels.ts";
import { acrossTime, notesOn, onPoints } from "./trend-notes.ts";

function drawing(
  series: Series,
  years: Years,
  notes: Notes,
  width: number,
  context: ChartContext,
): Element {
  const { svg } = context.build;
  const own = notesOn(notes, series);
  const frame = frameOf(series, years, width, context, headOf(own));
  const height = frame.bottom + size.below + size.axis;
  const across = acrossTime(own, years, frame);
  const taken = [...occupied(series, frame), ...across.taken];
  const labels = labelsOf(series, taken, frame);
  const cuts = cutLabels(series, taken, frame);
  const { steps, points } = series;
  // In time, so that the arrow keys go from left to right.
  const inOrder = points.flatMap((point) => {
    const step = steps.find(({ to }) => to === point);
    const before = step ? [breakMark(step, cuts.get(step) ?? null, frame), gaps(step, frame)] : [];
    return [
      ...before,
      step && change(step, labels, frame),
      pointMark(point, series, labels, frame),
    ];
  });
  return svg(
    "svg",
    { class: "fadu-plot", width, height, viewBox: `0 0 ${width} ${height}` },
    axis(years, frame),
    across.shapes,
    across.labels,
    zero(series, frame),
    hasLaw(series, years, context) ? law(frame) : null,
    steps.map((step) => line(step, frame)),
    inOrder,
    onPoints(own, series, taken, frame),
  );
}

/** What all figures of a panel share; what differs is in the names and the reasons. */
function subtitle(series: Series, context: ChartContext): string {
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

function panel(
  series: Series,
  years: Years,
  notes: Notes,
  width: number,
  context: ChartContext,
): Child {
  const { build, language } = context;
  const [first] = series.points;
  if (!first) return null;
  const { region_id, metric_id } = first.figure;
  const reasons = series.steps.filter(({ cut }) => cut !== null);
  const name = metricOf(metric_id, context.catalogue)?.[language] ?? metricName(context, metric_id);
  const text = subtitle(series, context);
  return build.html(
    "div",
    { class: "panel" },
    build.html(
      "h4",
      {},
      [regionName(context, region_id), name].filter(Boolean).join(punctuation[language].colon),
    ),
    text ? build.html("p", { class: "subtitle" }, text) : null,
    drawing(series, years, notes, width, context),
    reasons.length > 0
      ? build.html(
          "ul",
          { class: "breaks" },
          reasons.map((step) => build.html("li", {}, breakSentence(step, context))),
        )
      : null,
  );
}

/** What cannot be placed in time: no value, or a value of no known period. */
function aside(observations: readonly Observation[], context: ChartContext): Child {
  const { build, language } = context;
  const joint = punctuation[language].colon;
  const items = observations.flatMap((observation) => {
    const region = regionName(context, observation.region_id);
    if (isAbsent(observation)) {
      const why = say(language, `missing.${observation.missing}`);
      return [missingMark(observation, context, region + joint + why)];
    }
    if (observation.period_start !== null) return [];
    const text = `${region}${joint}${shortValue(observation, context)} (${say(language, "trend.undated")})`;
    return [
      build.html(
        "a",
        { class: "mark", ...evidenceAttributes(observation, context) },
        symbol(observation, context),
        text,
      ),
    ];
  });
  if (items.length === 0) return null;
  return build.html(
    "div",
    { class: "none" },
    build.html("p", { class: "subtitle" }, say(language, "missing.group")),
    items,
  );
}

/**
 * Figures of a region over time, a panel each region and metric, on one axis of years. A figure
 * covers the time that it counts; a line joins two only where nothing but the year differs.
 */
export function trend(
  spec: ChartSpec,
  observations: readonly Observation[],
  width: number,
  context: ChartContext,
): Element {
  const { html } = context.build;
  const series = seriesIn(observations, context);
  const years = yearsOf(series);
  const notes = notesFor(annotationsIn(spec, observations, context));
  const isShort = series.every(({ points }) => points.length <= LONG);
  const isWide = width >= size.wide && series.length > 1 && isShort;
  const each = isWide ? (width - size.gap) / 2 : width;
  return html(
    "div",
    { class: isWide ? "trend two" : "trend" },
    series.map((one) => panel(one, years, notes, each, context)),
    aside(observations, context),
    noteList(notes, context),
  );
}
