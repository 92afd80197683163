import {
  cycleText,
  findCycles,
  type CompiledCell,
  type NotebookProblem,
} from "../notebook/index.ts";

/** The file's problems, with one at every cell of a cycle: each of them waits for the others. */
export function withCycles(
  cells: readonly CompiledCell[],
  problems: readonly NotebookProblem[],
): readonly NotebookProblem[] {
  const told = new Set(problems.map(({ cell }) => cell));
  const reads = new Map(cells.map(({ id, reads }) => [id, reads]));
  const lines = new Map(cells.map(({ id, line }) => [id, line]));
  const found: NotebookProblem[] = [];
  for (const path of findCycles(reads)) {
    const round = path.slice(0, -1);
    for (const [i, cell] of round.entries()) {
      // A cell of several cycles is told of the first.
      if (told.has(cell)) continue;
      told.add(cell);
      const way = cycleText([...round.slice(i), ...round.slice(0, i), cell]);
      const message = `invalid cycle: ${way}`;
      found.push({ message, cell, line: lines.get(cell) ?? 1, column: 1 });
    }
  }
  return [...problems, ...found];
}
