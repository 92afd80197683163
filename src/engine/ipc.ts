import {
  bool,
  dateDay,
  float64,
  int32,
  int64,
  tableFromArrays,
  tableToIPC,
  TimeUnit,
  timestamp,
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
  BIGINT: int64,
  DATE: dateDay,
  TIMESTAMP: () => timestamp(TimeUnit.MILLISECOND),
};

/** Rows as an Arrow IPC stream with the columns' own types, never guessed ones. */
export function toArrowStream(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  return columnsToArrow(
    columns,
    columns.map(({ name }) => rows.map((row) => row[name] ?? null)),
  );
}

/**
 * Columns of values, all as long, as an Arrow IPC stream. DATE and TIMESTAMP are milliseconds
 * since 1970, in UTC; null is null.
 */
export function columnsToArrow(
  columns: readonly Column[],
  values: readonly (readonly unknown[])[],
): Uint8Array {
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, arrowTypes[type]()]));
  const arrays = columns.map(({ name }, index): [string, unknown[]] => [
    name,
    (values[index] ?? []) as unknown[],
  ]);
  const stream = tableToIPC(tableFromArrays(arrays, { types }), { format: "stream" });
  if (stream === null) throw new Error("missing Arrow stream");
  return stream;
}
