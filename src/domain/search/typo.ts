import type { Entry, Field, Spoken } from "./entry.ts";
import { findText } from "./find.ts";
import type { Found } from "./find.ts";
import { isLatin, joined, wordsOf } from "./fold.ts";

/** Every English word and spoken name that a mistyped word may have meant, each once. */
export function vocabularyOf(entries: readonly Entry[]): string[] {
  const words = entries.flatMap(({ fields, spoken }) => [
    ...fields.flatMap((field) => (isEnglish(field) ? wordsOf(field.folded.text) : [])),
    ...(spoken ? spokenNames(spoken) : []),
  ]);
  return [...new Set(words)];
}

function isEnglish({ role }: Field): boolean {
  return role === "en" || role === "note";
}

/** The short name and the whole, without spaces. */
function spokenNames({ syllables, short }: Spoken): string[] {
  return [syllables.slice(0, short).join(""), syllables.join("")];
}

/** The words that differ from one typed by a letter, from eight letters on by two. */
export function nearTo(typed: string, vocabulary: readonly string[]): Set<string> {
  const allowed = isLatin(typed) && typed.length >= 5 ? (typed.length < 8 ? 1 : 2) : 0;
  if (allowed === 0) return new Set();
  return new Set(
    vocabulary.filter((word) => begins(typed, word) && distance(typed, word, allowed) <= allowed),
  );
}

/** The first letter or the second is right: that leaves few words to measure. */
function begins(typed: string, word: string): boolean {
  return typed[0] === word[0] || typed[1] === word[1];
}

/** Finds one of the words meant in an English text. */
export function findMistyped(field: Field, near: ReadonlySet<string>): Found | null {
  if (!isEnglish(field)) return null;
  for (const word of near) {
    const found = findText(field, word);
    if (found) return { fit: "typo", spans: found.spans };
  }
  return null;
}

/** Finds one of the names meant by its pinyin: zhangzuo, zhongqing for Chongqing. */
export function findMisspoken(spoken: Spoken, near: ReadonlySet<string>): Found | null {
  if (!spokenNames(spoken).some((name) => near.has(name))) return null;
  return { fit: "typo", spans: joined(spoken.spans.slice(0, spoken.short)) };
}

/**
 * Letters added, lost, changed or swapped with their neighbour (optimal string alignment, after
 * Damerau 1964); stops counting above `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, before);
    if (row.every((cost) => cost > most)) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Row `i` of the table: the cost of turning the first `i` letters of `a` into each start of `b`. */
function nextRow(a: string, b: string, i: number, last: number[], before: number[]): number[] {
  const row = [i];
  let left = i;
  for (let j = 1; j <= b.length; j++) {
    const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    let cost = Math.min(left + 1, (last[j] ?? 0) + 1, changed);
    if (j > 1 && i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
    row.push(cost);
    left = cost;
  }
  return row;
}
