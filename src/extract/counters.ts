import counters from "./lexicon/counters.json" with { type: "json" };

const families: Readonly<Record<string, readonly string[]>> = counters.families;

const every = new Set([...Object.values(families).flat(), ...counters.other]);
// What stands for no counter that is written.
for (const none of ["", "wan", "zero"]) every.delete(none);

/** All counters, the longest first, for a regular expression. */
export const counterPattern = [...every]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((counter) => counter.replace(/[()/.·‰%]/g, "\\$&"))
  .join("|");

/** The counters that a rule takes: names of families and counters themselves. */
export function countersOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => families[name] ?? [name]));
}
