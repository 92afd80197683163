import { compileCell } from "./cell.ts";
import type { Draft, Surroundings } from "./cell.ts";
import { findCycles } from "./cycles.ts";
import { parseNotebook } from "./parse.ts";
import { problem } from "./problem.ts";
import type { CellKind, CompiledNotebook, NotebookProblem } from "./types.ts";

export interface CompileResult {
  /** What could be compiled; plain JSON. */
  readonly compiled: CompiledNotebook;
  /** All faults of the file, in order of place. */
  readonly problems: readonly NotebookProblem[];
}

/**
 * Reads a notebook file and prepares its cells, so that a page has nothing left to parse. Never
 * throws: a cell that cannot run is left out or empty, and says why in `problems`.
 * @param slug file name without `.md`
 */
export function compileNotebook(text: string, { slug }: { readonly slug: string }): CompileResult {
  const { notebook, problems } = parseNotebook(text, { slug });
  const kinds = new Map<string, CellKind>(notebook.cells.map(({ id, kind }) => [id, kind]));
  const surroundings: Surroundings = { kinds, taken: new Set(kinds.keys()) };
  const drafts = notebook.cells.map((cell) => compileCell(cell, surroundings));
  const all = [...problems, ...drafts.flatMap((draft) => draft.problems), ...cycleProblems(drafts)];
  const cells = drafts.flatMap(({ compiled }) => (compiled === null ? [] : [compiled]));
  return { compiled: { slug, front: notebook.front, cells }, problems: all.sort(byPlace) };
}

function cycleProblems(drafts: readonly Draft[]): NotebookProblem[] {
  const reads = new Map(drafts.map(({ cell, compiled }) => [cell.id, compiled?.reads ?? []]));
  const lines = new Map(drafts.map(({ cell }) => [cell.id, cell.line]));
  return findCycles(reads).map((path) => {
    const [first = ""] = path;
    const found = problem(`invalid cycle: ${path.join(" → ")}`, lines.get(first) ?? 1);
    return { ...found, cell: first };
  });
}

function byPlace(a: NotebookProblem, b: NotebookProblem): number {
  return a.line - b.line || a.column - b.column;
}
