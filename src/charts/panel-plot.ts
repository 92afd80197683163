import { aloneBlock, onlyFigure } from "./alone.ts";
import type { Child } from "../dom/index.ts";
import {
  type Absent,
  type Axis,
  type FigureModel,
  isOfOnePlace,
  type PanelModel,
  type PanelsBody,
  regionName,
  scaleOf,
  type SectionModel,
} from "../figures/index.ts";
import { missingRows } from "./absent.ts";
import { type Notes, notesBelow, notesFor } from "./annotate.ts";
import { axisLabels, gridLines, zeroLine } from "./axis-marks.ts";
import { type Block, type GroupBlock, heading } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { type Group, layout, type Layout, type Line, size } from "./layout.ts";
import type { PlotArea } from "./mark.ts";
import { acrossRows, besideMarks, headOf, notesOf } from "./panel-notes.ts";
import { say } from "../words/index.ts";
import { textWidth } from "./text.ts";

const AXIS_HEIGHT = 26;
const RIGHT = 14;

/** How a chart type draws the rows of its panels. */
export interface PanelStyle {
  readonly row: (line: Line, axis: Axis, frame: PlotArea) => Element;
  /** Lengths are read from zero: no logarithm, no axis that leaves it out; false by default. */
  readonly fromZero?: boolean;
  /** Room to the right of the axis that its labels need, in px. */
  readonly right?: (panel: Layout, left: number, width: number, context: ChartContext) => number;
  /** What is missing, where there is room for a row each; the list of names by default. */
  readonly absent?: typeof missingRows;
}

function group({ header, top, lines }: Group, axis: Axis, frame: PlotArea, { row }: PanelStyle) {
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
function headOfPanel({ header, notes }: Layout, { width, context: { build } }: PlotArea) {
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
): SVGElement {
  const { axis, groups, top } = panel;
  const { svg } = context.build;
  const isNarrow = width < size.narrow;
  const left = isNarrow ? Math.max(RADIUS + 2, halfTick(axis, 0)) : size.gutter;
  const needed = style.right?.(panel, left, width, context) ?? 0;
  const right = width - Math.max(RIGHT, halfTick(axis, -1), needed);
  const axisTop = panel.height;
  const absent = (style.absent ?? missingRows)(missing, axisTop + AXIS_HEIGHT, width, context);
  const height = axisTop + AXIS_HEIGHT + absent.height;
  const frame: PlotArea = { width, left, right, x: scaleOf(axis, [left, right]), context };
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
      headOfPanel(panel, frame),
      groups.map((one) => group(one, axis, frame, style)),
      besideMarks(notes, groups, frame),
      absent.element,
    ),
  );
}

function drawing(width: number, height: number, { build }: ChartContext, ...children: Child[]) {
  const viewBox = `0 0 ${width} ${height}`;
  const look = { class: "fadu-plot", fill: "currentColor" };
  return build.svg("svg", { ...look, width, height, viewBox }, ...children);
}

/** What is missing as a drawing of its own; none where nothing is. */
export function missingDrawing(
  missing: readonly Absent[],
  width: number,
  context: ChartContext,
): Block[] {
  const { element, height } = missingRows(missing, 0, width, context);
  return element ? [{ kind: "drawing", svg: drawing(width, height, context, element) }] : [];
}

/** What is missing stands in the panel's own drawing where there is but one. */
function sectionBlocks(
  { title, panels, alone, missing }: SectionModel,
  notes: Notes,
  width: number,
  context: ChartContext,
  style: PanelStyle,
): Block[] {
  const [initial] = panels;
  const isOne =
    initial !== undefined &&
    panels.length === 1 &&
    alone.length === 0 &&
    onlyFigure(initial) === null;
  const draw = (panel: PanelModel): readonly Block[] => {
    const only = onlyFigure(panel);
    if (only) return only;
    const own = notesOf(notes, panel);
    const placed = layout(panel, width, headOf(own), context);
    const svg = drawPanel(placed, isOne ? missing : [], own, width, context, style);
    return [{ kind: "drawing", svg }];
  };
  // After the first panel, what compares no places is folded under its name.
  const drawn = panels.flatMap((panel, at): readonly Block[] => {
    const [first, ...rest] = panel.observations;
    if (at === 0 || first === undefined || !isOfOnePlace(panel.observations)) return draw(panel);
    const region = regionName(context, first.region_id);
    const count = say(context.language, "panel.of", region, rest.length + 1);
    const fold = { title: panel.header, count, isOpen: false };
    return [{ kind: "fold", fold, blocks: draw({ ...panel, header: "" }) }];
  });
  return [
    ...heading(title),
    ...drawn,
    ...aloneBlock(alone, panels.length === 0, context),
    ...(isOne ? [] : missingDrawing(missing, width, context)),
  ];
}

/** Sections, in each a panel (own axis) for what may stand together, then the rest. */
export function panelPlot(
  { body, annotations }: FigureModel<PanelsBody>,
  width: number,
  context: ChartContext,
  style: PanelStyle,
): GroupBlock {
  const notes = notesFor(annotations);
  const sections = body.sections.flatMap((section) =>
    sectionBlocks(section, notes, width, context, style),
  );
  return { kind: "group", name: "plot", blocks: [...sections, ...notesBelow(notes, context)] };
}
