import {
  bool,
  float64,
  int32,
  tableFromArrays,
  tableToIPC,
  utf8,
  type DataType,
} from "@uwdata/flechette";
import type { Column, ColumnType } from "./connection.ts";
import type { Row } from "./rows.ts";

const arrowTypes: Readonly<Record<ColumnType, () => DataType>> = {
  VARCHAR: utf8,
  DOUBLE: float64,
  BOOLEAN: bool,
  INTEGER: int32,
};

/** Rows as an Arrow IPC stream with the columns' own types, never guessed ones. */
export function toArrowStream(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, arrowTypes[type]()]));
  const arrays = columns.map(({ name }): [string, unknown[]] => [
    name,
    rows.map((row) => row[name] ?? null),
  ]);
  const stream = tableToIPC(tableFromArrays(arrays, { types }), { format: "stream" });
  if (stream === null) throw new Error("missing Arrow stream");
  return stream;
}
