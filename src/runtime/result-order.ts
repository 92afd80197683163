import { toRows, type Value } from "../engine/index.ts";
import type { Table } from "apache-arrow";
import type { Language } from "../facts/index.ts";
import { locale } from "../i18n/index.ts";

export interface Sort {
  /** Index of the column. */
  readonly column: number;
  readonly isDescending: boolean;
}

/** Results up to here are sorted in the page; longer ones by ORDER BY. */
export const SORTABLE = 5_000;

/** Row numbers in an order; equal rows stay as the query gave them, what has no value is last. */
export function orderOf(table: Table, { column, isDescending }: Sort, language: Language) {
  const name = table.schema.fields[column]?.name;
  const values = toRows(table.select([String(name)])).map((row) => row[String(name)] ?? null);
  const collator = new Intl.Collator(locale(language));
  const sign = isDescending ? -1 : 1;
  return values
    .map((_, index) => index)
    .sort((a, b) => compare(values[a] ?? null, values[b] ?? null, sign, collator));
}

function compare(a: Value, b: Value, sign: number, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b || 0);
  if (typeof a === "object" || typeof b === "object")
    return sign * collator.compare(JSON.stringify(a), JSON.stringify(b));
  return sign * collator.compare(String(a), String(b));
}
