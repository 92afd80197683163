import { PassageTree } from "./passages.ts";
import type { Ends } from "./passages.ts";

/** A passage that is looked for, and near which place. */
export interface Wanted {
  /** Not empty. */
  readonly passage: string;
  /** Where it is expected to begin; 0 for the first of all. */
  readonly near: number;
}

/** Where a passage stands. */
export interface Found {
  /** The place nearest to the one expected, of two as near the earlier. */
  readonly start: number;
  /** In how many places it stands. */
  readonly places: number;
}

/**
 * Finds each of many passages in a text, in the place nearest to where it is expected; null for one
 * that stands nowhere. One pass after Aho and Corasick (1975), which notes for each place the longest
 * passage that ends there; shorter ones that end with it are its descendants in the tree of ends, so
 * a sweep over the places with a tree of maxima answers every question. The time grows with the text
 * and the passages, times the logarithm of their number, whatever they hold.
 */
export function findNearest(text: string, wanted: readonly Wanted[]): (Found | null)[] {
  const passages = new PassageTree(wanted.map(({ passage }) => passage));
  const ends = passages.endsIn(text);
  const questions = wanted.map(({ passage, near }) => {
    const [first, last] = passages.range(passage);
    return { first, last, at: near + passage.length };
  });
  const before = lastUntil(ends, questions, passages.size);
  const behind = lastUntil(
    mirrored(ends),
    questions.map((one) => ({ ...one, at: -one.at })),
    passages.size,
  );
  const places = countsOf(ends, passages.size);
  return questions.map(({ first, last, at }, index) => {
    const count = (places[last] ?? 0) - (places[first] ?? 0);
    if (count === 0) return null;
    const length = wanted[index]?.passage.length ?? 0;
    const [left, right] = [before[index] ?? null, behind[index] ?? null];
    return { start: nearer(at, left, right === null ? null : -right) - length, places: count };
  });
}

function nearer(at: number, left: number | null, right: number | null): number {
  if (left === null) return right ?? 0;
  return right === null || at - left <= right - at ? left : right;
}

/** The same places counted from the end, as negative numbers. */
function mirrored({ at, leaf }: Ends): Ends {
  return { at: at.map((end) => -end).reverse(), leaf: leaf.slice().reverse() };
}

/** How many places have a leaf before each one. */
function countsOf({ leaf }: Ends, size: number): Int32Array {
  const counts = new Int32Array(size + 1);
  for (const one of leaf) counts[one + 1] = (counts[one + 1] ?? 0) + 1;
  for (let at = 1; at <= size; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return counts;
}

interface Question {
  readonly first: number;
  readonly last: number;
  readonly at: number;
}

/** For each question the last place up to `at` with a leaf of its range; null where none is. */
function lastUntil(ends: Ends, questions: readonly Question[], size: number): (number | null)[] {
  const latest = new LatestPlaces(size);
  const order = questions
    .map((_, index) => index)
    .sort((a, b) => (questions[a]?.at ?? 0) - (questions[b]?.at ?? 0));
  const answers: (number | null)[] = questions.map(() => null);
  let next = 0;
  for (const index of order) {
    const { first = 0, last = 0, at = 0 } = questions[index] ?? {};
    for (; next < ends.at.length && (ends.at[next] ?? 0) <= at; next++)
      latest.set(ends.leaf[next] ?? 0, ends.at[next] ?? 0);
    answers[index] = latest.among(first, last);
  }
  return answers;
}

const never = -(2 ** 31);

/** The latest place of each leaf, and of each stretch of leaves: places only come later. */
class LatestPlaces {
  readonly #size: number;
  readonly #tree: Int32Array;

  constructor(size: number) {
    this.#size = size;
    this.#tree = new Int32Array(2 * size).fill(never);
  }

  set(leaf: number, place: number): void {
    for (let at = leaf + this.#size; at >= 1; at >>= 1) this.#tree[at] = place;
  }

  among(first: number, last: number): number | null {
    let best = never;
    let [low, high] = [first + this.#size, last + this.#size];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) best = Math.max(best, this.#tree[low++] ?? never);
      if (high & 1) best = Math.max(best, this.#tree[--high] ?? never);
    }
    return best === never ? null : best;
  }
}
