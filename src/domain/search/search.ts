import type { Language } from "../index.ts";
import { entriesOf, hitKinds } from "./entry.ts";
import type { Entry, HitKind, Searchable } from "./entry.ts";
import { fold, joined } from "./fold.ts";
import type { Span } from "./fold.ts";
import { exactMatch, approximateMatch, match } from "./match.ts";
import type { Match, Query } from "./match.ts";
import { nearTo, vocabularyOf } from "./typo.ts";

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Words that a mistyped one may have meant. */
  readonly vocabulary: readonly string[];
}

export interface SearchOptions {
  /** In which language names are given; default `zh`. */
  readonly language?: Language;
  /** Most hits to give; default 20. */
  readonly limit?: number;
  /** Only these kinds; default all. */
  readonly kinds?: readonly HitKind[];
}

export interface Hit {
  readonly kind: HitKind;
  /** `region_id`, `metric_id`, the agency's Chinese name, or `fact_id`. */
  readonly id: string;
  /** The name in the reader's language, or the clause. */
  readonly text: string;
  /** What to mark in `text`: UTF-16 offsets in order, end excluded; none where found elsewhere. */
  readonly ranges: readonly Span[];
  /** Higher is better; only the order means anything. */
  readonly score: number;
}

/** What is searched, prepared once: names folded, pinyin laid over its characters. */
export function createIndex(data: Searchable): SearchIndex {
  const entries = entriesOf(data);
  return { entries, vocabulary: vocabularyOf(entries) };
}

/**
 * Finds regions, metrics, agencies and clauses by Chinese text without word boundaries, pinyin
 * (whole, begun or initials) and English words; all words of a query must be found. Only where
 * nothing is found so, mistyped words and parts of a run of characters count. Best first: exact,
 * prefix, substring, then clauses, then what fits loosely. No query changes the index.
 */
export function search(
  { entries, vocabulary }: SearchIndex,
  text: string,
  { language = "zh", limit = 20, kinds = hitKinds }: SearchOptions = {},
): Hit[] {
  const query = queryOf(text, language);
  if (query.words.length === 0) return [];
  const among = entries.filter(({ kind }) => kinds.includes(kind));
  const strict = among.flatMap((entry) => match(entry, query, exactMatch) ?? []);
  const all = strict.length > 0 ? strict : looseMatches(among, query, vocabulary);
  return all
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(0, limit))
    .map((found) => toHit(found, language));
}

/** Longer queries are cut: nothing has so long a name. */
const LONGEST = 80;

/** Words stand between spaces and Chinese marks; marks at their ends are dropped. */
function queryOf(text: string, language: Language): Query {
  const words = text
    .slice(0, LONGEST)
    .split(/[\s，、；。]+/)
    .map((word) => fold(word).text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ""))
    .filter(Boolean);
  return { whole: words.join(" "), words, language };
}

function looseMatches(
  among: readonly Entry[],
  query: Query,
  vocabulary: readonly string[],
): Match[] {
  const near = new Map([query.whole, ...query.words].map((w) => [w, nearTo(w, vocabulary)]));
  const none = new Set<string>();
  const way = approximateMatch((word) => near.get(word) ?? none);
  return among.flatMap((entry) => match(entry, query, way) ?? []);
}

function toHit({ entry, score, finds }: Match, language: Language): Hit {
  const text = entry.text[language];
  const shown = finds.flatMap(({ found, field }) => {
    const original = field === null ? entry.text.zh : field.original;
    // A short name stands at the beginning of the name that is shown.
    const isShown = text.startsWith(original) && field?.role !== "around";
    return isShown ? found.spans : [];
  });
  return { kind: entry.kind, id: entry.id, text, ranges: joined(shown), score };
}
