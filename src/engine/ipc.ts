import {
  bool,
  columnFromArray,
  dateDay,
  float32,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  TimeUnit,
  timestamp,
  uint64,
  utf8,
  type Column as ArrowColumn,
  type DataType,
} from "@uwdata/flechette";
import type { ColumnType } from "./column-type.ts";
import type { Column } from "./connection.ts";
import type { Row } from "./rows.ts";

const arrowTypes: Readonly<Partial<Record<ColumnType, () => DataType>>> = {
  DOUBLE: float64,
  FLOAT: float32,
  BOOLEAN: bool,
  INTEGER: int32,
  BIGINT: int64,
  UBIGINT: uint64,
  DATE: dateDay,
  TIMESTAMP: int64,
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
 * since 1970, in UTC, a TIMESTAMP as bigint microseconds; null is null. All types without numbers
 * of their own here (DECIMAL, TIME, lists …) are texts, which the engine casts as it takes them in.
 */
export function columnsToArrow(
  columns: readonly Column[],
  values: readonly (readonly unknown[])[],
): Uint8Array {
  const arrays = columns.map(({ name, type }, index): [string, ArrowColumn<unknown>] => [
    name,
    arrowColumn(type, values[index] ?? []),
  ]);
  const stream = tableToIPC(tableFromColumns(arrays), { format: "stream" });
  if (stream === null) throw new Error("missing Arrow stream");
  return stream;
}

function arrowColumn(type: ColumnType, values: readonly unknown[]): ArrowColumn<unknown> {
  const given = type === "TIMESTAMP" ? values.map(microseconds) : (values as unknown[]);
  const column = columnFromArray(given, (arrowTypes[type] ?? utf8)()) as ArrowColumn<unknown>;
  if (type !== "TIMESTAMP") return column;
  // The builder of timestamps takes floating milliseconds alone; the bytes are the same.
  const named = timestamp(TimeUnit.MICROSECOND);
  const retyped = column as unknown as { type: DataType; data: { type: DataType }[] };
  retyped.type = named;
  for (const batch of retyped.data) batch.type = named;
  return column;
}

function microseconds(value: unknown): bigint | null {
  if (value === null || value === undefined || typeof value === "bigint") return value ?? null;
  return BigInt(Math.round(Number(value) * 1000));
}
