import { leftOf, rightOf, type Row } from "./rows.ts";
import type { Run } from "./runs.ts";

/** Rows that are read one after another. */
export interface Region {
  readonly rows: readonly Row[];
  /** It is one of several columns, whose edges are its own. */
  readonly isColumn: boolean;
}

/** Columns have so many lines each. */
const fewest = 4;
/** Their lines are so full (share of the column) and so long (characters); cells are not. */
const fullest = 0.6;
const longest = 8;
/** Places tried for a gutter, and columns within columns. */
const mostPlaces = 60;
const deepest = 4;

/** The regions of a page in the order in which they are read. */
export function regionsOf(rows: readonly Row[], isColumn = false, depth = 0): Region[] {
  if (rows.length === 0) return [];
  const band = depth < deepest ? widestBand(rows) : null;
  if (band === null) return [{ rows, isColumn }];
  const { start, end, gutter } = band;
  const within = rows.slice(start, end);
  return [
    ...regionsOf(rows.slice(0, start), isColumn, depth + 1),
    ...regionsOf(
      side(within, (part) => part.right <= gutter),
      true,
      depth + 1,
    ),
    ...regionsOf(
      side(within, (part) => part.left >= gutter),
      true,
      depth + 1,
    ),
    ...regionsOf(rows.slice(end), isColumn, depth + 1),
  ];
}

function side(rows: readonly Row[], isIn: (part: Run) => boolean): Row[] {
  return rows
    .map((row) => ({ ...row, parts: row.parts.filter(isIn) }))
    .filter(({ parts }) => parts.length > 0);
}

/** Rows in succession that leave a gutter free. */
interface Band {
  readonly start: number;
  readonly end: number;
  readonly gutter: number;
}

/** The longest run of rows in two columns; null where there is none. */
function widestBand(rows: readonly Row[]): Band | null {
  let best: Band | null = null;
  for (const gutter of gutters(rows))
    for (const { start, end } of freeRuns(rows, gutter)) {
      if (best !== null && end - start <= best.end - best.start) continue;
      const band = { start, end, gutter };
      if (isColumns(rows.slice(start, end), gutter)) best = band;
    }
  return best;
}

/** Middles of gaps within rows, and of what no row covers, the commonest first. */
function gutters(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  const add = (left: number, right: number): void => {
    const middle = Math.round((left + right) / 8) * 4;
    counts.set(middle, (counts.get(middle) ?? 0) + 1);
  };
  for (const { parts } of rows)
    parts.slice(1).forEach((part, index) => add(parts[index]?.right ?? 0, part.left));
  const ends = rows.flatMap(({ parts }) => parts).toSorted((a, b) => a.left - b.left);
  let reached = ends[0]?.right ?? 0;
  for (const { left, right } of ends) {
    if (left > reached) add(reached, left);
    reached = Math.max(reached, right);
  }
  // Lines of columns that stand at different heights have no gap within a row.
  const lefts = new Map<number, number>();
  for (const row of rows) {
    const left = Math.round(leftOf(row));
    lefts.set(left, (lefts.get(left) ?? 0) + 1);
  }
  for (const [left, count] of lefts) if (count >= fewest) add(left - 4, left - 4);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostPlaces)
    .map(([middle]) => middle);
}

function freeRuns(rows: readonly Row[], gutter: number): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let start = 0;
  rows.forEach(({ parts }, index) => {
    if (!parts.some(({ left, right }) => left < gutter && right > gutter)) return;
    if (index > start) runs.push({ start, end: index });
    start = index + 1;
  });
  if (rows.length > start) runs.push({ start, end: rows.length });
  return runs;
}

function isColumns(rows: readonly Row[], gutter: number): boolean {
  const sides = [
    side(rows, (part) => part.right <= gutter),
    side(rows, (part) => part.left >= gutter),
  ];
  return sides.every((one) => one.length >= fewest && isText(one));
}

/** Most lines are full and long. */
function isText(rows: readonly Row[]): boolean {
  const left = Math.min(...rows.map(leftOf));
  const width = Math.max(...rows.map(rightOf)) - left;
  const long = rows.filter(
    ({ parts }) =>
      parts.reduce((sum, part) => sum + part.right - part.left, 0) > fullest * width &&
      parts.reduce((sum, { text }) => sum + text.length, 0) >= longest,
  );
  return long.length >= rows.length / 2;
}
