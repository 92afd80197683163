import type { DataType, Date_, Table, Time } from "apache-arrow";
import { breather } from "./breathe.ts";

/** A value as JSON has it: no bigint, no Arrow object. */
export type Value =
  string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export type Row = Readonly<Record<string, Value>>;

/** Of Arrow's type ids those whose values are not plain; apache-arrow itself is not imported here. */
const dateType = 8;
const timeType = 9;
const timestampType = 10;
const structType = 13;
const mapType = 17;
const millisecond = 1;

/** Which rows of a table; all by default. */
export interface RowRange {
  /** First row, from 0. */
  readonly start?: number;
  /** The row after the last. */
  readonly end?: number;
}

/**
 * An Arrow table as plain objects, columns in order. Integers of 64 bits become numbers, DATE
 * `YYYY-MM-DD`, TIMESTAMP `YYYY-MM-DDTHH:MM:SS.sssZ`, TIME `HH:MM:SS.ffffff`, BLOB and INTERVAL
 * arrays of numbers, lists arrays, structs and maps objects; NaN and infinities stay.
 */
export function toRows(table: Table, { start = 0, end = table.numRows }: RowRange = {}): Row[] {
  const read = rowReader(table);
  const length = Math.max(0, Math.min(end, table.numRows) - start);
  return Array.from({ length }, (_, index) => read(start + index));
}

export interface SoonOptions extends RowRange {
  /** Aborting leaves off; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Rows between two looks at the clock. */
const STEP = 100;

/** As `toRows`, in pieces of a few milliseconds, between which the page is free. */
export async function toRowsSoon(
  table: Table,
  { start = 0, end = table.numRows, signal }: SoonOptions = {},
): Promise<Row[]> {
  const read = rowReader(table);
  const last = Math.min(end, table.numRows);
  const rows: Row[] = [];
  const breathe = breather(signal);
  for (let row = start; row < last; row++) {
    if (rows.length % STEP === STEP - 1) await breathe();
    rows.push(read(row));
  }
  return rows;
}

/** Reads rows of a table by number, as `toRows` does; making it costs as much as some rows. */
export function rowReader(table: Table): (row: number) => Row {
  const columns = table.schema.fields.map((field, index) => ({
    name: field.name,
    vector: table.getChildAt(index),
    type: field.type as DataType,
  }));
  return (row) =>
    Object.fromEntries(
      columns.map(({ name, vector, type }) => [name, plain(vector?.get(row), type)]),
    );
}

function plain(value: unknown, type: DataType): Value {
  if (value === null || value === undefined) return null;
  if (type.typeId === dateType) return date(Number(value), (type as Date_).unit);
  if (type.typeId === timestampType) return date(Number(value), millisecond);
  if (type.typeId === timeType) return time(Number(value), (type as Time).unit);
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return value as string | number | boolean;
  return nested(value, type);
}

/** A list's vector, a struct's or map's row, or bytes. */
function nested(value: object, type: DataType): Value {
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array | BigInt64Array, Number);
  const child = (index: number): DataType => type.children[index]?.type ?? type;
  if (Symbol.iterator in value && !("toJSON" in value && isRecord(type)))
    return Array.from(value as Iterable<unknown>, (item) => plain(item, child(0)));
  const entries = Object.entries((value as { toJSON(): object }).toJSON());
  return Object.fromEntries(
    entries.map(([key, item], index) => [
      key,
      plain(item, isMap(type) ? mapValue(type) : child(index)),
    ]),
  );
}

function isRecord(type: DataType): boolean {
  return type.typeId === structType || isMap(type);
}

function isMap(type: DataType): boolean {
  return type.typeId === mapType;
}

/** A map's one child is a struct of key and value. */
function mapValue(type: DataType): DataType {
  return type.children[0]?.type.children[1]?.type ?? type;
}

function date(milliseconds: number, unit: number): string {
  const iso = new Date(milliseconds).toISOString();
  return unit === millisecond ? iso : iso.slice(0, iso.indexOf("T"));
}

/** Unit 0 to 3: seconds, milliseconds, microseconds, nanoseconds. */
function time(value: number, unit: number): string {
  const microseconds = Math.round(value * 10 ** (6 - 3 * unit));
  const seconds = new Date(Math.floor(microseconds / 1_000)).toISOString().slice(11, 19);
  return `${seconds}.${String(microseconds % 1_000_000).padStart(6, "0")}`;
}
