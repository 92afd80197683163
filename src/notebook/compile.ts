import { compileCell } from "./cell.ts";
import type { Draft, Surroundings } from "./cell.ts";
import { cycleText, findCycles } from "./cycles.ts";
import { parseNotebook } from "./parse.ts";
import { firstOf, most } from "./limits.ts";
import { inCell, problem } from "./problem.ts";
import type { CompileResult } from "./refused.ts";
import { takenIds } from "./slug.ts";
import type { Cell, NotebookProblem } from "./types.ts";

export interface CompileOptions {
  /** File name without `.md`. */
  readonly slug: string;
  /** Told before each cell is compiled. */
  readonly onCell?: (cell: Cell) => void;
  /** Cells that are not to be compiled, by their lines: they took too long. */
  readonly skip?: ReadonlySet<number>;
}

/**
 * Reads a notebook file and prepares its cells, so that a page has nothing left to parse. Never
 * throws: a cell that cannot run is left out or empty, and says why in `problems`.
 */
export function compileNotebook(
  text: string,
  { slug, onCell = () => {}, skip = new Set() }: CompileOptions,
): CompileResult {
  const { notebook, problems } = parseNotebook(text, { slug });
  const surroundings = surroundingsOf(notebook.cells);
  const drafts = notebook.cells.map((cell) => {
    onCell(cell);
    return skip.has(cell.line) ? skipped(cell) : compileCell(cell, surroundings);
  });
  const all = [...problems, ...drafts.flatMap((draft) => draft.problems), ...cycleProblems(drafts)];
  const cells = drafts.flatMap(({ compiled }) => (compiled === null ? [] : [compiled]));
  const told = firstOf(all.sort(byPlace), most.allProblems, (text) => problem(text, 1));
  return { compiled: { slug, front: notebook.front, cells }, problems: told };
}

function surroundingsOf(cells: readonly Cell[]): Surroundings {
  const kinds = new Map(cells.map(({ id, kind }) => [id, kind]));
  const queries = cells.filter(({ kind }) => kind === "sql");
  return {
    kinds,
    tables: new Map(queries.map(({ id }) => [id.toLowerCase(), id])),
    taken: takenIds(kinds.keys()),
    room: { nodes: most.nodes },
  };
}

/** A cell that took too long when it was compiled before. */
function skipped(cell: Cell): Draft {
  const found = problem("too slow: the cell cannot be read in time", cell.line);
  return { cell, compiled: null, problems: inCell(cell.id, [found]) };
}

function cycleProblems(drafts: readonly Draft[]): NotebookProblem[] {
  const reads = new Map(drafts.map(({ cell, compiled }) => [cell.id, compiled?.reads ?? []]));
  const lines = new Map(drafts.map(({ cell }) => [cell.id, cell.line]));
  return findCycles(reads).map((path) => {
    const [first = ""] = path;
    const found = problem(`invalid cycle: ${cycleText(path)}`, lines.get(first) ?? 1);
    return { ...found, cell: first };
  });
}

function byPlace(a: NotebookProblem, b: NotebookProblem): number {
  return a.line - b.line || a.column - b.column;
}
