/** Lines with their ends (`\n`, `\r\n` or a lone `\r`), so that joining them gives the text back. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** A line without its end. */
export function withoutEnd(line: string): string {
  if (line.endsWith("\r\n")) return line.slice(0, -2);
  return endsLine(line) ? line.slice(0, -1) : line;
}

/** Whether a text ends with a line end; a pattern would look from each of its lines. */
export function endsLine(text: string): boolean {
  return text.endsWith("\n") || text.endsWith("\r");
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

/**
 * A text by its lines. They are looked for and cut out when they are asked for: at every key the
 * whole text is read again, and of most lines the first sign says all.
 */
export interface Lines {
  has(index: number): boolean;
  readonly count: number;
  /** A line without its end; "" past the last. */
  line(index: number): string;
  /** The first sign of a line that is no blank, where at most three stand before it; else "". */
  sign(index: number): string;
  isBlank(index: number): boolean;
  /** The offset of a line's beginning; the text's end for lines that it has not. */
  startOf(index: number): number;
  /** From one line up to another, or to the end, with their ends. */
  between(from: number, to?: number): string;
}

const [LF, CR] = [0x0a, 0x0d];

export function linesOf(text: string): Lines {
  const starts = [0];
  let at = 0;
  const startOf = (index: number): number => {
    for (; starts.length <= index && at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
    }
    return starts[index] ?? text.length;
  };
  const between: Lines["between"] = (from, to = Infinity) =>
    text.slice(startOf(from), to === Infinity ? text.length : startOf(to));
  const line = (index: number): string => withoutEnd(between(index, index + 1));
  const has = (index: number): boolean => startOf(index) < text.length;
  return {
    has,
    get count() {
      startOf(Infinity);
      // After a line end at its end a text has no line more.
      return starts.at(-1) === text.length ? starts.length - 1 : starts.length;
    },
    line,
    sign(index) {
      let from = startOf(index);
      for (const most = from + 3; from < most && text.charAt(from) === " ";) from++;
      return text.charAt(from);
    },
    isBlank: (index) => isBlank(line(index)),
    startOf,
    between,
  };
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
  const { startOf, count } = linesOf(text);
  // After a line end at its end one more begins.
  const begun = text === "" || endsLine(text) ? count + 1 : count;
  const at = (offset: number): readonly [number, number] => {
    let [low, high] = [0, begun];
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
