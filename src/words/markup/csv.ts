import { guard } from "./guard.ts";

/** A value in a file of text, before it is written. */
export type CsvCell = string | number | boolean | null;

/**
 * A cell after RFC 4180: nothing for null, `""` for an empty text, a text that a spreadsheet would
 * run guarded. Blanks at an end would be lost without quotes.
 */
export function csvField(cell: CsvCell, delimiter = ","): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = guard(cell);
  const isPlain =
    text !== "" && !/["\r\n]/.test(text) && !text.includes(delimiter) && text === text.trim();
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
