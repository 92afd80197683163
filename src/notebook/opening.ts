import { parseAttributes } from "./attributes.ts";
import type { CellLanguage } from "./fence.ts";
import { closeOf } from "./fence.ts";
import { linesOf, withoutEnd } from "./lines.ts";

/** A fenced cell's bytes in four pieces. */
export interface Pieces {
  /** The opening line without its end. */
  readonly opening: string;
  /** The closing line without its end; ``` where the cell has none. */
  readonly close: string;
  /** The blank lines after the cell. */
  readonly blanks: string;
  /** Whether a line end follows the closing line (or should). */
  readonly isEnded: boolean;
}

const marker = "```";

export function piecesOf(raw: string): Pieces {
  const lines = linesOf(raw);
  const opening = lines.line(0);
  const at = closeOf(lines, 0, { marker });
  if (at === null) return { opening, close: marker, blanks: "", isEnded: true };
  const close = lines.between(at, at + 1);
  const blanks = lines.between(at + 1);
  return { opening, close: withoutEnd(close), blanks, isEnded: close !== withoutEnd(close) };
}

/** A fenced cell; `source` has the line ends of the file. */
export function fenced(pieces: Pieces, source: string, eol: string): string {
  const { opening, close, blanks, isEnded } = pieces;
  const body = source === "" ? "" : source + eol;
  return opening + eol + body + close + (isEnded ? eol : "") + blanks;
}

/** The opening line of a cell; attributes that cannot be written are left out. */
export function openingOf(
  language: CellLanguage,
  attributes: Readonly<Record<string, string>>,
): string {
  const written = Object.entries(attributes).filter(([n, v]) => isName(n) && isValue(v));
  return [marker + language, ...written.map(([n, v]) => `${n}=${quoted(v)}`)].join(" ");
}

/**
 * An opening line with an attribute set, or removed with null; null where the format cannot write
 * it (a name of other signs; a value with quotes, backticks or line ends). The rest of the line
 * stays as it is.
 */
export function withAttribute(opening: string, name: string, value: string | null): string | null {
  if (!isName(name) || (value !== null && !isValue(value))) return null;
  const start = /^`{3}\S*/.exec(opening)?.[0].length ?? 0;
  const places = placesOf(opening, start, name);
  if (value === null)
    return places.reduceRight((l, [from, to]) => l.slice(0, from).trimEnd() + l.slice(to), opening);
  const assignment = `${name}=${quoted(value)}`;
  const [first] = places;
  if (first === undefined) return `${opening.trimEnd()} ${assignment}`;
  return opening.slice(0, first[0]) + assignment + opening.slice(first[1]);
}

/** Where `name=value` stands in the line, each time. */
function placesOf(opening: string, start: number, name: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const { index, 0: text } of opening
    .slice(start)
    .matchAll(/[A-Za-z][\w-]*=(?:"[^"]*"|[^\s"]+)(?=\s|$)|\S+/g))
    if (text.startsWith(`${name}=`) && name in parseAttributes(text, 1, 1).values)
      found.push([start + index, start + index + text.length]);
  return found;
}

function isName(name: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(name);
}

function isValue(value: string): boolean {
  return !/["`\r\n]/.test(value);
}

function quoted(value: string): string {
  return /^[^\s"]+$/.test(value) ? value : `"${value}"`;
}
