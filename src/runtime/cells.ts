import type { CompiledCell } from "../notebook/index.ts";

export type CellOf<K extends CompiledCell["kind"]> = Extract<CompiledCell, { kind: K }>;

/** Rows that a query's readers get at most; the result view pages through all of them. */
export const MOST_ROWS = 10_000;

/** Rows that a chart draws which makes an element of each; a page of more cannot be read. */
export const MOST_MARKS = 500;

/** The same for a table of figures, whose rows the browser lays out at once: 100 ms of work. */
export const MOST_TABLE_ROWS = 320;
