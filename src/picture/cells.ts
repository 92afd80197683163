import type { Child } from "../dom/index.ts";
import { baseline, looks, type Press } from "./block.ts";
import {
  breakLines,
  drawLine,
  leastWidth,
  runsOf,
  type Align,
  type Line,
  type TextStyle,
} from "./inline.ts";

/** Elements that stand on lines of their own within a cell. */
const OWN_LINE = "a.mark, span.mark, small, q, div, p";

/** Nodes of a cell in paragraphs: what the page shows under each other. */
function paragraphs(cell: Element): Node[][] {
  const found: Node[][] = [];
  let open = false;
  for (const node of cell.childNodes) {
    const isOwn = node.nodeType === 1 && (node as Element).matches(OWN_LINE);
    if (isOwn || !open) found.push([node]);
    else found.at(-1)?.push(node);
    open = !isOwn;
  }
  return found;
}

/** The lines of a cell in a width. */
export function cellLines(cell: Element, width: number, style: TextStyle): Line[] {
  return paragraphs(cell).flatMap((nodes) => breakLines(runsOf(nodes, style, looks), width));
}

/** The width in which no word of a cell is cut. */
export function leastCellWidth(cell: Element, style: TextStyle): number {
  return Math.max(0, ...paragraphs(cell).map((nodes) => leastWidth(runsOf(nodes, style, looks))));
}

/** Draws lines of a cell; those with a symbol get the room that it needs. */
export function drawCell(
  lines: readonly Line[],
  { x, y, leading, size }: { x: number; y: number; leading: number; size: number },
  press: Press,
  align: Align = "start",
): Child[] {
  return lines.flatMap((line, i) =>
    drawLine(line, x, baseline(y + i * leading, leading, size), press, align),
  );
}
