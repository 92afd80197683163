import type { ChartContext } from "../../charts/index.ts";
import type { Child } from "../../dom/index.ts";
import { breakLines, breakPretty, drawLine, textRun } from "./inline.ts";
import { inLayer } from "./layers.ts";
import type { Align, Line, Pen, Run, TextStyle } from "./inline.ts";

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
export interface LayoutContext extends Pen {
  readonly context: ChartContext;
  /** Drawn for a phone. */
  readonly isNarrow: boolean;
}

export const nothing: Placed = { nodes: [], height: 0 };
export const body: TextStyle = { size: 13, weight: 400, color: "ink" };
export const quiet: TextStyle = { ...body, color: "quiet" };
export const bold = { weight: 600 } as const;
/** Of what stands within a line in smaller type. */
export const small: TextStyle = { ...quiet, size: 12 };

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
const header: BlockStyle = {
  text: { ...quiet, ...bold, size: 12 },
  leading: 18,
  above: 8,
  below: 4,
};
const detail: BlockStyle = { text: small, leading: 18, above: 4, below: 4 };

/** How each kind of text of a figure is set. */
export const styles = {
  plain,
  title: {
    text: { ...body, ...bold, size: 18 },
    leading: 26,
    above: 0,
    below: 5,
    isPretty: true,
  },
  subtitle: { ...plain, text: quiet, below: 10 },
  filtered: { ...plain, text: { ...body, ...bold }, below: 10 },
  note: { ...plain, text: quiet, above: 8 },
  heading: { text: { ...body, ...bold, size: 14 }, leading: 20, above: 18, below: 2 },
  headingRuled: {
    text: { ...body, ...bold, size: 14 },
    leading: 20,
    above: 14,
    below: 2,
    rule: "line",
  },
  header,
  headerRuled: { ...header, rule: "line" },
  panel: { ...header, text: { ...header.text, color: "ink" } },
  panelRuled: { ...header, text: { ...header.text, color: "ink" }, rule: "line" },
  detail,
  empty: { ...plain, text: quiet, above: 12, below: 12 },
  caveat: { ...plain, bullet: "triangle", isPretty: true },
  break: { ...plain, bullet: "break" },
  warning: { ...plain, isWarning: true, above: 8, below: 8 },
  further: { text: small, leading: 20, above: 0, below: 0 },
  more: { text: small, leading: 18, above: 2, below: 2 },
} as const satisfies Readonly<Record<string, BlockStyle>>;

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
  return build.svg("path", { d, stroke: ink(`var(--${color})`), fill: "none", ...inLayer("axis") });
}

/** Where lines begin, how far apart they are, and the size of their letters. */
interface LinesPlace {
  readonly x: number;
  readonly y: number;
  readonly leading: number;
  readonly size: number;
  readonly align?: Align;
}

/** Lines under each other from a top. */
export function drawLines(
  lines: readonly Line[],
  { x, y, leading, size, align }: LinesPlace,
  pen: Pen,
): Child[] {
  return lines.flatMap((line, i) =>
    drawLine(line, x, baseline(y + i * leading, leading, size), pen, align),
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
export function setRuns(
  runs: readonly Run[],
  style: BlockStyle,
  box: Box,
  layout: LayoutContext,
): Placed {
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
      style.rule ? rule(box.x, box.y + above + 0.5, box.width, style.rule, layout) : null,
      isWarning ? ground({ ...box, y: box.y + above }, height + 2 * pad, layout) : null,
      bulletOf(bullet, box.x, top + leading / 2, layout),
      drawLines(lines, { x: box.x + inset, y: top, leading, size: text.size }, layout),
    ],
    height: top - box.y + height + pad + below,
  };
}

/** A text in one look, set in a style. */
export function setText(text: string, style: BlockStyle, box: Box, layout: LayoutContext): Placed {
  return setRuns(textRun(text, style.text), style, box, layout);
}

/** One after the other, each where the last one ends. */
export type Set = (box: Box) => Placed;

/** Parts under each other, `gap` px apart; what is empty leaves no gap. */
export function stack(parts: readonly Set[], box: Box, gap = 0): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const set of parts) {
    const placed = set({ ...box, y: y === box.y ? y : y + gap });
    if (placed.height === 0) continue;
    nodes.push(placed.nodes);
    y += placed.height + (y === box.y ? 0 : gap);
  }
  return { nodes, height: y - box.y };
}
