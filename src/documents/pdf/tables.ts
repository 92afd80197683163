import { joint } from "../wide.ts";
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

/** Rows are never so near to each other, in sizes of the font: these are lines of one row. */
const oneRow = 1.15;
/** Lines of a cell are alike far from each other, and rows clearly farther. */
const alike = 1.08;
const farther = 1.15;
/** A line of one part within a table is no wider, of the table, and no farther from a row, in sizes. */
const narrow = 0.6;
const close = 2.5;
/** So many lines may stand between two that have several parts. */
const ahead = 4;

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

/** Too near to a row to be one of its own, or narrow and between rows. */
function isOfCell(rows: readonly Row[], at: number, start: number): boolean {
  const row = rows[at];
  const [before, next] = [at > start ? rows[at - 1] : undefined, rows[at + 1]];
  const isWithin = (other: Row | undefined, sizes: number): boolean =>
    row !== undefined && other !== undefined && Math.abs(row.base - other.base) < sizes * row.size;
  if (isWithin(before, oneRow) || (isApart(next) && isWithin(next, oneRow))) return true;
  if (row === undefined || before === undefined || !isWithin(before, close)) return false;
  const width = rightOf(before) - leftOf(before);
  return (
    rows.slice(at + 1, at + 1 + ahead).some(isApart) && rightOf(row) - leftOf(row) < narrow * width
  );
}

interface Column {
  left: number;
  right: number;
}

/** The rows as a table; null where they do not stand in columns. */
function tableOf(rows: readonly Row[]): Table | null {
  const columns = columnsOf(rows);
  if (columns === null || rows.filter(isApart).length < 2) return null;
  const lines = rows.map((row) => ({
    cells: cellsOf(row, columns),
    base: row.base,
    size: row.size,
  }));
  const pitch = pitchOf(lines);
  const grid: Filled[] = [];
  for (const line of lines) {
    const above = grid.at(-1);
    if (above !== undefined && fits(above, line, pitch)) add(above, line);
    else grid.push(filled(line));
  }
  return { kind: "table", rows: grid.map(({ cells }) => cells) };
}

interface CellLine {
  readonly cells: readonly string[];
  readonly base: number;
  readonly size: number;
}

/** How far lines of one cell are from each other at most; 0 where rows are no farther. */
function pitchOf(lines: readonly CellLine[]): number {
  const gaps = (lines[0]?.cells ?? []).flatMap((_, column) => {
    const own = lines.filter(({ cells }) => cells[column] !== "");
    return own.slice(1).map(({ base }, index) => base - (own[index]?.base ?? 0));
  });
  const least = Math.min(...gaps);
  return Math.max(...gaps) >= farther * least ? alike * least : 0;
}

/** A row of a table as far as it has been read. */
interface Filled {
  readonly cells: string[];
  /** Of the last line in each column, -Infinity where there is none. */
  readonly bases: number[];
  /** Columns in which it has a number. */
  readonly numbers: boolean[];
  /** One of its lines has something in each column. */
  isWhole: boolean;
}

const isWhole = ({ cells }: CellLine): boolean => cells.every((cell) => cell !== "");

function filled(line: CellLine): Filled {
  const empty = line.cells.map(() => "");
  const row: Filled = {
    cells: empty,
    bases: empty.map(() => -Infinity),
    numbers: empty.map(() => false),
    isWhole: false,
  };
  add(row, line);
  return row;
}

function add(row: Filled, line: CellLine): void {
  row.isWhole ||= isWhole(line);
  line.cells.forEach((cell, column) => {
    if (cell === "") return;
    row.cells[column] = added(row.cells[column] ?? "", cell);
    row.bases[column] = line.base;
    row.numbers[column] ||= isNumber(cell);
  });
}

/** Whether a line goes on with a row. Two whole lines are two rows, and so are two numbers below each other. */
function fits(row: Filled, line: CellLine, pitch: number): boolean {
  if (line.base - Math.max(...row.bases) < oneRow * line.size) return true;
  if (row.isWhole && isWhole(line)) return false;
  if (line.cells.some((cell, column) => isNumber(cell) && row.numbers[column])) return false;
  return line.cells.some(
    (cell, column) => cell !== "" && line.base - (row.bases[column] ?? -Infinity) <= pitch,
  );
}

function cellsOf({ parts }: Row, columns: readonly Column[]): string[] {
  const cells = columns.map(() => "");
  for (const part of parts) {
    const column = nearest(columns, part);
    cells[column] = added(cells[column] ?? "", part.text);
  }
  return cells;
}

const added = (before: string, text: string): string => before + joint(before, text) + text;

const isNumber = (text: string): boolean => /^[-+]?[\d.,，]+\s*[%％]?$/.test(text);

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
