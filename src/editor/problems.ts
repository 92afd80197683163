import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Builder } from "../dom/index.ts";
import type { NotebookProblem } from "../notebook/index.ts";
import { problemText, type CellState } from "../runtime/index.ts";
import { editorText } from "../words/editor.ts";

/** A fault of a cell with its place in the notebook file, both from 1; null where none is known. */
export interface CellProblem {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** The faults of a file by cell, in the reader's language; null is what stands before the first. */
export function byCell(
  problems: readonly NotebookProblem[],
  language: "zh" | "en",
): Map<string | null, CellProblem[]> {
  const found = new Map<string | null, CellProblem[]>();
  for (const { cell, message, line, column } of problems) {
    const own = found.get(cell) ?? [];
    found.set(cell, own);
    own.push({ message: problemText(message, language), line, column });
  }
  return found;
}

/**
 * What is told at a cell: what is wrong with its source, and the error of its last run, unless that
 * says the same or the source has been edited since. A cell that waits for another one that failed
 * says so in its state; the error belongs to the other.
 */
export function problemsOf(
  faults: readonly CellProblem[],
  state: CellState | undefined,
  isEdited: boolean,
): readonly CellProblem[] {
  const error = state?.status === "failed" && !isEdited ? state.error : null;
  const isNew = error !== null && faults.every(({ message }) => message !== error.message);
  return isNew ? [...faults, error] : faults;
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

/** What is wrong with the lines above the first cell, which have no source of their own to stand at. */
export function showFront(
  place: HTMLElement,
  problems: readonly CellProblem[],
  { build: { html }, language }: { readonly build: Builder; readonly language: "zh" | "en" },
): void {
  const items = problems.map(({ message, line, column }) => {
    const at = editorText(language, "cell.at", line ?? 1, column ?? 1);
    return html("li", {}, html("span", { class: "place" }, at), " ", message);
  });
  place.hidden = items.length === 0;
  place.replaceChildren(
    html("p", {}, editorText(language, "front.fault")),
    html("ul", { class: "edit-problems" }, items),
  );
}

/** The word at the place, or the line where none stands there. */
export function diagnosticOf({ message, line, column }: PlacedProblem, doc: Text): Diagnostic {
  if (line === null) return { from: 0, to: 0, severity: "error", message };
  const text = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(text.from + Math.max((column ?? 1) - 1, 0), text.to);
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(text.text.slice(from - text.from))?.[0] ?? "";
  return { from, to: Math.max(from + word.length, from), severity: "error", message };
}
