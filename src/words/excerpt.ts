import type { Language } from "../domain/index.ts";
import { list, say, type Word } from "./words.ts";

// Only `excerpt` makes one, so that no list ends like one that was cut and was not.
const cut: unique symbol = Symbol("cut");

/** What an excerpt leaves out. */
export interface Rest {
  /** How many are left out, at least two. */
  readonly left: number;
  /** How many there are in all. */
  readonly total: number;
  readonly [cut]: true;
}

/**
 * The first of some items and, where there are more, what is left out as the last entry: whoever
 * shows an excerpt has to say that too, which the compiler asks for. No other cut of a list is
 * shown (`test/cuts.test.ts`).
 */
export type Excerpt<T> = readonly (T | Rest)[];

export function isRest(item: unknown): item is Rest {
  return typeof item === "object" && item !== null && cut in item;
}

/** The first `most` items; all of them where nothing would be won by hiding a single one. */
export function excerpt<T>(items: readonly T[], most: number): Excerpt<T> {
  if (items.length <= most + 1) return items;
  const rest: Rest = { left: items.length - most, total: items.length, [cut]: true };
  return [...items.slice(0, most), rest];
}

/** The items of an excerpt and its rest apart, for who shows them in different places. */
export function parted<T>(items: Excerpt<T>): {
  readonly shown: readonly T[];
  readonly rest: Rest | null;
} {
  return {
    shown: items.filter((item): item is T => !isRest(item)),
    rest: items.find(isRest) ?? null,
  };
}

/** Names in a sentence, of many the first: 甲、乙等40个. `more` says the names and how many in all. */
export function excerptText(
  names: readonly string[],
  most: number,
  language: Language,
  more: Word = "list.more",
): string {
  const { shown, rest } = parted(excerpt(names, most));
  const text = list(language, shown);
  return rest ? say(language, more, text, rest.total) : text;
}
