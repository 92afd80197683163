/** A stretch of the text that is marked; several may have the same. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** A stretch of the text, and the marks that it lies in. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

/** A stretch cut where marks begin and end, in order and without gaps. `marks` in order of their starts. */
export function segmentsOf(marks: readonly Marked[], start: number, end: number): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  if (inside.length === 0) return end > start ? [{ start, end, ids: [] }] : [];
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? start;
    const ids = inside.filter((mark) => mark.start < to && mark.end > from).map(({ id }) => id);
    return { start: from, end: to, ids };
  });
}

/** A line of the text; one that is very long is several. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units of a line at most: what is laid out at once. */
const LONGEST = 3000;

/** The lines of a text that hold something, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    for (let from = start; from < end;) {
      const to = cutAt(text, Math.min(end, from + LONGEST));
      if (text.slice(from, to).trim() !== "") lines.push({ start: from, end: to });
      from = to;
    }
    start = end + 1;
  }
  return lines;
}

/** Never between the halves of one character. */
function cutAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at < text.length && code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/**
 * The text as it is shown: what shows nothing or turns the direction of what stands beside it has a
 * sign in its place, one for each UTF-16 unit, so that all offsets hold.
 */
export function shownText(text: string): string {
  return text.replace(unseen, (found) => "\u25af".repeat(found.length));
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0](?<![\t\r])/gu;
