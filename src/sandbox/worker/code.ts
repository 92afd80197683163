import { guardName } from "./guard.ts";
import { codeName, type ErrorPosition } from "./place.ts";

type AsyncCode = (...values: unknown[]) => Promise<unknown>;

const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => AsyncCode;
const prefix = '"use strict";';

/**
 * The guarded body as a function that may wait, called with the values by their names. A name that
 * is no identifier is left out: `cells` has it.
 */
export function compileCode(
  body: string,
  given: Readonly<Record<string, unknown>>,
  guard: () => void,
): () => Promise<unknown> {
  const names = Object.keys(given).filter(isName);
  const text = `${prefix}${body}\n//# sourceURL=${codeName}`;
  const code = new AsyncFunction(guardName, ...names, text);
  return () => code(guard, ...names.map((name) => given[name]));
}

/** Keywords are names that nothing can have. */
function isName(name: string): boolean {
  if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)) return false;
  try {
    new AsyncFunction(name, prefix);
    return true;
  } catch {
    return false;
  }
}

/** Lines that the browser puts before a function's body in its stacks. */
let headLines: number | undefined;

function measureHead(): number {
  try {
    // The head of a function made from text is the same for all kinds.
    // eslint-disable-next-line no-new-func -- this file makes functions from text; the page cannot
    const probe = new Function(`throw new Error()\n//# sourceURL=${codeName}`) as () => void;
    probe();
  } catch (error) {
    const [, line] = /fadu-cell\.js:(\d+)/.exec(String((error as Error).stack)) ?? [];
    return Number(line ?? 3) - 1;
  }
  return 2;
}

/** A place of a stack as one of the body. */
export function inBody({ line, column }: ErrorPosition): ErrorPosition {
  if (line === null || column === null) return { line, column };
  const inLine = line - (headLines ??= measureHead());
  return { line: inLine, column: inLine === 1 ? Math.max(column - prefix.length, 1) : column };
}
