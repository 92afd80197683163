import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";

/** A fault of a cell with its place in the notebook file, both from 1; null where none is known. */
export interface CellProblem {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A fault with its place in the cell's own source; null where it lies in the fence or nowhere. */
export interface PlacedProblem {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** @param first line of the file on which the cell's source begins */
export function placeInCell(problem: CellProblem, first: number): PlacedProblem {
  const { message, line, column } = problem;
  if (line === null || line < first) return { message, line: null, column: null };
  return { message, line: line - first + 1, column: column ?? 1 };
}

/** The word at the place, or the line where none stands there. */
export function diagnosticOf({ message, line, column }: PlacedProblem, doc: Text): Diagnostic {
  if (line === null) return { from: 0, to: 0, severity: "error", message };
  const text = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(text.from + Math.max((column ?? 1) - 1, 0), text.to);
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(text.text.slice(from - text.from))?.[0] ?? "";
  return { from, to: Math.max(from + word.length, from), severity: "error", message };
}
