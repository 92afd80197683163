import { headOf } from "./panel-notes.ts";
import {
  accessibleName,
  type FigureModel,
  type Series,
  type SeriesPanel,
  type TrendBody,
  type Years,
} from "../figures/index.ts";
import { type Notes, notesBelow, notesFor } from "./annotate.ts";
import { type Block, heading, line as textLine, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { breakMark, cutLabels, gaps } from "./trend-break.ts";
import {
  axis,
  type TrendScales,
  trendScales,
  hasLaw,
  law,
  LONG,
  size,
  zero,
} from "./trend-scales.ts";
import { change, line, pointMark } from "./trend-marks.ts";
import type { Box } from "./place.ts";
import { type Labels, labelsOf, occupied } from "./trend-labels.ts";
import { acrossTime, notesOn, onPoints } from "./trend-notes.ts";
import { say } from "../words/index.ts";
import { drawing } from "./shapes.ts";

interface PlacedPanel {
  readonly frame: TrendScales;
  readonly across: ReturnType<typeof acrossTime>;
  /** What later labels must leave free. */
  readonly taken: Box[];
  readonly labels: Labels;
}

/** The lowest panel in which no value hides another, else the one in which least is hidden. */
function placed(
  series: Series,
  years: Years,
  notes: Notes,
  width: number,
  context: ChartContext,
): PlacedPanel {
  const place = (plot: number): PlacedPanel => {
    const frame = trendScales(series, years, width, context, plot, headOf(notes));
    const across = acrossTime(notes, years, frame);
    const taken = [...occupied(series, frame), ...across.taken];
    return { frame, across, taken, labels: labelsOf(series, taken, frame) };
  };
  const [least, ...taller] = size.plots;
  let best = place(least);
  for (const plot of taller) {
    if (best.labels.hidden === 0) break;
    const next = place(plot);
    if (next.labels.hidden < best.labels.hidden) best = next;
  }
  return best;
}

function panelDrawing(
  series: Series,
  years: Years,
  notes: Notes,
  width: number,
  context: ChartContext,
): SVGElement {
  const own = notesOn(notes, series);
  const { frame, across, taken, labels } = placed(series, years, own, width, context);
  const height = frame.bottom + size.below + size.axis;
  const cuts = cutLabels(series, taken, frame);
  const { steps, points } = series;
  // In time, so that the arrow keys go from left to right.
  const inOrder = points.flatMap((point) => {
    const step = steps.find(({ to }) => to === point);
    const before = step ? [breakMark(step, cuts.get(step) ?? null, frame), gaps(step, frame)] : [];
    return [...before, step && change(step, labels, frame), pointMark(point, labels, frame)];
  });
  return drawing(
    width,
    height,
    context,
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

function panelBlocks(
  { series, title, subtitle, breaks }: SeriesPanel,
  years: Years,
  notes: Notes,
  width: number,
  context: ChartContext,
): Block {
  return {
    kind: "group",
    name: "panel",
    blocks: [
      ...heading(title),
      ...textLine("subtitle", subtitle),
      { kind: "drawing", svg: panelDrawing(series, years, notes, width, context) },
      ...listed(breaks, (texts) => ({ kind: "breaks", texts }) as const),
    ],
  };
}

/**
 * Figures of a region over time, a panel each region and metric, on one axis of years. A figure
 * covers the time that it counts; a line joins two only where nothing but the year differs.
 */
export function trend(
  { body: { panels, single, years, undated }, annotations }: FigureModel<TrendBody>,
  width: number,
  context: ChartContext,
): Block[] {
  const notes = notesFor(annotations);
  const isShort = panels.every(({ series: { points } }) => points.length <= LONG);
  const isWide = width >= size.wide && panels.length > 1 && isShort;
  const each = isWide ? (width - size.gap) / 2 : width;
  const title = say(context.language, "missing.group");
  const lonely = say(context.language, "trend.alone");
  const items = undated.map(({ observation, text }) => ({
    observation,
    text,
    name: accessibleName(observation, context),
  }));
  const isOpen = panels.length === 0;
  const blocks: Block[] = [
    ...panels.map((panel) => panelBlocks(panel, years, notes, each, context)),
    ...listed(single, (lones) => ({ kind: "alone", title: lonely, isOpen, lones }) as const),
    ...listed(items, (all) => ({ kind: "absent", title, items: all }) as const),
    ...notesBelow(notes, context),
  ];
  return [{ kind: "group", name: isWide ? "trend two" : "trend", blocks }];
}
