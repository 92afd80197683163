import { nearest } from "./chart-cell/nearest.ts";
import type { NotebookProblem } from "./types.ts";

/** A problem in no particular cell; `inCell` adds the cell. */
export function problem(message: string, line: number, column = 1): NotebookProblem {
  return { message, cell: null, line, column };
}

export function inCell(cell: string, problems: readonly NotebookProblem[]): NotebookProblem[] {
  return problems.map((p) => ({ ...p, cell }));
}

/** `unknown <thing>: <name>`, with the nearest known name where one is near. */
export function unknown(thing: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `unknown ${thing}: ${name}${near === null ? "" : ` (did you mean ${near}?)`}`;
}
