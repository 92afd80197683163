import { most, tooMany } from "./limits.ts";
import { linesOf } from "./lines.ts";

/** What a text has too much of to be read as a notebook, in words; null where it can be read. */
export function excessOf(text: string): string | null {
  const { length } = text;
  if (length > most.text) return tooMany("characters in the notebook", length, most.text);
  const isLong = length > most.lines && linesOf(text).has(most.lines);
  return isLong ? tooMany("lines in the notebook", null, most.lines) : null;
}
