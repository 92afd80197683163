/** Lines with their ends (`\n`, `\r\n` or a lone `\r`), so that joining them gives the text back. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** A line without its end. */
export function withoutEnd(line: string): string {
  return line.replace(/(?:\r\n|\r|\n)$/, "");
}

/** A text without the line ends at its end; a pattern would look again from each run of them. */
export function withoutEnds(text: string): string {
  let end = text.length;
  while (end > 0 && "\r\n".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

export function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** The line that ends a text before another text, MyST's block break. */
export const mark = "+++";

/** Whether a line (without its end) is that mark. */
export function isMark(line: string): boolean {
  return line.trimEnd() === mark;
}

/** Where the offsets of a text lie; its lines are looked for once, so that many can be asked for. */
export interface Places {
  /** The offset of a line's beginning, from 0; the text's end for lines that it has not. */
  startOf(line: number): number;
  /** Line from 0 and column from 1. */
  at(offset: number): readonly [line: number, column: number];
  /** The place of a text from a line on, which begins there where it is not found. */
  of(text: string, line: number): readonly [line: number, column: number];
}

export function placesOf(text: string): Places {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const at = (offset: number): readonly [number, number] => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle;
    }
    return [low, offset - startOf(low) + 1];
  };
  // What is asked for in the order of the text is found from where the last was, not from its line.
  let [lastLine, lastEnd] = [-1, 0];
  const of = (wanted: string, line: number): readonly [number, number] => {
    const from = line === lastLine ? lastEnd : startOf(line);
    const found = text.indexOf(wanted, from);
    const again = found < 0 && from > startOf(line) ? text.indexOf(wanted, startOf(line)) : found;
    if (again < 0) return at(startOf(line));
    [lastLine, lastEnd] = [line, again + wanted.length];
    return at(again);
  };
  return { startOf, at, of };
}
