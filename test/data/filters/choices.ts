import type { Choice } from "./world.ts";

type Inputs = Readonly<Record<string, readonly string[]>>;

const only = (choice: Record<string, string>): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ""));

function product(inputs: Inputs): Choice[] {
  const all = Object.entries(inputs).reduce<Record<string, string>[]>(
    (found, [name, values]) => found.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return all.map(only);
}

/** More combinations than these of all inputs are not tried. */
const MOST = 1000;

/**
 * Every combination of the inputs where these are few; else all of as many inputs, from the first,
 * as stay few together, and every value of each further input with every value of each other one,
 * the rest at their defaults.
 */
export function choicesOf(inputs: Inputs): Choice[] {
  const entries = Object.entries(inputs);
  const sizes = entries.map(([, values]) => values.length);
  const together = sizes.findIndex((_, i) => sizes.slice(0, i + 1).reduce((a, b) => a * b, 1) > MOST);
  if (together < 0) return product(inputs);
  const head = product(Object.fromEntries(entries.slice(0, together)));
  const rest = entries.flatMap((one, i) =>
    i < together
      ? []
      : entries.slice(0, i).flatMap((other) => product(Object.fromEntries([other, one]))),
  );
  const all = [...head, ...rest].map((choice) => [JSON.stringify(choice), choice] as const);
  return [...new Map(all).values()];
}

/** The first, and others spread over all, so that a few say much. */
export function few(all: readonly Choice[], most: number): readonly Choice[] {
  if (most >= all.length) return all;
  const step = (all.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, i) => all[Math.round(i * step)] ?? {});
}
