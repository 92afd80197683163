import type { LoadedTable } from "../src/engine/index.ts";
import { toArrowStream } from "../src/engine/ipc.ts";

/** A table of a test as the loader gives one. */
export function withStream(table: Omit<LoadedTable, "stream">): LoadedTable {
  return { ...table, stream: toArrowStream(table.columns, table.rows) };
}
