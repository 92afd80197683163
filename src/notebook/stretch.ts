import { fenceAt } from "./fence.ts";
import { endsLine, isBlank, linesOf, mark, withoutEnd } from "./lines.ts";
import { outline, type Outline } from "./parse.ts";

/** The line end that a file uses; `\n` where it has none or an old lone `\r`. */
export function lineEndOf(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? "\n";
}

/** All line ends of a text as the file writes them. */
export function withLineEnds(text: string, eol: string): string {
  // Of a long text that is so already no copy is made at every key.
  if (eol === "\n" && !text.includes("\r")) return text;
  return text.replace(/\r\n|\r|\n/g, eol);
}

/** The text with a line end at its end; nothing stays nothing. */
export function terminated(text: string, eol: string): string {
  return text === "" || endsLine(text) ? text : text + eol;
}

/** The text with a blank line at its end, so that what follows stands apart. */
export function spaced(text: string, eol: string): string {
  const ended = terminated(text, eol);
  const body = withoutEnd(ended);
  const last = body.slice(Math.max(body.lastIndexOf("\n"), body.lastIndexOf("\r")) + 1);
  return isBlank(last) ? ended : ended + eol;
}

/** A stretch of a notebook's text, with the cells in it, which are looked for once. */
export interface Stretch {
  readonly text: string;
  readonly cells: readonly Outline[];
}

export function stretchOf(text: string): Stretch {
  return { text, cells: outline(text) };
}

/** The stretch with another text; the same where it is the same. */
function changed(stretch: Stretch, text: string): Stretch {
  return text === stretch.text ? stretch : stretchOf(text);
}

/** The marker of the fence that a stretch leaves open, or null. */
export function openMarker({ cells }: Stretch): string | null {
  return cells.at(-1)?.open ?? null;
}

/** The stretch with its last fence closed, so that it cannot swallow the cells after it. */
export function sealed(stretch: Stretch, eol: string): Stretch {
  const marker = openMarker(stretch);
  if (marker === null) return stretch;
  return stretchOf(terminated(stretch.text, eol) + marker + eol);
}

/** Blank lines before a text would belong to the cell before it. */
export function withoutLeadingBlanks(text: string): string {
  const lines = linesOf(text);
  let first = 0;
  while (lines.has(first) && lines.isBlank(first)) first++;
  return lines.between(first);
}

/** A text cell without anything in it: only the mark says that it is there. */
export function emptyText(eol: string): string {
  return mark + eol + eol;
}

/** Whether a stretch begins with a text, which another text before it would swallow. */
export function beginsAsText(text: string): boolean {
  return fenceAt(linesOf(text), 0)?.language == null;
}

/** Whether the stretch ends with a text (with a mark or without). */
export function endsAsText({ cells }: Stretch): boolean {
  return cells.at(-1)?.language === null;
}

/** The stretch with a line end at its end, and a blank line where it is to stand apart. */
export function ended(stretch: Stretch, eol: string, isApart: boolean): Stretch {
  return changed(stretch, (isApart ? spaced : terminated)(stretch.text, eol));
}

/** The stretch without the mark at its end, unless nothing else says that a text is there. */
export function withoutMark(stretch: Stretch, eol: string): Stretch {
  const last = stretch.cells.at(-1);
  if (last === undefined || last.language !== null || last.close === null || last.close === 0)
    return stretch;
  const { text } = stretch;
  const tail = last.raw.slice(last.close);
  return changed(stretch, spaced(text.slice(0, text.length - tail.length), eol));
}

/** The stretch with a mark at its end, for a text that another text follows. */
export function withMark(stretch: Stretch, eol: string): Stretch {
  if (stretch.cells.at(-1)?.close != null) return stretch;
  return stretchOf(terminated(stretch.text, eol) + mark + eol + eol);
}
