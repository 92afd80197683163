import type { CompiledCell } from "../notebook/index.ts";

/** What `match` must know of a cell that runs. */
export interface Running {
  readonly kind: CompiledCell["kind"];
  readonly signature: string;
}

/** Cells without a name of their own are called after their place, which changes. */
function isPositional(id: string): boolean {
  return /^cell-\d+$/.test(id);
}

/**
 * Which running cell goes on as which cell of the notebook as it is now: new id → old id. First
 * what is as it was under its name, then what is as it was under another number, then what was
 * edited under its name. The rest is new.
 */
export function match<R extends Running>(
  cells: readonly CompiledCell[],
  running: ReadonlyMap<string, R>,
  signatureOf: (cell: CompiledCell, as: R) => string,
): Map<string, string> {
  const free = new Map(running);
  const matched = new Map<string, string>();
  const isSame = (cell: CompiledCell, as: R | undefined): boolean =>
    as?.kind === cell.kind && as.signature === signatureOf(cell, as);
  const take = (
    wanted: readonly CompiledCell[],
    find: (cell: CompiledCell) => string | undefined,
  ): void => {
    for (const cell of wanted) {
      const from = matched.has(cell.id) ? undefined : find(cell);
      if (from === undefined) continue;
      free.delete(from);
      matched.set(cell.id, from);
    }
  };
  take(cells, (cell) => (isSame(cell, free.get(cell.id)) ? cell.id : undefined));
  take(
    cells.filter(({ id }) => isPositional(id)),
    (cell) => [...free.keys()].find((id) => isPositional(id) && isSame(cell, free.get(id))),
  );
  take(cells, ({ id, kind }) => (free.get(id)?.kind === kind ? id : undefined));
  return matched;
}
