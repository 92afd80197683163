import { Type, type Batch, type DataType, type Field } from "@uwdata/flechette";
import type { ColumnType } from "../engine/index.ts";
import { listOf, mapOf, structOf, type TypedColumn } from "./nested.ts";
import {
  blobText,
  clockText,
  dayText,
  decimalText,
  floatText,
  intervalOf,
  timeText,
} from "./typed.ts";
import { FileError, type Cell } from "./types.ts";

/** The parts of a type and of a batch that are read here; the library's own types are unions. */
interface Shape {
  readonly typeId: number;
  readonly bitWidth?: number;
  readonly signed?: boolean;
  readonly scale?: number;
  readonly precision?: number;
  readonly unit?: number;
  readonly stride?: number;
  readonly timezone?: string | null;
  readonly children?: readonly Field[];
  readonly dictionary?: DataType;
}
export const shapeOf = (type: DataType): Shape => type as unknown as Shape;

const digitsOf = [0, 3, 6, 9] as const;
const plain = (type: ColumnType): TypedColumn => ({ type, cell: (value) => value as Cell });

/** An Arrow type as one of the engine, for values as `rawReader` gives them. */
export function typedArrow(type: DataType): TypedColumn {
  const shape = shapeOf(type);
  const inner = (at = 0): TypedColumn => typedArrow(childType(shape, at));
  switch (shape.typeId) {
    case Type.Dictionary:
      return typedArrow(shape.dictionary ?? type);
    case Type.Null:
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
      return plain("VARCHAR");
    case Type.Bool:
      return plain("BOOLEAN");
    case Type.Int:
      return integer(shape);
    case Type.Float:
      return shape.precision === 2
        ? plain("DOUBLE")
        : { type: "FLOAT", cell: (value) => floatText(Number(value)) };
    case Type.Decimal:
      return decimal(shape);
    case Type.Date:
      return { type: "DATE", cell: (days) => dayText(Number(days)) };
    case Type.Timestamp:
      return {
        type: shape.unit === 3 ? "TIMESTAMP_NS" : "TIMESTAMP",
        cell: (value) => timeText(value as bigint, digits(shape)),
        ...(shape.timezone ? { isZoned: true } : {}),
      };
    case Type.Time:
      return { type: "TIME", cell: (value) => clockText(value as bigint, digits(shape)) };
    case Type.Duration:
      return {
        type: "INTERVAL",
        cell: (value) => intervalOf(0, 0, value as bigint, digits(shape)),
      };
    case Type.Interval:
      return { type: "INTERVAL", cell: (value) => interval(value, shape.unit) };
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
      return listOf(inner());
    case Type.Map: {
      const entry = shapeOf(childType(shape, 0));
      return mapOf(typedArrow(childType(entry, 0)), typedArrow(childType(entry, 1)));
    }
    case Type.Struct:
      return structOf(
        (shape.children ?? []).map(({ name, type: child }) => ({ name, typed: typedArrow(child) })),
      );
    case Type.Binary:
    case Type.LargeBinary:
    case Type.BinaryView:
    case Type.FixedSizeBinary:
      return { type: "BLOB", cell: (value) => blobText(value as Uint8Array) };
    default:
      throw new FileError("compression", `Arrow type ${shape.typeId}`);
  }
}

function childType({ children }: Shape, at: number): DataType {
  const child = children?.[at];
  if (child === undefined) throw new FileError("damaged", "type");
  return child.type;
}

function digits({ unit = 0 }: Shape): 0 | 3 | 6 | 9 {
  return digitsOf[unit] ?? 0;
}

function integer({ bitWidth = 32, signed = true }: Shape): TypedColumn {
  if (bitWidth < 32 || (bitWidth === 32 && signed)) return plain("INTEGER");
  if (bitWidth === 32) return { type: "BIGINT", cell: (value) => BigInt(value as number) };
  return plain(signed ? "BIGINT" : "UBIGINT");
}

function decimal({ precision = 38, scale = 0 }: Shape): TypedColumn {
  const fits = precision <= 38 && scale >= 0 && scale <= precision;
  return {
    type: fits ? `DECIMAL(${precision},${scale})` : "VARCHAR",
    cell: (value) => decimalText(BigInt(value as bigint), scale),
  };
}

function interval(value: unknown, unit: number | undefined): string {
  if (unit === 0) return intervalOf(Number(value), 0, 0n, 3);
  const [first = 0, second = 0, third = 0] = Array.from(value as ArrayLike<number>);
  return unit === 1
    ? intervalOf(0, first, BigInt(second), 3)
    : intervalOf(first, second, BigInt(Math.trunc(third)), 9);
}

/** Reads a batch's values as they stand, without the library's floating milliseconds. */
export function rawReader(batch: Batch<unknown>, type: DataType): (row: number) => unknown {
  const shape = shapeOf(type);
  const value = rawValue(batch, shape);
  const hasNulls = batch.nullCount > 0;
  return (row) => (hasNulls && !batch.isValid(row) ? null : value(row));
}

function rawValue(batch: Batch<unknown>, shape: Shape): (row: number) => unknown {
  const {
    offsets,
    children = [],
    values,
  } = batch as unknown as {
    readonly offsets: ArrayLike<number | bigint>;
    readonly children?: readonly Batch<unknown>[];
    readonly values: ArrayLike<number | bigint>;
  };
  const child = (at: number) => rawReader(children[at] as Batch<unknown>, childType(shape, at));
  const range = (read: (row: number) => unknown, from: number, to: number): unknown[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => read(from + at));
  switch (shape.typeId) {
    case Type.Date:
      return shape.unit === 1
        ? (row) => Math.floor(Number(values[row]) / 86_400_000)
        : (row) => values[row];
    case Type.Timestamp:
    case Type.Time:
    case Type.Duration:
      return (row) => BigInt(values[row] ?? 0);
    case Type.List:
    case Type.LargeList: {
      const read = child(0);
      return (row) => range(read, Number(offsets[row]), Number(offsets[row + 1]));
    }
    case Type.FixedSizeList: {
      const [read, stride = 0] = [child(0), shape.stride];
      return (row) => range(read, row * stride, (row + 1) * stride);
    }
    case Type.Map: {
      const entry = shapeOf(childType(shape, 0));
      const [keys, items] = [0, 1].map((at) =>
        rawReader(
          (children[0] as unknown as { children: Batch<unknown>[] }).children[at] as Batch<unknown>,
          childType(entry, at),
        ),
      ) as [(row: number) => unknown, (row: number) => unknown];
      return (row) =>
        range((at) => [keys(at), items(at)], Number(offsets[row]), Number(offsets[row + 1]));
    }
    case Type.Struct: {
      const fields = (shape.children ?? []).map(({ name }, at) => [name, child(at)] as const);
      return (row) => Object.fromEntries(fields.map(([name, read]) => [name, read(row)]));
    }
    default:
      return (row) => batch.at(row);
  }
}
