import { splitLines } from "../lines.ts";

/** Where guarded code has more text than its source: offset in the source, length of the text. */
export type Shift = readonly [offset: number, length: number];

/**
 * The place in a source of a place in its guarded code.
 * @param line 1-based, the same in both
 * @param column 1-based, in the guarded code
 * @returns the 1-based column in the source; null where the source has no such line
 */
export function sourceColumn(
  source: string,
  shifts: readonly Shift[],
  line: number,
  column: number,
): number | null {
  const lines = splitLines(source);
  const text = lines[line - 1];
  if (text === undefined) return null;
  const start = lines.slice(0, line - 1).join("").length;
  let inserted = 0;
  for (const [offset, length] of shifts) {
    if (offset < start || offset > start + text.length) continue;
    // A place within inserted text is where it was inserted.
    const from = offset - start + inserted;
    if (column - 1 < from + length) return Math.min(column - inserted, offset - start + 1);
    inserted += length;
  }
  return Math.min(column - inserted, text.length + 1);
}
