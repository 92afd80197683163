import { unusedName } from "../engine/identifier.ts";
import type { Report } from "./types.ts";

/**
 * Names as columns: trimmed, an empty one called `column_3` after its place, a repeated one given
 * a number (`n`, `n_2`); case does not tell names apart in SQL. All changes are reported.
 */
export function columnNames(names: readonly string[], report: Report): string[] {
  const taken = new Set<string>();
  return names.map((original, index) => {
    const trimmed = original.replace(/\s+/g, " ").trim();
    const name = unusedName(trimmed || `column_${index + 1}`, taken);
    taken.add(name.toLowerCase());
    if (trimmed === "") report("header_empty", name, name);
    else if (name !== trimmed) report("header_repeated", trimmed, name);
    return name;
  });
}

const plainName = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u;

/** Words after which the engine takes no bare name of a table; a test asks it for each of its own. */
const sqlWords = new Set(
  (
    "all analyse analyze and anti any array as asc asof asymmetric at authorization " +
    "binary both by case cast check collate collation column concurrently constraint " +
    "create cross default deferrable desc describe distinct do else end except false " +
    "fetch for foreign freeze from full glob group having ilike in initially inner " +
    "intersect into is isnull join lambda lateral leading left like limit natural not " +
    "notnull null offset on only or order outer overlaps pivot pivot_longer pivot_wider " +
    "placing positional primary qualify references returning right select semi show " +
    "similar some summarize symmetric table tablesample then to trailing true union " +
    "unique unpack unpivot using variadic verbose when where window with"
  ).split(" "),
);

/** Why a name will not do for a table: it needs quotes, is SQL's own, or is taken. */
export type NameFault = "invalid" | "taken";

/** Null where the name can be written into SQL as it is and is free. */
export function nameFault(name: string, taken: readonly string[] = []): NameFault | null {
  if (!plainName.test(name) || name.length > 63 || sqlWords.has(name.toLowerCase()))
    return "invalid";
  return taken.some((other) => other.toLowerCase() === name.toLowerCase()) ? "taken" : null;
}

/** A name for the table of a file: `2023年 罚款(终).xlsx` → `t2023年_罚款_终`. */
export function suggestName(file: string, taken: readonly string[] = []): string {
  const stem = file.replace(/\.[^.]{1,8}$/, "").normalize("NFKC");
  const words = stem
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 50);
  const begun = /^[\p{L}_]/u.test(words) ? words : `t${words}`;
  const base = begun === "t" || nameFault(begun) !== null ? `${begun}_table` : begun;
  return unusedName(base, new Set(taken.map((name) => name.toLowerCase())));
}
