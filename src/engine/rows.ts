import type { Table } from "apache-arrow";
import { breather } from "./breathe.ts";
import { cellsOf, type Cells } from "./cells.ts";

/** A value as JSON has it: no bigint, no Arrow object. */
export type Value =
  string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export type Row = Readonly<Record<string, Value>>;

/**
 * An Arrow table as plain objects, columns in order. Whole numbers are numbers, or text where
 * JavaScript would round them; DATE `YYYY-MM-DD`, TIMESTAMP `YYYY-MM-DDTHH:MM:SS.sssZ`, TIME
 * `HH:MM:SS.ffffff`, BLOB an array of numbers, lists arrays, structs and maps objects; NaN and
 * infinities stay.
 */
export function toRows(table: Table): Row[] {
  const read = rowReader(table);
  return Array.from({ length: table.numRows }, (_, index) => read(index));
}

/** Rows between two looks at the clock. */
const STEP = 100;

/**
 * The first rows, as `toRows`, in pieces of a few milliseconds, between which the page is free.
 * Aborting leaves off; the promise rejects with the signal's reason.
 */
export async function toRowsSoon(
  table: Table,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const read = rowReader(table);
  const last = Math.min(most, table.numRows);
  const rows: Row[] = [];
  const breathe = breather(signal);
  for (let row = 0; row < last; row++) {
    if (rows.length % STEP === STEP - 1) await breathe();
    rows.push(read(row));
  }
  return rows;
}

/** The cells of each column of a table. */
export function tableCells(table: Table): Cells[] {
  return table.schema.fields.flatMap((_, index) => {
    const vector = table.getChildAt(index);
    return vector ? [cellsOf(vector)] : [];
  });
}

/** Reads rows of a table by number, as `toRows` does; making it costs as much as some rows. */
export function rowReader(table: Table): (row: number) => Row {
  const cells = tableCells(table);
  const names = table.schema.fields.map(({ name }) => name);
  return (row) => Object.fromEntries(names.map((name, i) => [name, cells[i]?.value(row) ?? null]));
}
