import { most } from "./limits.ts";

/** Of a longer cycle only the beginning and the end are named. */
const NAMED = 8;

/** A cycle as its cells in their order, back to the first: `a → b → a`. */
export function cycleText(path: readonly string[]): string {
  const shown =
    path.length <= NAMED
      ? path
      : [
          ...path.slice(0, NAMED / 2),
          `… ${path.length - NAMED + 1} …`,
          ...path.slice(1 - NAMED / 2),
        ];
  return shown.join(" → ");
}

/**
 * The cycles among cells, each once, as the path from its first cell back to it; of very many the
 * first.
 * @param reads by id, what each cell reads
 */
export function findCycles(reads: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const depth = new Map<string, number>();
  const visit = (id: string) => {
    const start = depth.get(id);
    if (start !== undefined && cycles.length < most.cycles) cycles.push([...path.slice(start), id]);
    if (start !== undefined || done.has(id)) return;
    depth.set(id, path.length);
    path.push(id);
    for (const next of reads.get(id) ?? []) visit(next);
    path.pop();
    depth.delete(id);
    done.add(id);
  };
  for (const id of reads.keys()) visit(id);
  return cycles;
}
