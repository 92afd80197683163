import { isDeepStrictEqual } from "node:util";

/** A small input on which a notebook must not err; `held` says what is wrong with what came out. */
export interface Case {
  /** The folder of `cases`, and what in it. */
  readonly name: string;
  /** Null where it holds. */
  held(folder: string): Promise<string | null>;
}

/** What is wrong with what was found; null where it is what was wanted, or nothing was. */
export function differs(what: string, found: unknown, wanted: unknown): string | null {
  if (wanted === undefined || isDeepStrictEqual(found, wanted)) return null;
  return `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
}

/** The first of what is wrong; null for nothing. */
export function firstOf(found: readonly (string | null)[]): string | null {
  return found.find((wrong) => wrong !== null) ?? null;
}
