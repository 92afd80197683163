import { firstAfter, spanAt } from "./spans.ts";
import type { Span } from "./spans.ts";
import { unitOf } from "./table-units.ts";
import type { TableUnit } from "./table-units.ts";

/** What stands around a number in a table. */
export interface Cell extends TableUnit {
  /** The words at the beginning of its row; null without any. */
  readonly label: Span | null;
  /** The words above it, those of the lowest row; null without any. */
  readonly header: Span | null;
  /** All words of its row, and all above it from the top: 行政处罚 案件数. */
  readonly labels: string;
  readonly headers: string;
}

/** A row; what spans columns stands in the first of them, what spans rows in each. */
interface Row extends Span {
  readonly cells: readonly Span[];
  readonly hasNumber: boolean;
  /** Index of the first row of its table. */
  readonly first: number;
}

/** The rows of a folded text that have cells, and what stands around the numbers in them. */
export interface Tables {
  /** Null for a number outside a table. */
  cellAt(place: number): Cell | null;
}

/** Rows above a number that may be its header: headers of headers stand higher. */
const deepest = 60;
/** A head has no more rows. */
const mostHeads = 4;

export function tablesIn(text: string): Tables {
  const rows = rowsOf(text);
  return {
    cellAt(place) {
      const row = spanAt(rows, place);
      if (!row) return null;
      const column = row.cells.findIndex(({ start, end }) => place >= start && place < end);
      if (column < 0 || !isNumber(text, row.cells[column])) return null;
      const heads = headsOf(text, rows, firstAfter(rows, place), column);
      const label = labelOf(text, row, column, heads.length > 0);
      const labels = textOf(text, label);
      const headers = heads.map((head) => textOf(text, head)).join(" ");
      const unit = unitOf(labels, headers, captionOf(text, rows, row));
      return { label, header: heads.at(-1) ?? null, labels, headers, ...unit };
    },
  };
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  if (!text.includes("\t")) return rows;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const cells = cellsOf(text, start, end);
    const last = rows.at(-1);
    const first = last && last.end + 1 === start ? last.first : rows.length;
    const hasNumber = cells.some((cell) => isNumber(text, cell));
    if (cells.length > 1) rows.push({ start, end, cells, hasNumber, first });
    start = end + 1;
  }
  return rows;
}

function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = [];
  for (let at = start; at <= end;) {
    const tab = text.indexOf("\t", at);
    const stop = tab < 0 || tab > end ? end : tab;
    cells.push({ start: at, end: stop });
    at = stop + 1;
  }
  return cells;
}

function textOf(text: string, cell: Span | null | undefined): string {
  return cell ? text.slice(cell.start, cell.end).trim().replace(/\s+/g, " ") : "";
}

/** A cell of a number alone, with or without a counter. */
function isNumber(text: string, cell: Span | undefined): boolean {
  return /^\d[\d,.]*\s*[^\d\s]{0,4}$/.test(textOf(text, cell));
}

function isWords(text: string, cell: Span | undefined): boolean {
  return /[一-龥]{2}/.test(textOf(text, cell)) && !isNumber(text, cell);
}

/**
 * The words at the beginning of a row, of one column or more (行政处罚 | 案件数); where nothing stands
 * above, those right before the number, as in a row of names and values.
 */
function labelOf(text: string, { cells }: Row, column: number, hasHead: boolean): Span | null {
  const words = cells.slice(0, column).map((cell) => isWords(text, cell));
  const last = words.lastIndexOf(true);
  if (last < 0) return null;
  const start = hasHead ? words.indexOf(true) : words.lastIndexOf(false, last) + 1;
  const stop = words.indexOf(false, start);
  const end = stop < 0 ? words.length : stop;
  return { start: cells[start]?.start ?? 0, end: cells[end - 1]?.end ?? 0 };
}

/** The words above a number, from the top: of the nearest row that has some, and of the head above it. */
function headsOf(text: string, rows: readonly Row[], index: number, column: number): Span[] {
  const heads: Span[] = [];
  const first = Math.max(rows[index]?.first ?? 0, index - deepest);
  for (let at = index - 1; at >= first && heads.length < mostHeads; at--) {
    const row = rows[at];
    if (!row || (heads.length > 0 && row.hasNumber)) break;
    const cell = heads.length === 0 ? row.cells[column] : headIn(text, row, column);
    if (!cell || !isWords(text, cell)) continue;
    if (textOf(text, cell) !== textOf(text, heads[0])) heads.unshift(cell);
  }
  return heads;
}

/** The cell over a column, or the one on its left that spans it; none of a caption over all of them. */
function headIn(text: string, { cells }: Row, column: number): Span | undefined {
  for (let at = column; at > 0; at--) {
    const cell = cells[at];
    if (textOf(text, cell) !== "") return cell;
  }
  return undefined;
}

/** What a table says of all its numbers: the line above it and its first row, where they are captions. */
function captionOf(text: string, rows: readonly Row[], { first }: Row): string {
  const top = rows[first];
  if (!top) return "";
  const before = text
    .slice(Math.max(0, top.start - 120), top.start)
    .split("\n")
    .slice(-4)
    .join(" ");
  const isCaption = top.cells.slice(1).every((cell) => textOf(text, cell) === "");
  return `${before} ${isCaption ? textOf(text, top.cells[0]) : ""}`;
}
