import type { SchemaElement, SchemaTree } from "hyparquet";
import { isListLike, isMapLike } from "hyparquet/src/schema.js";
import { parseFloat16 } from "hyparquet/src/convert.js";
import type { ColumnType } from "../engine/index.ts";
import { listOf, mapOf, structOf, textColumn, type TypedColumn } from "./nested.ts";
import {
  blobText,
  clockText,
  dayText,
  decimalText,
  floatText,
  fromBytes,
  intervalText,
  timeText,
  uuidText,
} from "./typed.ts";
import type { Cell } from "./types.ts";

const whole = (value: unknown): bigint => BigInt(value as number | bigint);

/** A leaf or a tree of the schema as a type of the engine. */
export function typedColumn(tree: SchemaTree): TypedColumn {
  const [first] = tree.children;
  if (tree.element.repetition_type === "REPEATED") return listOf(typedLeafOrStruct(tree));
  if (first !== undefined && isListLike(tree)) {
    const [item] = first.children;
    return listOf(item === undefined ? typedLeafOrStruct(first) : typedColumn(item));
  }
  const [key, value] = first?.children ?? [];
  if (key !== undefined && value !== undefined && isMapLike(tree))
    return mapOf(typedColumn(key), typedColumn(value));
  return typedLeafOrStruct(tree);
}

function typedLeafOrStruct(tree: SchemaTree): TypedColumn {
  if (tree.children.length === 0) return leaf(tree.element);
  const fields = tree.children.map((child) => ({
    name: child.element.name,
    typed: typedColumn(child),
  }));
  return structOf(fields);
}

const plain = (type: ColumnType): TypedColumn => ({ type, cell: (value) => value as Cell });

function leaf(element: SchemaElement): TypedColumn {
  const { type, converted_type: converted, logical_type: logical } = element;
  const named = logical?.type;
  if (converted === "DECIMAL" || named === "DECIMAL") return decimal(element);
  if (converted === "DATE" || named === "DATE")
    return { type: "DATE", cell: (days) => dayText(Number(days)) };
  if (logical?.type === "TIMESTAMP") return moment(unitOf(logical.unit), logical.isAdjustedToUTC);
  if (converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS")
    return moment(converted.endsWith("MILLIS") ? 3 : 6, false);
  if (type === "INT96") return moment(9, false);
  if (logical?.type === "TIME" || converted?.startsWith("TIME_") === true) {
    const unit =
      logical?.type === "TIME" ? unitOf(logical.unit) : converted === "TIME_MILLIS" ? 3 : 6;
    return { type: "TIME", cell: (value) => clockText(whole(value), unit) };
  }
  if (converted === "INTERVAL")
    return { type: "INTERVAL", cell: (bytes) => intervalText(bytes as Uint8Array) };
  if (named === "UUID") return { type: "UUID", cell: (bytes) => uuidText(bytes as Uint8Array) };
  if (named === "FLOAT16")
    return { type: "FLOAT", cell: (bytes) => floatText(parseFloat16(bytes as Uint8Array) ?? NaN) };
  return byPhysical(element);
}

function byPhysical({
  type,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): TypedColumn {
  const isUnsigned =
    converted?.startsWith("UINT") === true || (logical?.type === "INTEGER" && !logical.isSigned);
  switch (type) {
    case "BOOLEAN":
      return plain("BOOLEAN");
    case "DOUBLE":
      return plain("DOUBLE");
    case "FLOAT":
      return { type: "FLOAT", cell: (value) => floatText(value as number) };
    case "INT32":
      return isUnsigned
        ? { type: "BIGINT", cell: (value) => BigInt((value as number) >>> 0) }
        : plain("INTEGER");
    case "INT64":
      return isUnsigned
        ? { type: "UBIGINT", cell: (value) => BigInt.asUintN(64, whole(value)) }
        : { type: "BIGINT", cell: whole };
    default:
      return isText(converted, logical?.type) ? textColumn : bytes;
  }
}

const bytes: TypedColumn = { type: "BLOB", cell: (value) => blobText(value as Uint8Array) };

export function isText(converted: string | undefined, logical: string | undefined): boolean {
  const texts = ["UTF8", "ENUM", "JSON", "STRING"];
  return texts.includes(converted ?? "") || texts.includes(logical ?? "");
}

function decimal({ type, precision = 38, scale = 0 }: SchemaElement): TypedColumn {
  const isBytes = type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY";
  // More digits than the engine's own: as text, every digit is there.
  const made =
    precision <= 38 && scale <= precision ? (`DECIMAL(${precision},${scale})` as const) : "VARCHAR";
  return {
    type: made,
    cell: (value) => decimalText(isBytes ? fromBytes(value as Uint8Array) : whole(value), scale),
  };
}

function unitOf(unit: "MILLIS" | "MICROS" | "NANOS"): 3 | 6 | 9 {
  return unit === "MILLIS" ? 3 : unit === "MICROS" ? 6 : 9;
}

/** A time in UTC; `digits` behind the second. */
function moment(digits: 3 | 6 | 9, isZoned: boolean): TypedColumn {
  return {
    type: digits === 9 ? "TIMESTAMP_NS" : "TIMESTAMP",
    cell: (value) => timeText(whole(value), digits),
    ...(isZoned ? { isZoned } : {}),
  };
}
