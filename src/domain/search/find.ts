import type { Field, Spoken } from "./entry.ts";
import { isLatin, joined, unfold } from "./fold.ts";
import type { Span } from "./fold.ts";

/** How well a text fits, best first; what each is worth stands in rank.ts. */
export const fits = ["exact", "prefix", "whole_word", "word", "within", "gap", "typo"] as const;
export type Fit = (typeof fits)[number];

export interface Found {
  readonly fit: Fit;
  /** What to mark in the field's original (for pinyin: in the Chinese name). */
  readonly spans: readonly Span[];
  /** Only the initials of the syllables were typed. */
  readonly initials?: boolean;
}

/** Finds a folded query as it stands: the whole text, its beginning, a word's, or anywhere. */
export function findText({ folded }: Field, query: string): Found | null {
  const at = query === "" ? -1 : placeOf(folded.text, query);
  if (at < 0) return null;
  const spans = unfold(folded, at, at + query.length);
  if (at > 0) return { fit: fitWithin(folded.text, at, at + query.length), spans };
  return { fit: folded.text.length === query.length ? "exact" : "prefix", spans };
}

/** How a query stands inside a text: as a word of it, as the beginning of one, or anywhere. */
function fitWithin(text: string, start: number, end: number): Fit {
  if (!startsWord(text, start)) return "within";
  return /[a-z0-9]/.test(text.charAt(end)) ? "word" : "whole_word";
}

/** Where a query stands: at the start of a word if it does so anywhere; Latin letters only there. */
function placeOf(text: string, query: string): number {
  const latin = /^[a-z0-9]/.test(query);
  let first = -1;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    if (at === 0 || startsWord(text, at)) return at;
    if (first < 0) first = at;
  }
  return latin ? -1 : first;
}

/** A Latin word starts here: Chinese has no such places. */
function startsWord(text: string, at: number): boolean {
  return /[a-z0-9]/.test(text.charAt(at)) && !/[a-z0-9.]/.test(text.charAt(at - 1));
}

/**
 * Finds Chinese characters in their order with others between (克州 in 克孜勒苏柯尔克孜自治州), in
 * the narrowest window; none wider than twice the query and one.
 */
export function findGaps({ folded }: Field, query: string): Found | null {
  const characters = [...query];
  if (characters.length < 2) return null;
  let best: number[] | null = null;
  for (let end = folded.text.length - 1; end > 0; end--) {
    const places = backwards(folded.text, characters, end);
    if (places && width(places) < (best ? width(best) : 2 * characters.length + 2)) best = places;
  }
  return best && { fit: "gap", spans: joined(best.flatMap((at) => unfold(folded, at, at + 1))) };
}

/** Places of the characters, the last at `end` exactly and each other as late as it can be. */
function backwards(text: string, characters: readonly string[], end: number): number[] | null {
  if (text[end] !== characters.at(-1)) return null;
  const places: number[] = [end];
  for (const character of characters.slice(0, -1).toReversed()) {
    const at = text.lastIndexOf(character, (places[0] ?? 0) - 1);
    if (at < 0 || places[0] === 0) return null;
    places.unshift(at);
  }
  return places;
}

function width(places: readonly number[]): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
}

/**
 * Finds Latin letters as pinyin: whole syllables, initials (z or zh), or a mixture, the last one
 * begun: zhangzhou, zzs, zhzhs, zhangz. One letter counts at the beginning only.
 */
export function findPinyin(spoken: Spoken, query: string): Found | null {
  if (!isLatin(query)) return null;
  const { syllables, spans, short } = spoken;
  let best: Found | null = null;
  for (let start = 0; start < (query.length === 1 ? 1 : syllables.length); start++) {
    if (syllables[start]?.[0] !== query[0]) continue;
    const read = readPinyin(syllables, start, query);
    if (!read) continue;
    const isWhole = start === 0 && !read.begun && [short, syllables.length].includes(read.end);
    const fit: Fit = isWhole ? "exact" : start === 0 ? "prefix" : "within";
    const found = { fit, spans: joined(spans.slice(start, read.end)), initials: read.initials };
    if (!best || order(found) < order(best)) best = found;
  }
  return best;
}

function order({ fit, initials }: Found): number {
  return fits.indexOf(fit) * 2 + (initials ? 1 : 0);
}

interface Read {
  readonly end: number;
  readonly initials: boolean;
  /** The last syllable is not complete, nor an initial. */
  readonly begun: boolean;
}

/** Reads all of `query` from a syllable on, whole syllables before initials; null where it fails. */
function readPinyin(syllables: readonly string[], at: number, query: string): Read | null {
  const syllable = syllables[at];
  if (syllable === undefined) return null;
  if (query === syllable) return { end: at + 1, initials: false, begun: false };
  if (query.startsWith(syllable)) {
    const rest = readPinyin(syllables, at + 1, query.slice(syllable.length));
    if (rest) return rest;
  }
  const initial = /^[zcs]h/.test(syllable) ? 2 : 1;
  for (const length of new Set([initial, 1])) {
    const start = syllable.slice(0, length);
    if (query === start) return { end: at + 1, initials: true, begun: false };
    const rest = query.startsWith(start)
      ? readPinyin(syllables, at + 1, query.slice(length))
      : null;
    if (rest) return { ...rest, initials: true };
  }
  return syllable.startsWith(query) ? { end: at + 1, initials: false, begun: true } : null;
}
