import writeWorkbook, { type CellObject } from "write-excel-file/universal";
import type { About } from "../export.ts";
import { guard } from "../../words/markup/index.ts";
import { FileError } from "../types.ts";
import { textOf, type ColumnarResult, type OutCell, type OutKind } from "./columnar-result.ts";

/** What a sheet holds, by its format. */
const mostRows = 1_048_575;
const longestText = 32_767;

/**
 * A sheet, its names bold and in view; numbers are numbers, dates are dates. What is said of the
 * whole is a second sheet, `about`.
 */
export async function toXlsx(
  { columns, values, rows }: ColumnarResult,
  about: About = [],
): Promise<Blob> {
  if (rows > mostRows) throw new FileError("too_many_rows", mostRows);
  const head = columns.map(({ name }): CellObject => ({
    value: textFor(name),
    fontWeight: "bold",
  }));
  const body = Array.from({ length: rows }, (_, row) =>
    columns.map(({ kind }, index) => cellOf(values[index]?.[row] ?? null, kind)),
  );
  const widths = columns.map(({ name, kind }, index) => ({
    width: widthOf(name, kind, values[index] ?? []),
  }));
  const data = { data: [head, ...body], columns: widths, stickyRowsCount: 1, sheet: "data" };
  return writeWorkbook(about.length === 0 ? [data] : [data, aboutSheet(about)]).toBlob();
}

function aboutSheet(about: About) {
  const text = (value: string) => ({ value: textFor(value), type: String });
  const rows = about.map(([name, value]): CellObject[] => [
    { ...text(name), fontWeight: "bold" },
    { ...text(value), wrap: true },
  ]);
  return { data: rows, columns: [{ width: 14 }, { width: 90 }], sheet: "about" };
}

const formats = { date: "yyyy-mm-dd", timestamp: "yyyy-mm-dd hh:mm:ss" } as const;

function cellOf(cell: OutCell, kind: OutKind): CellObject | null {
  if (cell === null) return null;
  if (kind === "date" || kind === "timestamp")
    return { value: new Date(Number(cell)), type: Date, format: formats[kind] };
  if (typeof cell === "number" && Number.isFinite(cell)) return { value: cell, type: Number };
  if (typeof cell === "boolean") return { value: cell, type: Boolean };
  return { value: textFor(String(cell)), type: String };
}

/**
 * As a sheet holds it: guarded, no longer than it may be, and what XML cannot hold by its number.
 * A text that looks like such a number, `_x0041_`, has its first sign written so.
 */
function textFor(text: string): string {
  return fitting(guard(text))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\0-\x08\x0B-\x1F\u{FFFD}-\u{FFFF}]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/** A text that no cell can hold ends with how long it is: it does not look whole. */
function fitting(text: string): string {
  if (text.length <= longestText) return text;
  const mark = `…（共${text.length}字 · ${text.length} characters in all）`;
  // No half of a character that is two in the count.
  return text.slice(0, longestText - mark.length).replace(/[\uD800-\uDBFF]$/, "") + mark;
}

/** In characters; one of Chinese is two wide. */
function widthOf(name: string, kind: OutKind, cells: readonly OutCell[]): number {
  const texts = cells.slice(0, 100).map((cell) => textOf(cell, kind) ?? "");
  const longest = [name, ...texts].reduce((most, text) => Math.max(most, wide(text)), 0);
  return Math.min(60, Math.max(8, longest + 2));
}

function wide(text: string): number {
  let width = 0;
  for (const character of text.slice(0, 60)) width += character > "\u{2E7F}" ? 2 : 1;
  return width;
}
