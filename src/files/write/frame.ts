import { tableFromIPC, TimeUnit, Type, type DataType, type Table } from "@uwdata/flechette";
import { columnNames } from "../names.ts";

/** How a column's cells are written. `nested`: lists and structs, as JSON text. */
export type OutKind = "text" | "integer" | "number" | "boolean" | "date" | "timestamp" | "nested";

export interface OutColumn {
  readonly name: string;
  readonly kind: OutKind;
}

/** Dates and timestamps are milliseconds since 1970; null is null and never 0. */
export type OutCell = string | number | boolean | null;

/** A result on its way out, column by column. */
export interface Frame {
  readonly columns: readonly OutColumn[];
  readonly values: readonly (readonly OutCell[])[];
  readonly rows: number;
}

/** Columns that come along with a part of a result, one text for each row. */
export interface Extra {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

export interface FramePart {
  /** A whole Arrow IPC stream. */
  readonly bytes: Uint8Array;
  readonly extra: readonly Extra[];
}

/** The parts of one result put together. Repeated names are told apart: `n`, `n_2`. */
export function frameOf(parts: readonly FramePart[]): Frame {
  const tables = parts.map(({ bytes }) => tableFromIPC(bytes, { useDate: false, useBigInt: true }));
  const [first] = tables;
  const fields = first?.schema.fields ?? [];
  const extras = parts[0]?.extra ?? [];
  const kinds: OutKind[] = [
    ...fields.map(({ type }) => kindOf(type)),
    ...extras.map(() => "text" as const),
  ];
  const names = columnNames(
    [...fields, ...extras].map(({ name }) => name),
    () => {},
  );
  const values = [
    ...fields.map((field, index) => tables.flatMap((table) => cellsOf(table, index, field.type))),
    ...extras.map((_, index) => parts.flatMap(({ extra }) => extra[index]?.values ?? [])),
  ];
  return {
    columns: names.map((name, index) => ({ name, kind: kinds[index] ?? "text" })),
    values,
    rows: tables.reduce((sum, { numRows }) => sum + numRows, 0),
  };
}

const kinds: Readonly<Record<number, OutKind>> = {
  [Type.Int]: "integer",
  [Type.Float]: "number",
  [Type.Decimal]: "number",
  [Type.Bool]: "boolean",
  [Type.Date]: "date",
  [Type.Timestamp]: "timestamp",
  [Type.Utf8]: "text",
  [Type.LargeUtf8]: "text",
  [Type.Utf8View]: "text",
  [Type.Time]: "text",
  [Type.Null]: "text",
};

function kindOf(type: DataType): OutKind {
  if (type.typeId === Type.Dictionary) return kindOf((type as { dictionary: DataType }).dictionary);
  if (type.typeId === Type.Int && type.bitWidth === 64) return "number";
  return kinds[type.typeId] ?? "nested";
}

function cellsOf(table: Table, index: number, type: DataType): OutCell[] {
  const column = table.getChildAt(index);
  const write = cellWriter(type);
  return Array.from({ length: table.numRows }, (_, row) => {
    const value: unknown = column.at(row);
    return value === null || value === undefined ? null : write(value);
  });
}

function cellWriter(type: DataType): (value: unknown) => OutCell {
  if (type.typeId === Type.Time) return (value) => timeText(Number(value), type.unit);
  switch (kindOf(type)) {
    case "nested":
      return (value) => JSON.stringify(value, plainInner);
    case "text":
      return String;
    case "boolean":
      return Boolean;
    default:
      return Number;
  }
}

function plainInner(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}

/** `HH:MM:SS.ffffff`, as DuckDB writes it. */
function timeText(value: number, unit: number): string {
  const microseconds = Math.round(value * 10 ** (6 - 3 * unit));
  const seconds = new Date(Math.floor(microseconds / 1e6) * 1000).toISOString().slice(11, 19);
  return unit === TimeUnit.SECOND
    ? seconds
    : `${seconds}.${String(microseconds % 1e6).padStart(6, "0")}`;
}

/** A cell as text, null as null: dates as ISO 8601, a timestamp at most to the millisecond. */
export function textOf(cell: OutCell, kind: OutKind): string | null {
  if (cell === null) return null;
  if (kind === "date") return new Date(Number(cell)).toISOString().slice(0, 10);
  if (kind === "timestamp") return new Date(Number(cell)).toISOString();
  return String(cell);
}
