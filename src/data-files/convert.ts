import type { ColumnType } from "../engine/index.ts";
import { dayText, timeText } from "./typed.ts";
import { ruled, type Rule } from "./rules.ts";
import { isNothing, readMoment, readNumber, readTimestamp } from "./spelling.ts";
import type { Cell } from "./types.ts";

/** What a cell becomes: as `columnsToArrow` takes it; undefined where it does not fit the type. */
export type Converted = string | number | bigint | boolean | null | undefined;

/**
 * A cell in a column's type, read by a rule where the reader chose one; `loose` takes `未填报` for
 * nothing. A text of blanks, and none, is nothing except in a column of texts or bytes.
 */
export function convert(cell: Cell, type: ColumnType, rule?: Rule): Converted {
  if (cell === null) return null;
  if (typeof cell === "string" && !isText(type) && cell.trim() === "") return null;
  if (rule === undefined) return (converters[type] ?? textOf)(cell);
  if (rule === "loose" && typeof cell === "string" && isNothing(cell)) return null;
  if (rule === "loose" && typeof cell !== "string") return (converters[type] ?? textOf)(cell);
  const read = ruled(textOf(cell), rule);
  return read === null ? undefined : (converters[type] ?? textOf)(read);
}

const isText = (type: ColumnType): boolean => type === "VARCHAR" || type === "BLOB";

/** What the table holds of a value, as the engine writes it; null for nothing. */
export function written(value: Converted, type: ColumnType): string | null {
  if (value === null || value === undefined) return null;
  if (type === "DATE") return dayText(Math.floor(Number(value) / 86_400_000));
  return type === "TIMESTAMP" ? timeText(BigInt(value), 6) : String(value);
}

/** How a cell comes to be in the table where that is not as it stands in the file. */
export interface Change {
  readonly code: "respelled" | "rounded" | "unreadable";
  /** Before and after. */
  readonly example: string;
}

/** Null where what is written back is what was there. */
export function changeOf(cell: Cell, type: ColumnType, rule?: Rule): Change | null {
  const before = show(cell);
  if (before === null || (type === "VARCHAR" && rule === undefined)) return null;
  const value = convert(cell, type, rule);
  if (value === undefined) return { code: "unreadable", example: before };
  const after = written(value, type);
  if (after === before) return null;
  const example = `${before} → ${after ?? "—"}`;
  const isExact = typeof value !== "number" || type === "DATE" || isSame(before, value, rule);
  return { code: isExact && !isCut(before, type) ? "respelled" : "rounded", example };
}

/** Whether a number is the one that its digits say. */
function isSame(text: string, value: number, rule: Rule | undefined): boolean {
  const read = rule === undefined || rule === "loose" ? text : (ruled(text, rule) ?? text);
  // Units and signs were taken off by `readLoose`, which moves the point and no digit.
  if (readNumber(read) === null)
    return digitsOf(read.normalize("NFKC")) === digitsOf(String(value));
  return digitsOf(read) === digitsOf(String(value));
}

/** The digits that count, without point, exponent and zeros at the ends. */
function digitsOf(text: string): string {
  const [mantissa = ""] = text.toLowerCase().split("e");
  return mantissa.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}

/** Microseconds are the finest that a time holds. */
function isCut(text: string, type: ColumnType): boolean {
  return type === "TIMESTAMP" && /\.\d{6}\d*[1-9]/.test(text);
}

/** All types that are not here are texts, as the file itself has them. */
const converters: Readonly<Partial<Record<ColumnType, (cell: Exclude<Cell, null>) => Converted>>> =
  {
    DOUBLE: numberOf,
    INTEGER: (cell) => integerOf(numberOf(cell), -2_147_483_648, 2_147_483_647),
    BIGINT: (cell) => wholeOf(cell, -(2n ** 63n), 2n ** 63n),
    UBIGINT: (cell) => wholeOf(cell, 0n, 2n ** 64n),
    BOOLEAN: booleanOf,
    DATE: (cell) => dayOf(timeOf(cell)),
    TIMESTAMP: momentOf,
  };

/** As the engine writes it, so that what is shown is what will be there. */
function textOf(cell: Exclude<Cell, null>): string {
  if (!(cell instanceof Date)) return String(cell);
  const text = timeText(BigInt(cell.getTime()), 3);
  return text.endsWith(" 00:00:00") ? text.slice(0, -9) : text;
}

function numberOf(cell: Exclude<Cell, null>): number | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell !== "string") return undefined;
  return readNumber(cell) ?? undefined;
}

function integerOf(
  value: number | null | undefined,
  least: number,
  most: number,
): number | null | undefined {
  if (value == null) return value;
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Whole numbers of 64 bits, to the last digit where they are written out. */
function wholeOf(
  cell: Exclude<Cell, null>,
  least: bigint,
  past: bigint,
): bigint | null | undefined {
  const digits = typeof cell === "string" && /^\s*[+-]?\d{1,20}\s*$/.test(cell);
  const exact =
    typeof cell === "bigint" ? cell : digits ? BigInt(cell.trim().replace(/^\+/, "")) : null;
  if (exact !== null) return exact >= least && exact < past ? exact : undefined;
  const value = integerOf(numberOf(cell), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return value == null ? value : value < least ? undefined : BigInt(value);
}

function booleanOf(cell: Exclude<Cell, null>): boolean | undefined {
  if (typeof cell === "boolean") return cell;
  const text = String(cell).trim().toLowerCase();
  if (["true", "1", "yes", "是", "有"].includes(text)) return true;
  return ["false", "0", "no", "否", "无"].includes(text) ? false : undefined;
}

function timeOf(cell: Exclude<Cell, null>): number | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.getTime();
  return typeof cell === "string" ? (readTimestamp(cell) ?? undefined) : undefined;
}

/** Microseconds, which a text may have and a Date has not. */
function momentOf(cell: Exclude<Cell, null>): bigint | undefined {
  if (typeof cell === "string") return readMoment(cell) ?? undefined;
  const time = timeOf(cell);
  return time === undefined ? undefined : BigInt(time) * 1000n;
}

function dayOf(time: number | undefined): number | undefined {
  return time === undefined ? undefined : Math.floor(time / 86_400_000) * 86_400_000;
}

/** A cell for a preview. */
export function show(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined || cell === "" ? null : textOf(cell);
}
