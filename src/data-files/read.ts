import { inspectFile, type Inspection } from "./inspect.ts";
import { loadFile, type ColumnChoice, type Loading } from "./load.ts";
import { suggestName } from "./names.ts";
import type { PassOptions, ReadOptions } from "./types.ts";

/** The choices that change nothing: every column as it was found. */
export function plainChoices({ columns }: Pick<Inspection, "columns">): ColumnChoice[] {
  return columns.map(({ name, index, type }) => ({ name, index, type }));
}

export interface ReadFile extends Loading {
  /** A name for the table. */
  readonly name: string;
  readonly inspection: Inspection;
}

/**
 * A file as a table, with inferred types and nothing converted: inspected at once, loaded as its
 * stream is read. Rejects with a FileError. Blocks: the page does this in `openReader`'s worker.
 */
export async function readFile(
  file: File,
  options: ReadOptions & PassOptions = {},
): Promise<ReadFile> {
  const { signal, onBytes, ...reading } = options;
  const inspected = await inspectFile(file, file.name, reading, { signal, onBytes });
  const { inspection } = inspected;
  const loading = loadFile(inspected, plainChoices(inspection), { signal, onBytes });
  return { ...loading, name: suggestName(file.name), inspection };
}
