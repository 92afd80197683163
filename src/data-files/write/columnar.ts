import {
  bool,
  dateDay,
  float64,
  int32,
  tableFromArrays,
  tableToIPC,
  TimeUnit,
  timestamp,
  utf8,
  type DataType,
} from "@uwdata/flechette";
import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from "hyparquet-writer";
import type { About } from "../export.ts";
import type { ColumnarResult, OutCell, OutKind } from "./columnar-result.ts";

const arrowTypes: Readonly<Record<OutKind, () => DataType>> = {
  text: utf8,
  nested: utf8,
  integer: int32,
  number: float64,
  // A decimal has as many places as it likes, so all digits are text.
  digits: utf8,
  boolean: bool,
  date: dateDay,
  timestamp: () => timestamp(TimeUnit.MILLISECOND),
};

/** An Arrow IPC file, also known as Feather 2. */
export function toArrow({ columns, values }: ColumnarResult): Blob {
  const types = Object.fromEntries(columns.map(({ name, kind }) => [name, arrowTypes[kind]()]));
  const arrays = columns.map(({ name }, index): [string, unknown[]] => [
    name,
    values[index] as unknown[],
  ]);
  const bytes = tableToIPC(tableFromArrays(arrays, { types }), { format: "file" });
  if (bytes === null) throw new Error("missing Arrow file");
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: "application/vnd.apache.arrow.file",
  });
}

const elements: Readonly<Record<OutKind, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  nested: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  digits: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
  timestamp: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/** Parquet, compressed with Snappy; what is said of the whole is its metadata. */
export function toParquet({ columns, values }: ColumnarResult, about: About = []): Blob {
  const columnData = columns.map(({ name, kind }, index): ColumnSource => ({
    name,
    data: isTime(kind) ? (values[index] ?? []).map(dateOf) : [...(values[index] ?? [])],
  }));
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, kind }): SchemaElement => ({
      name,
      repetition_type: "OPTIONAL",
      ...elements[kind],
    })),
  ];
  const kvMetadata = about.map(([key, value]) => ({ key, value }));
  return new Blob([parquetWriteBuffer({ columnData, schema, kvMetadata })], {
    type: "application/vnd.apache.parquet",
  });
}

function isTime(kind: OutKind): boolean {
  return kind === "date" || kind === "timestamp";
}

function dateOf(cell: OutCell): Date | null {
  return cell === null ? null : new Date(Number(cell));
}
