import type { Language } from "../index.ts";
import type { Entry, Field, HitKind } from "./entry.ts";
import type { Fit, Found } from "./find.ts";

/** What a fit is worth in a name; names that fit loosely come after clauses that hold the words. */
const worth: Readonly<Record<Fit, number>> = {
  exact: 1000,
  prefix: 800,
  whole_word: 740,
  word: 700,
  within: 600,
  gap: 80,
  typo: 60,
};

/** The same in a clause, below every name that holds the words. */
const clauseWorth: Readonly<Record<Fit, number>> = {
  exact: 200,
  prefix: 200,
  whole_word: 200,
  word: 200,
  within: 200,
  gap: 40,
  typo: 20,
};

const order: Readonly<Record<HitKind, number>> = { region: 3, metric: 2, agency: 1, clause: 0 };

/** Score of one found word: fit first, then initials, note or another language, kind, length. */
export function scoreOf(
  entry: Entry,
  { fit, initials }: Found,
  field: Field | null,
  language: Language,
): number {
  const base = (entry.kind === "clause" ? clauseWorth : worth)[fit];
  const aside = field?.role === "note" || field?.role === "around" ? 20 : 0;
  // What is shown can be marked: pinyin (no field) stands for the Chinese name.
  const foreign = (field?.role ?? "zh") === language ? 0 : 1;
  const length = Math.min(entry.text.zh.length, 40) / 10;
  return (
    base - (initials ? 60 : 0) - aside - foreign - length + order[entry.kind] * 2 + entry.weight
  );
}
