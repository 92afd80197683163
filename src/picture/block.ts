import type { ChartContext } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import { breakLines, breakPretty, drawLine, runsOf, styled } from "./inline.ts";
import type { Line, Looks, Pen, Run, TextStyle } from "./inline.ts";

/** Where a block is set: its upper left corner and the width that it may take, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What was drawn, and how high it is in px. */
export interface Placed {
  readonly nodes: readonly Child[];
  readonly height: number;
}

/** What setting a page needs everywhere. */
export interface Press extends Pen {
  readonly context: ChartContext;
  /** Drawn for a phone. */
  readonly isNarrow: boolean;
}

export type SetBlock = (element: Element, box: Box, press: Press) => Placed;

export const nothing: Placed = { nodes: [], height: 0 };
export const body: TextStyle = { size: 13, weight: 400, color: "ink" };
const quiet = { color: "quiet" } as const;
const bold = { weight: 600 } as const;

/** What single words within a line look like, as in the page. */
export const looks: Looks = [
  ["strong, .region, .value", bold],
  [".detail, .key, .allowed, small, .example, .region-name, .reason.quiet", quiet],
  [".detail, small", { size: 12 }],
  [".alone .region, .alone .value", { size: 14 }],
  ["a.number", bold],
  ["h3 a.number, .subtitle a.number", {}],
];

/** How a block of text is set. */
export interface BlockStyle {
  readonly text: TextStyle;
  /** Height of a line in px. */
  readonly leading: number;
  readonly above: number;
  readonly below: number;
  /** A rule over it, in a colour of the palette. */
  readonly rule?: string;
  /** What stands before its first line. */
  readonly bullet?: "triangle" | "break" | "dot";
  /** A ground and a bar in the warning's colours. */
  readonly isWarning?: boolean;
  /** No last line of a word or two. */
  readonly isPretty?: boolean;
}

const plain: BlockStyle = { text: body, leading: 20, above: 0, below: 0 };
const header = { text: { ...body, ...bold, ...quiet, size: 12 }, leading: 18, above: 8, below: 4 };

const styles: readonly (readonly [selector: string, Partial<BlockStyle>])[] = [
  ["h3", { text: { ...body, ...bold, size: 18 }, leading: 26, below: 5, isPretty: true }],
  ["h4", { text: { ...body, ...bold, size: 14 }, leading: 20, above: 18, below: 2 }],
  [".trend h4", { above: 0 }],
  ["p.subtitle", { text: { ...body, ...quiet }, below: 10 }],
  ["p.filtered", { text: { ...body, ...bold }, below: 10 }],
  [".trend p.subtitle", { below: 2 }],
  [".note, .source", { text: { ...body, ...quiet }, above: 8 }],
  ["p.header", header],
  [".alone p.header", { text: { ...header.text, color: "ink" } }],
  [".slope p.header, .ranking p.header, .grammar p.header", { rule: "line" }],
  ["p.header.panel", { text: { ...header.text, color: "ink" } }],
  ["p.detail, p.key", { text: { ...body, ...quiet, size: 12 }, leading: 18, above: 4, below: 4 }],
  [".empty", { text: { ...body, ...quiet }, above: 12, below: 12 }],
  [".caveats li", { bullet: "triangle", isPretty: true }],
  [".breaks li", { bullet: "break" }],
  [".warning", { isWarning: true, above: 8, below: 8 }],
  ["summary", { text: { ...body, ...quiet, size: 12 }, leading: 18, above: 2, below: 2 }],
];

export function styleOf(element: Element): BlockStyle {
  return styles.reduce<BlockStyle>(
    (found, [selector, style]) => (element.matches(selector) ? { ...found, ...style } : found),
    plain,
  );
}

/** The baseline of a line of text that stands in the middle of its height. */
export function baseline(top: number, leading: number, size: number): number {
  return top + leading / 2 + size * 0.36;
}

export function rule(
  x: number,
  y: number,
  width: number,
  color: string,
  { build, ink }: Pen,
): Child {
  const d = `M${x},${y.toFixed(1)}H${(x + width).toFixed(1)}`;
  return build.svg("path", { d, stroke: ink(`var(--${color})`), fill: "none" });
}

/** Lines under each other from a top. */
export function drawLines(
  lines: readonly Line[],
  { x, y, leading, size }: { x: number; y: number; leading: number; size: number },
  pen: Pen,
): Child[] {
  return lines.flatMap((line, i) =>
    drawLine(line, x, baseline(y + i * leading, leading, size), pen),
  );
}

const INDENT = 15;

/** Drawn, not written: not every font has such signs. */
function bulletOf(
  kind: BlockStyle["bullet"],
  x: number,
  middle: number,
  { build, ink }: Pen,
): Child {
  const shapes = {
    triangle: `M${x},${middle - 4}l6,4l-6,4z`,
    break: `M${x},${middle + 4.5}l4,-9M${x + 4},${middle + 4.5}l4,-9`,
    dot: `M${x + 1},${middle - 2}h4v4h-4z`,
  };
  if (kind === undefined) return null;
  const color = ink("var(--warning)");
  const isLine = kind === "break";
  return build.svg("path", {
    d: shapes[kind],
    fill: isLine ? "none" : color,
    stroke: isLine ? color : null,
    "stroke-width": isLine ? 1.75 : null,
  });
}

/** The ground of a warning, behind its lines. */
function ground({ x, y, width }: Box, height: number, { build, ink }: Pen): Child {
  const rect = (color: string, across: number) =>
    build.svg("rect", { x, y, width: across, height, fill: ink(`var(--${color})`) });
  return [rect("warning-wash", width), rect("warning", 3)];
}

/** A text in a box, with what its style adds around it. */
export function setRuns(runs: readonly Run[], style: BlockStyle, box: Box, press: Press): Placed {
  if (runs.length === 0) return nothing;
  const { text, leading, above, below, bullet, isWarning = false } = style;
  const inset = bullet ? INDENT : isWarning ? 14 : 0;
  const pad = isWarning ? 8 : 0;
  const room = box.width - inset - (isWarning ? 10 : 0);
  const lines = (style.isPretty ? breakPretty : breakLines)(runs, room);
  const top = box.y + above + (style.rule ? 6 : 0) + pad;
  const height = lines.length * leading;
  return {
    nodes: [
      style.rule ? rule(box.x, box.y + above + 0.5, box.width, style.rule, press) : null,
      isWarning ? ground({ ...box, y: box.y + above }, height + 2 * pad, press) : null,
      bulletOf(bullet, box.x, top + leading / 2, press),
      drawLines(lines, { x: box.x + inset, y: top, leading, size: text.size }, press),
    ],
    height: top - box.y + height + pad + below,
  };
}

/** An element that holds only text, in the style that it has. */
export function setText(element: Element, box: Box, press: Press): Placed {
  const style = styleOf(element);
  const runs = runsOf(element.childNodes, styled(element, style.text, []), looks);
  return setRuns(runs, style, box, press);
}

/** Blocks under each other. */
export function stack(
  elements: Iterable<Element>,
  box: Box,
  press: Press,
  set: SetBlock,
  gap = 0,
): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const element of elements) {
    const placed = set(element, { ...box, y: y === box.y ? y : y + gap }, press);
    if (placed.height === 0) continue;
    nodes.push(placed.nodes);
    y += placed.height + (y === box.y ? 0 : gap);
  }
  return { nodes, height: y - box.y };
}
