import type { Span } from "./spans.ts";
import { spanAt } from "./spans.ts";

/** What stands around a number in a table. */
export interface Cell {
  /** The words at the beginning of its row. */
  readonly label: Span | null;
  /** The words above it. */
  readonly header: Span | null;
  /** The counter that label or header gives; empty where neither does. */
  readonly counter: string;
  /** 万 or 亿 before it. */
  readonly scale: string;
}

interface Row extends Span {
  readonly cells: readonly Span[];
}

/** The rows of a folded text that have cells, and what stands around the numbers in them. */
export interface Tables {
  /** Null for a number outside a table. */
  cellAt(place: number): Cell | null;
}

/** Rows above a number that may be its header: headers of headers stand higher. */
const deepest = 60;

export function tablesIn(text: string): Tables {
  const rows = rowsOf(text);
  return {
    cellAt(place) {
      const row = spanAt(rows, place);
      if (!row) return null;
      const column = row.cells.findIndex(({ start, end }) => place >= start && place < end);
      if (column < 0 || !isNumber(text, row.cells[column])) return null;
      const label = row.cells.slice(0, column).find((cell) => isWords(text, cell)) ?? null;
      const header = headerOf(text, rows, rows.indexOf(row), column);
      return { label, header, ...unitOf(`${textOf(text, label)} ${textOf(text, header)}`) };
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
    if (cells.length > 1) rows.push({ start, end, cells });
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
  return cell ? text.slice(cell.start, cell.end).trim() : "";
}

/** A cell of a number alone, with or without a counter. */
function isNumber(text: string, cell: Span | undefined): boolean {
  return /^\d[\d,.]*\s*[^\d\s]{0,4}$/.test(textOf(text, cell));
}

function isWords(text: string, cell: Span | undefined): boolean {
  return /[一-龥]{2}/.test(textOf(text, cell)) && !isNumber(text, cell);
}

/** The nearest words above in the same column, without a gap between the rows. */
function headerOf(text: string, rows: readonly Row[], index: number, column: number): Span | null {
  for (let at = index - 1; at >= Math.max(0, index - deepest); at--) {
    const [row, below] = [rows[at], rows[at + 1]];
    if (!row || !below || row.end + 1 < below.start) return null;
    const cell = row.cells[column];
    if (cell && isWords(text, cell)) return cell;
  }
  return null;
}

const units: readonly (readonly [pattern: RegExp, counter: string])[] = [
  [/(万|亿)?元|金额/, "元"],
  [/家次|户次/, "家次"],
  [/%|率|占比|比例/, "%"],
  [/家数|户数|\(家\)|\(户\)/, "家"],
  [/人数|\(人\)|\(名\)/, "人"],
  [/次数|\(次\)/, "次"],
  [/项数|\(项\)|\(处\)|\(条\)/, "项"],
  [/件数|宗数|起数|数量|案件|\(件\)|\(宗\)|\(起\)|决定/, "件"],
];

function unitOf(words: string): Pick<Cell, "counter" | "scale"> {
  const found = units.find(([pattern]) => pattern.test(words));
  const scale = /(万|亿)元/.exec(words)?.[1] ?? "";
  return { counter: found?.[1] ?? "", scale: found?.[1] === "元" ? scale : "" };
}
