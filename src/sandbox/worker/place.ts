/** The name that the code of a cell has in stacks. */
export const codeName = "fadu-cell.js";

export interface ErrorPosition {
  readonly line: number | null;
  readonly column: number | null;
}

/** Where in the code of the cell an error comes from, by its stack; both 1-based, as in the stack. */
export function positionOf(error: unknown): ErrorPosition {
  const stack = error instanceof Error ? String(error.stack) : "";
  const [, line, column] = /fadu-cell\.js:(\d+):(\d+)/.exec(stack) ?? [];
  return line === undefined
    ? { line: null, column: null }
    : { line: Number(line), column: Number(column) };
}
