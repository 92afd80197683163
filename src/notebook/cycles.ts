/**
 * The cycles among cells, each once, as the path from its first cell back to it.
 * @param reads by id, what each cell reads
 */
export function findCycles(reads: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string) => {
    const start = path.indexOf(id);
    if (start >= 0) cycles.push([...path.slice(start), id]);
    if (start >= 0 || done.has(id)) return;
    path.push(id);
    for (const next of reads.get(id) ?? []) visit(next);
    path.pop();
    done.add(id);
  };
  for (const id of reads.keys()) visit(id);
  return cycles;
}
