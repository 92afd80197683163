import { breakLines, leastWidth, type Line, type Run } from "./inline.ts";

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
