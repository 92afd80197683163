import type { Language } from "../index.ts";
import type { Entry, Field } from "./entry.ts";
import { findGaps, findPinyin, findText } from "./find.ts";
import type { Found } from "./find.ts";
import { hasHan, joined } from "./fold.ts";
import { scoreOf } from "./rank.ts";
import { findMisspoken, findMistyped } from "./typo.ts";

export interface Find {
  readonly found: Found;
  /** The field that holds it; null for the Chinese name, found by its pinyin. */
  readonly field: Field | null;
}

export interface Match {
  readonly entry: Entry;
  readonly score: number;
  readonly finds: readonly Find[];
}

/** A query folded: as a whole, and its words. */
export interface Query {
  readonly whole: string;
  readonly words: readonly string[];
  readonly language: Language;
}

/** How an entry is searched for a word; `alone` where the query has no other. */
export type Way = (entry: Entry, word: string, alone: boolean) => Find[];

/** The query as a whole, or else all its words, of which the weakest counts most; null where one fails. */
export function match(entry: Entry, { whole, words, language }: Query, way: Way): Match | null {
  const top = best(entry, way(entry, whole, true), language);
  if (top) return { entry, score: top.score, finds: [top.find] };
  if (words.length === 1) return null;
  const each: Scored[] = [];
  for (const word of words) {
    const one = best(entry, way(entry, word, false), language);
    if (one === null) return null;
    each.push(one);
  }
  const scores = each.map((one) => one.score);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const score = Math.min(...scores) * 0.9 + mean * 0.1 - 1;
  return { entry, score, finds: each.map(({ find }) => find) };
}

interface Scored {
  readonly find: Find;
  readonly score: number;
}

function best(entry: Entry, finds: readonly Find[], language: Language): Scored | null {
  let top: Scored | null = null;
  for (const find of finds) {
    const score = scoreOf(entry, find.found, find.field, language);
    if (top === null || score > top.score) top = { find, score };
  }
  return top;
}

/** As typed: text in any field, pinyin in the name. A clause's surroundings need another word. */
export const exactMatch: Way = (entry, word, alone) => {
  const finds: Find[] = [];
  for (const field of entry.fields)
    if (!alone || field.role !== "around") add(finds, findText(field, word), field);
  if (entry.spoken) add(finds, findPinyin(entry.spoken, word.replaceAll(" ", "")), null);
  return finds;
};

/**
 * With a letter wrong, characters left out, or most pairs of characters found in a clause.
 * `near` gives the words that a mistyped one may have meant.
 */
export function approximateMatch(near: (word: string) => ReadonlySet<string>): Way {
  return (entry, word, alone) => {
    // Alone it was looked for as typed before, and not found.
    const finds = alone ? [] : exactMatch(entry, word, alone);
    if (finds.length > 0) return finds;
    if (hasHan(word)) return entry.kind === "clause" ? pairs(entry, word) : gaps(entry, word);
    const meant = near(word);
    if (meant.size === 0) return [];
    for (const field of entry.fields) add(finds, findMistyped(field, meant), field);
    if (entry.spoken) add(finds, findMisspoken(entry.spoken, meant), null);
    return finds;
  };
}

function gaps(entry: Entry, word: string): Find[] {
  const finds: Find[] = [];
  for (const field of entry.fields)
    if (field.role === "zh") add(finds, findGaps(field, word), field);
  return finds;
}

/** A run such as 漳州罚款: more than half of its pairs stand in the clause or around it. */
function pairs(entry: Entry, word: string): Find[] {
  const characters = [...word];
  if (characters.length < 4) return [];
  const bigrams = characters.slice(1).map((next, at) => `${characters[at] ?? ""}${next}`);
  const finds = bigrams.flatMap((bigram) => firstFind(entry, bigram) ?? []);
  if (finds.length * 2 <= bigrams.length) return [];
  const fields = finds.map((one) => one.field);
  const field = fields.find((one) => one?.role === "zh") ?? fields[0] ?? null;
  const spans = joined(finds.flatMap((one) => (one.field === field ? one.found.spans : [])));
  return [{ field, found: { fit: "gap", spans } }];
}

function firstFind(entry: Entry, word: string): Find | null {
  for (const field of entry.fields) {
    const found = findText(field, word);
    if (found) return { found, field };
  }
  return null;
}

function add(finds: Find[], found: Found | null, field: Field | null): void {
  if (found) finds.push({ found, field });
}
