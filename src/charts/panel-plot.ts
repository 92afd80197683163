import type { Child } from "../dom/index.ts";
import { missingRows } from "./absent.ts";
import { aloneList } from "./alone.ts";
import { noteList, notesFor, type Notes } from "./annotate.ts";
import { annotationsIn } from "./annotation.ts";
import { scaleOf, type Axis } from "./axis.ts";
import { axisLabels, gridLines, zeroLine } from "./axis-marks.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { layout, size, type Group, type Layout, type Line } from "./layout.ts";
import type { Frame } from "./mark.ts";
import type { Absent, Observation } from "./observation.ts";
import { acrossRows, besideMarks, headOf, notesOf } from "./panel-notes.ts";
import type { Arrangement } from "./panels.ts";
import type { Section } from "./sections.ts";
import type { ChartSpec } from "./spec.ts";
import { textWidth } from "./text.ts";

const AXIS_HEIGHT = 26;
const RIGHT = 14;

/** How a chart type draws the rows of its panels. */
export interface PanelStyle {
  readonly row: (line: Line, axis: Axis, frame: Frame) => Element;
  /** Figures of one series share a row; false by default. */
  readonly connect?: boolean;
  /** Lengths are read from zero: no logarithm, no axis that leaves it out; false by default. */
  readonly fromZero?: boolean;
  /** Room to the right of the axis that its labels need, in px. */
  readonly right?: (panel: Layout, left: number, width: number, context: ChartContext) => number;
  /** What is missing, where there is room for a row each; the list of names by default. */
  readonly absent?: typeof missingRows;
}

function group({ header, top, lines }: Group, axis: Axis, frame: Frame, { row }: PanelStyle) {
  const { svg } = frame.context.build;
  return svg(
    "g",
    { class: "group" },
    header.length > 0 ? svg("path", { class: "rule", d: `M0,${top + 2.5}H${frame.width}` }) : null,
    header.map((text, i) =>
      svg("text", { class: "header", "text-anchor": "start", x: 0, y: top + 18 + i * 16 }, text),
    ),
    lines.map((line) => row(line, axis, frame)),
  );
}

/** Room for the half of a tick's label that stands beyond the end of its axis. */
function halfTick({ ticks, label }: Axis, index: number): number {
  const tick = ticks.at(index);
  return tick === undefined ? 0 : textWidth(label(tick), size.tick) / 2 + 1;
}

/** What the panel is, and what must be known of it, over its rows. */
function heading({ header, notes }: Layout, { width, context: { build } }: Frame) {
  const { svg } = build;
  return svg(
    "g",
    { class: "heading" },
    header.length > 0 ? svg("path", { class: "rule", d: `M0,2.5H${width}` }) : null,
    header.map((text, i) =>
      svg("text", { class: "header panel", "text-anchor": "start", x: 0, y: 18 + i * 16 }, text),
    ),
    notes.map(({ text, y }) =>
      svg("text", { class: "detail", "text-anchor": "start", x: 0, y }, text),
    ),
  );
}

/** Grid and axis of a panel, and over them its rows and what is missing. */
function drawPanel(
  panel: Layout,
  missing: readonly Absent[],
  notes: Notes,
  width: number,
  context: ChartContext,
  style: PanelStyle,
): Element {
  const { axis, groups, top } = panel;
  const { svg } = context.build;
  const isNarrow = width < size.narrow;
  const left = isNarrow ? Math.max(RADIUS + 2, halfTick(axis, 0)) : size.gutter;
  const needed = style.right?.(panel, left, width, context) ?? 0;
  const right = width - Math.max(RIGHT, halfTick(axis, -1), needed);
  const axisTop = panel.height;
  const absent = (style.absent ?? missingRows)(missing, axisTop + AXIS_HEIGHT, width, context);
  const height = axisTop + AXIS_HEIGHT + absent.height;
  const frame: Frame = { width, left, right, x: scaleOf(axis, [left, right]), context };
  // The grid belongs to the rows, not to the words over them.
  const hasHead = panel.header.length + panel.notes.length > 0;
  const place = { x: frame.x, top: hasHead ? top : 0, bottom: axisTop };
  return drawing(
    width,
    height,
    context,
    gridLines(axis, place, context),
    style.fromZero ? zeroLine(place, context) : null,
    axisLabels(axis, place, context),
    svg(
      "g",
      { class: "rows" },
      acrossRows(notes, { ...frame, top, bottom: axisTop, axis }),
      heading(panel, frame),
      groups.map((one) => group(one, axis, frame, style)),
      besideMarks(notes, groups, { ...frame, hasRing: style.fromZero !== true }),
      absent.element,
    ),
  );
}

function drawing(width: number, height: number, { build }: ChartContext, ...children: Child[]) {
  const viewBox = `0 0 ${width} ${height}`;
  const look = { class: "fadu-plot", fill: "currentColor" };
  return build.svg("svg", { ...look, width, height, viewBox }, ...children);
}

export function missingDrawing(missing: readonly Absent[], width: number, context: ChartContext) {
  const { element, height } = missingRows(missing, 0, width, context);
  if (!element) return null;
  return drawing(width, height, context, element);
}

/** What is missing stands in the panel's own drawing where there is but one. */
function drawArrangement(
  spec: ChartSpec,
  { panels, alone, missing }: Arrangement,
  notes: Notes,
  width: number,
  context: ChartContext,
  style: PanelStyle,
) {
  const isOne = panels.length === 1 && alone.length === 0;
  const drawn = panels.map((panel) => {
    const own = notesOf(notes, panel);
    const placed = layout(spec, panel, width, { ...style, head: headOf(own) }, context);
    return drawPanel(placed, isOne ? missing : [], own, width, context, style);
  });
  return [drawn, aloneList(alone, context), isOne ? null : missingDrawing(missing, width, context)];
}

function everyRow({ panels, alone, missing }: Arrangement): Observation[] {
  return [
    ...panels.flatMap(({ observations }) => observations),
    ...alone.map(({ observation }) => observation),
    ...missing,
  ];
}

/** Sections, in each a panel (own axis) for what may stand together, then the rest. */
export function panelPlot(
  spec: ChartSpec,
  sections: readonly Section[],
  width: number,
  context: ChartContext,
  style: PanelStyle,
): Element {
  const { html } = context.build;
  const observations = sections.flatMap(({ arrangement }) => everyRow(arrangement));
  const notes = notesFor(annotationsIn(spec, observations, context));
  const drawn = sections.map(({ title, arrangement }) => [
    title ? html("h4", {}, title) : null,
    drawArrangement(spec, arrangement, notes, width, context, style),
  ]);
  return html("div", { class: "plot" }, drawn, noteList(notes, context));
}
