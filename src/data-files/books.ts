import { convert } from "./convert.ts";
import type { Note } from "./infer.ts";
import { rules, type Rule } from "./rules.ts";
import type { ProblemCode } from "./types.ts";

/** `2023.10`: October, and no fraction of a year. */
const monthPattern = /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$/;
const monthName = /月|month|period|期/i;

/** Counts what is to be said, with the first example. */
export function noteBook() {
  const found = new Map<string, Note>();
  return {
    add(key: string, code: ProblemCode, first: string): void {
      const before = found.get(key);
      found.set(key, { code, count: (before?.count ?? 0) + 1, first: before?.first ?? first });
    },
    under: (...keys: readonly string[]): Note[] =>
      [...found].flatMap(([key, note]) => (keys.some((one) => key.startsWith(one)) ? [note] : [])),
  };
}

/** Which rules still fit all cells of a column, with cells for which they are needed. */
export function ruleBook() {
  const alive = new Set<Rule>(rules.filter((rule) => rule !== "loose"));
  const examples: string[] = [];
  return {
    see(text: string, isNeeded: boolean): void {
      for (const rule of alive) {
        const type = rule === "comma" ? "DOUBLE" : /utc|wall/.test(rule) ? "TIMESTAMP" : "DATE";
        if (convert(text, type, rule) == null) alive.delete(rule);
      }
      if (isNeeded && examples.length < 3 && !examples.includes(text)) examples.push(text);
    },
    fits: (rule: Rule): boolean => alive.has(rule) && examples.length > 0,
    examples,
  };
}

/** Whether all numbers of a column are months written as fractions of a year. */
export function monthBook() {
  let [months, hasTens] = [0, false];
  return {
    see(text: string): void {
      const trimmed = text.trim();
      if (!monthPattern.test(trimmed)) return;
      months += 1;
      hasTens ||= trimmed.endsWith(".10");
    },
    holds: (filled: number, name: string): boolean =>
      months > 0 && months === filled && (hasTens || monthName.test(name)),
  };
}
