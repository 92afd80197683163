import type { Data, DataType, Time, Timestamp, Vector } from "apache-arrow";
import { dateText, momentIso, momentText, timeText } from "./calendar.ts";
import { decimalText, doubleText, wide } from "./digits.ts";
import type { Value } from "./rows.ts";

/** Arrow's type ids; apache-arrow itself is not imported here, so that a page's start is light. */
const ids = {
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  fixedList: 16,
  map: 17,
} as const;

/** Reads the cells of a column by row. */
export interface Cells {
  /** As JSON has it: what charts and JavaScript get. */
  value(row: number): Value;
  /** As the engine writes it (`::VARCHAR`); null for NULL. */
  text(row: number): string | null;
  /** What it is sorted by. */
  key(row: number): Value | bigint;
}

/** Whether a column's text is plain digits, all that the engine holds. */
export function isDigits({ typeId }: DataType): boolean {
  return typeId === ids.int || typeId === ids.decimal;
}

interface Kind<T> {
  readonly value: (raw: T) => Value;
  readonly text: (raw: T) => string;
  readonly key?: (raw: T) => Value | bigint;
}

export function cellsOf(vector: Vector): Cells {
  const type = vector.type as DataType;
  if (type.typeId === ids.struct) return structs(vector);
  return reading(rawOf(vector, type), kindOf(type) as Kind<unknown>);
}

function rawOf(vector: Vector, { typeId }: DataType): (row: number) => unknown {
  if (typeId === ids.timestamp) return moments(vector);
  return typeId === ids.map ? entries(vector) : (row) => vector.get(row) as unknown;
}

function reading<T>(raw: (row: number) => T | null | undefined, kind: Kind<T>): Cells {
  const ask =
    <R>(read: (value: T) => R) =>
    (row: number): R | null => {
      const value = raw(row);
      return value === null || value === undefined ? null : read(value);
    };
  return { value: ask(kind.value), text: ask(kind.text), key: ask(kind.key ?? kind.value) };
}

/** Where a row lies: a vector is made of chunks. */
function place({ data }: Vector): (row: number) => { chunk: Data; index: number } | null {
  const ends: number[] = [];
  for (const { length } of data) ends.push((ends.at(-1) ?? 0) + length);
  let at = 0;
  return (row) => {
    const isHere = row < (ends[at] ?? 0) && row >= (ends[at - 1] ?? 0);
    if (!isHere) at = ends.findIndex((end) => row < end);
    const chunk = data[at];
    return chunk ? { chunk, index: row - (ends[at - 1] ?? 0) } : null;
  };
}

/** The whole numbers of moments: as numbers of milliseconds some cannot be had. */
function moments(vector: Vector): (row: number) => bigint | null {
  const find = place(vector);
  return (row) => {
    const found = find(row);
    if (!found?.chunk.getValid(found.index)) return null;
    return (found.chunk.values as BigInt64Array)[found.index] ?? null;
  };
}

/** A map's keys and values, as a vector of structs. */
function entries(vector: Vector): (row: number) => Vector | null {
  const find = place(vector);
  const VectorOf = vector.constructor as new (data: readonly Data[]) => Vector;
  return (row) => {
    const found = find(row);
    if (!found?.chunk.getValid(found.index)) return null;
    const { chunk, index } = found;
    const [start = 0, end = 0] = [chunk.valueOffsets[index], chunk.valueOffsets[index + 1]];
    return new VectorOf(chunk.children.map((child) => child.slice(start, end - start)));
  };
}

function kindOf(type: DataType): Kind<never> {
  switch (type.typeId) {
    case ids.int:
      return integers;
    case ids.float:
      return { value: (raw: number) => raw, text: doubleText };
    case ids.decimal:
      return decimals((type as DataType & { scale: number }).scale);
    case ids.date:
      return dates;
    case ids.time:
      return times((type as Time).unit);
    case ids.timestamp:
      return instants(type as Timestamp);
    case ids.binary:
      return { value: (raw: Uint8Array) => Array.from(raw), text: blobText };
    case ids.list:
    case ids.fixedList:
      return lists;
    case ids.map:
      return maps;
    default:
      return { value: (raw) => raw, text: String };
  }
}

/** A whole number that JavaScript would round is text: such numbers are codes. */
const integers: Kind<number | bigint> = {
  value: (raw) => (Number.isSafeInteger(Number(raw)) ? Number(raw) : String(raw)),
  text: String,
  key: (raw) => raw,
};

