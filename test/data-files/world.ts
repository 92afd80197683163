import { columnsToArrow } from "../../src/engine/ipc.ts";
import type { Column } from "../../src/engine/index.ts";
import { inspectFile, type Inspection } from "../../src/data-files/inspect.ts";
import { loadFile, type ColumnChoice } from "../../src/data-files/load.ts";
import type { FileProblem, ReadOptions } from "../../src/data-files/types.ts";
import { frameOf, writeFrame, type Extra, type Frame } from "../../src/data-files/write/index.ts";
import { textOf, type OutCell } from "../../src/data-files/write/columnar-result.ts";
import type { OutFormat } from "../../src/data-files/formats.ts";

/** The choices that change nothing: every column as it was found. */
export function plainChoices({ columns }: Pick<Inspection, "columns">): ColumnChoice[] {
  return columns.map(({ name, index, type }) => ({ name, index, type }));
}

export interface Taken {
  readonly inspection: Inspection;
  readonly names: string[];
  readonly types: string[];
  readonly rows: OutCell[][];
  readonly frame: Frame;
  /** Of loading alone. */
  readonly problems: FileProblem[];
}

/** A file taken in as it stands, or as `choose` has it. */
export async function take(
  file: Blob | string | Uint8Array,
  name: string,
  options: ReadOptions = {},
  choose: (choices: ColumnChoice[]) => ColumnChoice[] = (choices) => choices,
): Promise<Taken> {
  const blob = file instanceof Blob ? file : new Blob([file as BlobPart]);
  const inspected = await inspectFile(blob, name, options);
  const { inspection } = inspected;
  const loading = loadFile(inspected, choose(plainChoices(inspection)));
  const parts = [];
  for await (const bytes of loading.stream) parts.push({ bytes, extra: [] });
  const empty = columnsToArrow(
    loading.columns,
    loading.columns.map(() => []),
  );
  const frame = frameOf(parts.length > 0 ? parts : [{ bytes: empty, extra: [] }]);
  return {
    inspection,
    names: inspection.columns.map((column) => column.name),
    types: loading.columns.map(({ type }) => type),
    rows: rowsOf(frame),
    frame,
    problems: loading.problems(),
  };
}

/** Rows with dates as text. */
export function rowsOf({ columns, values, rows }: Frame): OutCell[][] {
  return Array.from({ length: rows }, (_, row) =>
    columns.map(({ kind }, index) => {
      const cell = values[index]?.[row] ?? null;
      return kind === "date" || kind === "timestamp" ? textOf(cell, kind) : cell;
    }),
  );
}

export function frame(
  columns: readonly Column[],
  values: readonly (readonly unknown[])[],
  extra: readonly Extra[] = [],
): Frame {
  return frameOf([{ bytes: columnsToArrow(columns, values), extra }]);
}

export async function written(source: Frame, format: OutFormat): Promise<Blob> {
  return writeFrame(source, format);
}
