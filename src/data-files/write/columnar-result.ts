import { tableFromIPC, TimeUnit, Type, type DataType, type Table } from "@uwdata/flechette";
import { dateText, momentText } from "../../engine/calendar.ts";
import { decimalText } from "../../engine/digits.ts";
import { columnNames } from "../names.ts";

/**
 * How a column's cells are written. `nested`: lists and structs, as JSON text; `digits`: numbers
 * that a double would round, as text of all their digits.
 */
export type OutKind =
  "text" | "integer" | "number" | "digits" | "boolean" | "date" | "timestamp" | "nested";

export interface OutColumn {
  readonly name: string;
  readonly kind: OutKind;
}

/** Dates and timestamps are milliseconds since 1970; null is null and never 0. */
export type OutCell = string | number | boolean | null;

/** A result on its way out, column by column. */
export interface ColumnarResult {
  readonly columns: readonly OutColumn[];
  readonly values: readonly (readonly OutCell[])[];
  readonly rows: number;
}

/** Columns that come along with a part of a result, one text for each row. */
export interface Extra {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

export interface ResultPart {
  /** A whole Arrow IPC stream. */
  readonly bytes: Uint8Array;
  readonly extra: readonly Extra[];
}

/** The parts of one result put together. Repeated names are told apart: `n`, `n_2`. */
export function frameOf(parts: readonly ResultPart[]): ColumnarResult {
  const tables = parts.map(({ bytes }) => tableFromIPC(bytes, reading));
  const [first] = tables;
  const fields = first?.schema.fields ?? [];
  const extras = parts[0]?.extra ?? [];
  const names = columnNames(
    [...fields, ...extras].map(({ name }) => name),
    () => {},
  );
  const columns: Cells[] = [
    ...fields.map(({ type }, index) =>
      kindOf(type) === "nested"
        ? { kind: "nested" as const, cells: nestedCells(parts, index) }
        : exactCells(tables, index, type),
    ),
    ...extras.map((_, index): Cells => ({
      kind: "text",
      cells: parts.flatMap(({ extra }) => extra[index]?.values ?? []),
    })),
  ];
  return {
    columns: names.map((name, index) => ({ name, kind: columns[index]?.kind ?? "text" })),
    values: columns.map(({ cells }) => cells),
    rows: tables.reduce((sum, { numRows }) => sum + numRows, 0),
  };
}

/** Whole numbers and decimals as they are: as doubles some would be rounded. */
const reading = { useDate: false, useBigInt: true, useDecimalInt: true } as const;

interface Cells {
  readonly kind: OutKind;
  readonly cells: readonly OutCell[];
}

/** A column in the kind that its type has, or in one that keeps what that would lose. */
function exactCells(tables: readonly Table[], index: number, type: DataType): Cells {
  const kind = kindOf(type);
  const read = (write: (value: never) => OutCell): OutCell[] =>
    tables.flatMap((table) => cellsOf(table, index, write as (value: unknown) => OutCell));
  if (kind === "number" && type.typeId !== Type.Float) {
    const scale = type.typeId === Type.Decimal ? type.scale : 0;
    const digits = read((value: number | bigint) => digitsOf(value, scale));
    const isExact = digits.every((text) => text === null || isDouble(String(text)));
    if (!isExact) return { kind: "digits", cells: digits };
    return { kind, cells: digits.map((text) => (text === null ? null : Number(text))) };
  }
  if (kind === "date") {
    const days = read((value: number) => Math.round(value / 86_400_000));
    const isPlain = days.every((day) => day === null || isMoment(Number(day) * 86_400_000));
    const write = isPlain ? (day: number) => day * 86_400_000 : dateText;
    const cells = days.map((day) => (day === null ? null : write(Number(day))));
    return { kind: isPlain ? "date" : "text", cells };
  }
  if (kind === "timestamp") return momentCells(tables, index, type as Timestamp);
  return { kind, cells: read(cellWriter(type)) };
}

/** Decimals within lists and structs are read as numbers: their scale is not at hand there. */
function nestedCells(parts: readonly ResultPart[], index: number): OutCell[] {
  return parts.flatMap(({ bytes }) => {
    const table = tableFromIPC(bytes, { ...reading, useDecimalInt: false });
    return cellsOf(table, index, (value) => JSON.stringify(value, plainInner));
  });
}

const digitsOf = (value: number | bigint, scale: number): string =>
  typeof value === "bigint" ? decimalText(value, scale) : String(value);

/** Whether a double holds just these digits. */
function isDouble(text: string): boolean {
  const written = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  const number = Number(text);
  return String(number) === written || (number === 0 && /^-?0$/.test(written));
}

/** Whole milliseconds that a calendar has. */
const isMoment = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 8.64e15;

/** Moments as milliseconds; as the engine writes them where one has no end or smaller parts. */
function momentCells(
  tables: readonly Table[],
  index: number,
  { unit, timezone }: Timestamp,
): Cells {
  const raw = tables.flatMap((table) =>
    table
      .getChildAt(index)
      .data.flatMap((batch) =>
        Array.from({ length: batch.length }, (_, row) =>
          batch.nullCount === 0 || batch.isValid(row)
            ? ((batch.values as BigInt64Array)[row] ?? null)
            : null,
        ),
      ),
  );
  const perSecond = 10n ** BigInt(3 * unit);
  const millisecond = (value: bigint): number => Number((value * 1000n) / perSecond);
  const isPlain = raw.every(
    (value) =>
      value === null || ((value * 1000n) % perSecond === 0n && isMoment(millisecond(value))),
  );
  const isZoned = Boolean(timezone);
  const write = isPlain ? millisecond : (value: bigint) => momentText({ value, unit, isZoned });
  return {
    kind: isPlain ? "timestamp" : "text",
    cells: raw.map((value) => (value === null ? null : write(value))),
  };
}

interface Timestamp {
  readonly unit: number;
  readonly timezone?: string | null;
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

function cellsOf(table: Table, index: number, write: (value: unknown) => OutCell): OutCell[] {
  const column = table.getChildAt(index);
  return Array.from({ length: table.numRows }, (_, row) => {
    const value: unknown = column.at(row);
    return value === null || value === undefined ? null : write(value);
  });
}

function cellWriter(type: DataType): (value: unknown) => OutCell {
  if (type.typeId === Type.Time) return (value) => timeText(Number(value), type.unit);
  switch (kindOf(type)) {
    case "text":
      return String;
    case "boolean":
      return Boolean;
    default:
      return Number;
  }
}

function plainInner(_: string, value: unknown): unknown {
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
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
