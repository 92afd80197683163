import { problem } from "./problem.ts";
import type { NotebookProblem } from "./types.ts";

export interface Names {
  /** The id as written if it may stand, else the fallback with the reason. */
  take(
    written: string | undefined,
    fallback: string,
    line: number,
    column: number | undefined,
  ): { readonly id: string; readonly problems: readonly NotebookProblem[] };
}

/** Names that the address keeps for itself; an input called so could not be shared. */
export const reservedNames: readonly string[] = ["fact", "lang", "together", "pin", "my"];

/** Hands out each id once; case does not tell ids apart, since SQL reads them as table names. */
export function createNames(): Names {
  const taken = new Map<string, number>();
  return {
    take(written, fallback, line, column = 1) {
      if (written === undefined) return { id: fallback, problems: [] };
      const refuse = (why: string) => ({ id: fallback, problems: [problem(why, line, column)] });
      if (!isIdentifier(written)) return refuse(`invalid id: ${written}`);
      if (/^cell-\d+$/i.test(written))
        return refuse(`invalid id: ${written} (kept for cells without an id)`);
      if (reservedNames.includes(written.toLowerCase()))
        return refuse(`invalid id: ${written} (kept for the address)`);
      const before = taken.get(written.toLowerCase());
      if (before !== undefined) return refuse(`invalid id: ${written} (also on line ${before})`);
      taken.set(written.toLowerCase(), line);
      return { id: written, problems: [] };
    },
  };
}

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(text);
}
