import type { SurfaceForm } from "./lexicon.ts";
import { anchorsIn, formsOf } from "./lexicon.ts";
import { firstAfter } from "./spans.ts";
import type { Span } from "./spans.ts";
import type { Hit } from "./trie.ts";

/** A form of the lexicon that stands in the text, and the stretch that it takes up. */
export interface Candidate extends Span {
  readonly form: SurfaceForm;
}

/** The forms of the lexicon in a folded text. */
export class FormFinder {
  readonly #text: string;
  readonly #anchors: readonly Hit[];

  constructor(text: string) {
    this.#text = text;
    this.#anchors = anchorsIn(text);
  }

  /** Forms of one side that lie whole within a stretch, in the order of their ends. */
  within(side: SurfaceForm["side"], { start, end }: Span): Candidate[] {
    const found: Candidate[] = [];
    for (let at = firstAfter(this.#anchors, start); at < this.#anchors.length; at++) {
      const hit = this.#anchors[at];
      if (!hit || hit.end > end) break;
      if (hit.start < start) continue;
      for (const form of formsOf(hit)) {
        const span = form.side === side ? this.#whole(form, hit, { start, end }) : null;
        if (span) found.push({ form, ...span });
      }
    }
    return found;
  }

  /** The stretch of a form of several parts, of which the anchor is one end. */
  #whole({ side, parts }: SurfaceForm, hit: Hit, { start, end }: Span): Span | null {
    if (parts.length < 2) return { start: hit.start, end: hit.end };
    const text = this.#text.slice(start, end);
    if (side === "right") {
      const last = forwards(text, parts.slice(1), hit.end - start);
      return last === null ? null : { start: hit.start, end: start + last };
    }
    const first = backwards(text, parts.slice(0, -1), hit.start - start);
    return first === null ? null : { start: start + first, end: hit.end };
  }
}

/** Where the last of parts ends that follow each other from a place on; null where one is missing. */
function forwards(text: string, parts: readonly string[], from: number): number | null {
  let at = from;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return null;
    at = found + part.length;
  }
  return at;
}

/** Where the first of parts begins that precede a place in their order; null where one is missing. */
function backwards(text: string, parts: readonly string[], from: number): number | null {
  let at = from;
  for (const part of parts.toReversed()) {
    const found = at < part.length ? -1 : text.lastIndexOf(part, at - part.length);
    if (found < 0) return null;
    at = found;
  }
  return at;
}

/** Candidates that follow each other without overlap, the longest in each place. */
export function rowOf(candidates: readonly Candidate[]): Candidate[] {
  const row: Candidate[] = [];
  const longest = candidates.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const candidate of longest)
    if (row.every(({ start, end }) => candidate.end <= start || candidate.start >= end))
      row.push(candidate);
  return row.sort((a, b) => a.start - b.start);
}
