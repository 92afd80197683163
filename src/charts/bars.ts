import { boundOf } from "../domain/index.ts";
import type { Block } from "./blocks.ts";
import {
  absenceName,
  absenceReason,
  absenceTitle,
  type Absent,
  type Axis,
  type FigureModel,
  glyphStyle,
  type PanelsBody,
  type Present,
  regionName,
  shortValue,
} from "../figures/index.ts";
import { absentGroup, missingRows } from "./absent.ts";
import { barGlyph, HALF } from "./bar-glyph.ts";
import type { ChartContext } from "./context.ts";
import { type Layout, type Line, NAME_GAP, size } from "./layout.ts";
import { bound, type PlotArea, HIT, label, labelWithin, valueLabel } from "./mark.ts";
import { missingAttributes } from "./attributes.ts";
import { panelPlot } from "./panel-plot.ts";
import { BOLD, textWidth, wrap } from "./text.ts";
import { reach } from "./reach.ts";
import { px, svgMark, symbolAt, textLines } from "./shapes.ts";

/** Between the end of a bar and its value, in px. */
const GAP = 8;

/** One figure as a bar that is a link to its clause. */
function barMark(observation: Present, line: Line, frame: PlotArea) {
  const { svg } = frame.context.build;
  const [zero, end] = [frame.x(0), frame.x(observation.value)];
  const way = boundOf(observation.qualifier);
  const style = glyphStyle(observation);
  const text = shortValue(observation, frame.context);
  const [low, high] = [Math.min(zero, end), Math.max(zero, end)];
  return svgMark(
    "mark",
    observation,
    frame.context,
    svg("rect", {
      class: "hit",
      x: px(low - 4),
      y: line.y - HIT + 2,
      width: px(Math.max(high - low + 8, 2 * HIT)),
      height: 2 * HIT - 4,
    }),
    way ? bound(end, line.y, way, frame) : null,
    barGlyph(frame.context.build, style, { zero, end, y: line.y }),
    reach(observation, line.y, frame.x, frame.context),
    observation.range
      ? labelWithin(text, end, line.y - HALF - 8, frame)
      : valueLabel(
          text,
          end,
          way ? line.y - HALF - 8 : line.y,
          frame,
          end < zero ? "left" : "right",
          GAP,
        ),
  );
}

function row(line: Line, _axis: Axis, frame: PlotArea): Element {
  const marks = line.observations.map((observation) => barMark(observation, line, frame));
  return frame.context.build.svg("g", { class: "row" }, label(line, frame), marks);
}

/** Room to the right of the axis in px, so that the value of the longest bar stands beside it. */
function roomForLabels(
  { axis, groups }: Layout,
  left: number,
  width: number,
  context: ChartContext,
): number {
  const [low, high] = axis.domain;
  const needs = groups.flatMap(({ lines }) =>
    lines.flatMap(({ observations }) =>
      observations.map((observation) => {
        if (observation.range) return 0;
        const part = (observation.value - low) / (high - low);
        const text = textWidth(shortValue(observation, context), size.label) * BOLD + GAP + 2;
        return part <= 0 ? 0 : (left + part * (width - left) + text - width) / part;
      }),
    ),
  );
  return Math.min(Math.max(0, ...needs), width * 0.4);
}

/** More rows than these without a figure are a list of names. */
const MOST_ROWS = 8;
const ROW = 28;

/** Regions without a figure as rows of their own: a square at the side where zero is, no bar. */
function absentRows(missing: readonly Absent[], top: number, width: number, context: ChartContext) {
  if (width < size.narrow || missing.length > MOST_ROWS || missing.length === 0)
    return missingRows(missing, top, width, context);
  const { build } = context;
  let next = top + 42;
  const rows = missing.map((observation) => {
    const y = next;
    const name = regionName(context, observation.region_id);
    const lines = wrap(name, (size.gutter - 14) / BOLD, size.label);
    const x = size.gutter + 20;
    const why = wrap(absenceReason(observation, context), width - x, size.detail);
    const gaps = [(lines.length - 1) * NAME_GAP, (why.length - 1) * size.lineGap];
    next += ROW + Math.max(...gaps);
    const attributes = missingAttributes(observation, context);
    return build.svg(
      "g",
      { ...attributes, "aria-label": absenceName(observation, context) },
      textLines("region", lines, { x: 0, y, gap: NAME_GAP }, context),
      symbolAt(`${size.gutter + 6},${y - 5}`, observation, context),
      textLines("detail", why, { x, y, gap: size.lineGap }, context),
    );
  });
  const element = absentGroup(absenceTitle(missing, context), rows, { top, width }, context);
  return { element, height: next - top - 12 };
}

/** Bars from zero, a row a figure: the length of a bar is what is read. */
export function bars(
  model: FigureModel<PanelsBody>,
  width: number,
  context: ChartContext,
): Block[] {
  const style = { row, fromZero: true, right: roomForLabels, absent: absentRows };
  return [panelPlot(model, width, context, style)];
}
