import { closeOf, openFence } from "./fence.ts";
import { isBlank, mark, splitLines, withoutEnd } from "./lines.ts";
import { outline } from "./parse.ts";

/** The line end that a file uses; `\n` where it has none or an old lone `\r`. */
export function lineEndOf(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? "\n";
}

/** All line ends of a text as the file writes them. */
export function withLineEnds(text: string, eol: string): string {
  return text.replace(/\r\n|\r|\n/g, eol);
}

/** The text with a line end at its end; nothing stays nothing. */
export function terminated(text: string, eol: string): string {
  return text === "" || /[\r\n]$/.test(text) ? text : text + eol;
}

/** The text with a blank line at its end, so that what follows stands apart. */
export function spaced(text: string, eol: string): string {
  const ended = terminated(text, eol);
  return isBlank(splitLines(ended).at(-1) ?? "") ? ended : ended + eol;
}

/** The marker of the fence that a stretch of cells leaves open, or null. */
export function openMarker(text: string): string | null {
  const lines = splitLines(text).map(withoutEnd);
  for (let i = 0; i < lines.length; i++) {
    const fence = openFence(lines[i] ?? "");
    if (fence === null) continue;
    const close = closeOf(lines, i, fence);
    if (close === null) return fence.marker;
    i = close;
  }
  return null;
}

/** The stretch with its last fence closed, so that it cannot swallow the cells after it. */
export function sealed(text: string, eol: string): string {
  const marker = openMarker(text);
  return marker === null ? text : terminated(text, eol) + marker + eol;
}

/** Blank lines before a text would belong to the cell before it. */
export function withoutLeadingBlanks(text: string): string {
  const lines = splitLines(text);
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? "" : lines.slice(first).join("");
}

/** A text cell without anything in it: only the mark says that it is there. */
export function emptyText(eol: string): string {
  return mark + eol + eol;
}

/** Whether the stretch begins with a text, which another text before it would swallow. */
export function beginsAsText(raw: string): boolean {
  return openFence(withoutEnd(splitLines(raw)[0] ?? ""))?.language == null;
}

/** Whether the stretch ends with a text (with a mark or without). */
export function endsAsText(raw: string): boolean {
  return outline(raw).at(-1)?.language === null;
}

/** The stretch without the mark at its end, unless nothing else says that a text is there. */
export function withoutMark(raw: string, eol: string): string {
  const last = outline(raw).at(-1);
  if (last === undefined || last.language !== null || last.close === null || last.close === 0)
    return raw;
  const tail = last.lines.slice(last.close).join("");
  return spaced(raw.slice(0, raw.length - tail.length), eol);
}

/** The stretch with a mark at its end, for a text that another text follows. */
export function withMark(raw: string, eol: string): string {
  if (outline(raw).at(-1)?.close != null) return raw;
  return terminated(raw, eol) + mark + eol + eol;
}