/** The double nearest to it, to be drawn; HUGEINT, which sums of whole numbers are, comes so too. */
const decimals = (scale: number): Kind<Uint32Array> => ({
  value: (raw) => Number(decimalText(wide(raw), scale)),
  text: (raw) => decimalText(wide(raw), scale),
  key: wide,
});

const dayOf = (milliseconds: number): number => Math.round(milliseconds / 86_400_000);

const dates: Kind<number> = {
  value: (raw) => dateText(dayOf(raw)),
  text: (raw) => dateText(dayOf(raw)),
  key: (raw) => raw,
};

const times = (unit: number): Kind<bigint | number> => ({
  value: (raw) => {
    const [clock = "", fraction = ""] = timeText(BigInt(raw), unit).split(".");
    return `${clock}.${fraction.padEnd(6, "0")}`;
  },
  text: (raw) => timeText(BigInt(raw), unit),
  key: (raw) => raw,
});

const instants = ({ unit, timezone }: Timestamp): Kind<bigint> => {
  const isZoned = Boolean(timezone);
  return {
    value: (value) => momentIso({ value, unit, isZoned }),
    text: (value) => momentText({ value, unit, isZoned }),
    key: (value) => value,
  };
};

function blobText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const isPlain = byte >= 0x20 && byte <= 0x7e && !"\\'\"".includes(String.fromCharCode(byte));
    const hex = byte.toString(16).toUpperCase().padStart(2, "0");
    return isPlain ? String.fromCharCode(byte) : `\\x${hex}`;
  }).join("");
}

const rowsOf = (length: number): number[] => Array.from({ length }, (_, row) => row);

const lists: Kind<Vector> = {
  value: (raw) => {
    const cells = cellsOf(raw);
    return rowsOf(raw.length).map((row) => cells.value(row));
  },
  text: (raw) => `[${innerTexts(raw).join(", ")}]`,
};

/** `{'a': 1}`, or `(1, 2)` where the fields have no names. */
function structs(vector: Vector): Cells {
  const fields = (vector.type as DataType).children;
  const children = fields.flatMap((_, index) => vector.getChildAt(index) ?? []).map(cellsOf);
  const isNamed = fields.some(({ name }) => name !== "");
  const value = (row: number): Value =>
    Object.fromEntries(
      fields.map(({ name }, i) => [name || String(i), children[i]?.value(row) ?? null]),
    );
  const text = (row: number): string => {
    const texts = children.map((cells, i) => innerText(cells, row, fields[i]?.type));
    if (!isNamed) return `(${texts.join(", ")})`;
    return `{${texts.map((inner, i) => `${quoted(fields[i]?.name ?? "")}: ${inner}`).join(", ")}}`;
  };
  const ask =
    <R>(read: (row: number) => R) =>
    (row: number): R | null =>
      vector.isValid(row) ? read(row) : null;
  return { value: ask(value), text: ask(text), key: ask(value) };
}

const maps: Kind<Vector> = {
  value: (raw) => {
    const [keys, values] = pairs(raw);
    const items = rowsOf(raw.length).map((row) => [
      keys?.text(row) ?? "",
      values?.value(row) ?? null,
    ]);
    return Object.fromEntries(items) as Value;
  },
  text: (raw) => {
    const [keys = [], values = []] = [0, 1].map((i) => {
      const child = raw.getChildAt(i);
      return child ? innerTexts(child) : [];
    });
    return `{${keys.map((key, i) => `${key}=${values[i] ?? "NULL"}`).join(", ")}}`;
  },
};

const pairs = (raw: Vector) =>
  [0, 1].map((index) => {
    const child = raw.getChildAt(index);
    return child ? cellsOf(child) : null;
  });

function innerTexts(vector: Vector): string[] {
  const cells = cellsOf(vector);
  return rowsOf(vector.length).map((row) => innerText(cells, row, vector.type as DataType));
}

const nested: readonly number[] = [ids.list, ids.fixedList, ids.struct, ids.map];

/** A value within another: texts that could be misread stand in quotes. */
function innerText(cells: Cells, row: number, type: DataType | undefined): string {
  const text = cells.text(row);
  if (text === null) return "NULL";
  const isPlain = nested.includes(type?.typeId ?? 0) || !needsQuotes.test(text);
  return isPlain ? text : quoted(text);
}

const needsQuotes = /^$|^null$|^\s|\s$|[,'":=()[\]{}]/i;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
