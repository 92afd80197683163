import { leftOf, rightOf, textOf, type Row } from "./rows.ts";
import type { Run } from "./runs.ts";

/** A line of text across its region. */
export interface Line {
  readonly kind: "line";
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
}

/** Lines of one cell stand nearer to each other than rows do, in sizes of the font. */
const oneRow = 1;

/** The rows of a region as lines and tables. */
export function blocksOf(rows: readonly Row[]): (Line | Table)[] {
  const blocks: (Line | Table)[] = [];
  for (let at = 0; at < rows.length;) {
    const end = tableEnd(rows, at);
    const table = end - at >= 2 ? tableOf(rows.slice(at, end)) : null;
    if (table !== null) {
      blocks.push(table);
      at = end;
    } else {
      const row = rows[at++];
      if (row !== undefined) blocks.push(lineOf(row));
    }
  }
  return blocks;
}

function lineOf(row: Row): Line {
  const { base, size } = row;
  return { kind: "line", text: textOf(row), left: leftOf(row), right: rightOf(row), base, size };
}

const isApart = (row: Row | undefined): boolean => row !== undefined && row.parts.length > 1;

/** Behind the last row in succession that has several parts, or is a part of a cell of one. */
function tableEnd(rows: readonly Row[], start: number): number {
  let end = start;
  while (end < rows.length && (isApart(rows[end]) || isOfCell(rows, end, start))) end += 1;
  return end;
}

/** Too near to the row before or behind it to be a row of its own. */
function isOfCell(rows: readonly Row[], at: number, start: number): boolean {
  const row = rows[at];
  const [before, next] = [at > start ? rows[at - 1] : undefined, rows[at + 1]];
  const isNear = (other: Row | undefined): boolean =>
    row !== undefined && other !== undefined && Math.abs(row.base - other.base) < oneRow * row.size;
  return isNear(before) || (isApart(next) && isNear(next));
}

interface Column {
  left: number;
  right: number;
}

/** The rows as a table; null where they do not stand in columns. */
function tableOf(rows: readonly Row[]): Table | null {
  const columns = columnsOf(rows);
  if (columns === null || rows.filter(isApart).length < 2) return null;
  const grid: string[][] = [];
  let base = -Infinity;
  for (const row of rows) {
    const last = grid.at(-1);
    const cells =
      last !== undefined && row.base - base < oneRow * row.size ? last : columns.map(() => "");
    if (cells !== last) grid.push(cells);
    base = row.base;
    for (const part of row.parts) {
      const column = nearest(columns, part);
      cells[column] = [cells[column], part.text].filter(Boolean).join(cells[column] ? "" : " ");
    }
  }
  return { kind: "table", rows: grid };
}

/** As many columns as the rows with the most parts have, unless these lie across each other. */
function columnsOf(rows: readonly Row[]): Column[] | null {
  const most = Math.max(...rows.map(({ parts }) => parts.length));
  const columns: Column[] = [];
  for (const { parts } of rows.filter((row) => row.parts.length === most))
    parts.forEach(({ left, right }, index) => {
      const column = (columns[index] ??= { left, right });
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
    });
  const areApart = columns.every(
    ({ left }, index) => index === 0 || left >= (columns[index - 1]?.right ?? 0),
  );
  return most >= 2 && areApart ? columns : null;
}

/** The column that a part covers most, else the one whose middle is nearest. */
function nearest(columns: readonly Column[], part: Run): number {
  const middle = (part.left + part.right) / 2;
  const scores = columns.map(({ left, right }) => {
    const shared = Math.min(right, part.right) - Math.max(left, part.left);
    return shared > 0 ? shared : -Math.abs((left + right) / 2 - middle) - 1;
  });
  return scores.indexOf(Math.max(...scores));
}
