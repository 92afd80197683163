import type { Child } from "../../dom/index.ts";
import { baseline, type LayoutContext } from "./block.ts";
import { breakLines, drawLine, leastWidth, type Line, type Run } from "./inline.ts";

/** A cell of a table: its paragraphs, each on lines of its own. */
export type Cell = readonly (readonly Run[])[];

/** The lines of a cell in a width. */
export function cellLines(cell: Cell, width: number): Line[] {
  return cell.flatMap((runs) => breakLines(runs, width));
}

/** The width in which no word of a cell is cut. */
export function leastCellWidth(cell: Cell): number {
  return Math.max(0, ...cell.map(leastWidth));
}

/** Draws lines of a cell; those with a symbol get the room that it needs. */
export function drawCell(
  lines: readonly Line[],
  { x, y, leading, size }: { x: number; y: number; leading: number; size: number },
  layout: LayoutContext,
): Child[] {
  return lines.flatMap((line, i) =>
    drawLine(line, x, baseline(y + i * leading, leading, size), layout),
  );
}
