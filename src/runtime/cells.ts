import type { CompiledCell } from "../notebook/index.ts";

export type CellOf<K extends CompiledCell["kind"]> = Extract<CompiledCell, { kind: K }>;

/** Rows that a query's readers get at most; the result view pages through all of them. */
export const MOST_ROWS = 10_000;
