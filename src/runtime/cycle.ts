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
  const found = findCycles(reads).flatMap((path) => {
    const round = path.slice(0, -1);
    return round.map((cell, i) => {
      const way = cycleText([...round.slice(i), ...round.slice(0, i), cell]);
      return { message: `invalid cycle: ${way}`, cell, line: lines.get(cell) ?? 1, column: 1 };
    });
  });
  return [...problems, ...found.filter(({ cell }) => !told.has(cell))];
}
