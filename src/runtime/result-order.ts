import type { Cells, Value } from "../engine/index.ts";
import type { Language } from "../domain/index.ts";
import { locale } from "../words/index.ts";

export interface Sort {
  /** Index of the column. */
  readonly column: number;
  readonly isDescending: boolean;
}

/** Results up to here are sorted in the page; longer ones by ORDER BY. */
export const SORTABLE = 5_000;

/** Row numbers in an order; equal rows stay as the query gave them, what has no value is last. */
export function orderOf(
  cells: readonly Cells[],
  length: number,
  { column, isDescending }: Sort,
  language: Language,
): number[] {
  const keys = Array.from({ length }, (_, row) => cells[column]?.key(row) ?? null);
  const collator = new Intl.Collator(locale(language));
  const sign = isDescending ? -1 : 1;
  return keys
    .map((_, index) => index)
    .sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null, sign, collator));
}

type Key = Value | bigint;

const isNumber = (key: Key): key is number | bigint =>
  typeof key === "number" || typeof key === "bigint";

function compare(a: Key, b: Key, sign: number, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (isNumber(a) && isNumber(b)) return sign * (a < b ? -1 : a > b ? 1 : 0);
  if (typeof a === "object" || typeof b === "object")
    return sign * collator.compare(JSON.stringify(a), JSON.stringify(b));
  return sign * collator.compare(String(a), String(b));
}
