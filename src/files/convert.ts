import type { ColumnType } from "../engine/index.ts";
import { timeText } from "./typed.ts";
import { isNothing, readLoose, readMoment, readNumber, readTimestamp } from "./spelling.ts";
import type { Cell } from "./types.ts";

/** What a cell becomes: as `columnsToArrow` takes it; undefined where it does not fit the type. */
export type Converted = string | number | bigint | boolean | null | undefined;

/**
 * A cell in a column's type. `loose`: `1,234`, `1.5万`, `12%` are numbers and `未填报` is nothing.
 * A text of blanks, and none, is nothing except in a text column.
 */
export function convert(cell: Cell, type: ColumnType, loose: boolean): Converted {
  if (cell === null) return null;
  if (typeof cell === "string" && type !== "VARCHAR" && cell.trim() === "") return null;
  if (loose && typeof cell === "string" && isNothing(cell)) return null;
  return (converters[type] ?? textOf)(cell, loose);
}

/** All types that are not here are texts, as the file itself has them. */
const converters: Readonly<
  Partial<Record<ColumnType, (cell: Exclude<Cell, null>, loose: boolean) => Converted>>
> = {
  DOUBLE: numberOf,
  INTEGER: (cell, loose) => integerOf(numberOf(cell, loose), 2_147_483_647),
  BIGINT: (cell, loose) => wholeOf(cell, loose, -(2n ** 63n), 2n ** 63n),
  UBIGINT: (cell, loose) => wholeOf(cell, loose, 0n, 2n ** 64n),
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

function numberOf(cell: Exclude<Cell, null>, loose: boolean): number | null | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell !== "string") return undefined;
  const plain = readNumber(cell);
  if (plain !== null) return plain;
  return loose ? readLoose(cell)?.value : undefined;
}

function integerOf(value: number | null | undefined, most: number): number | null | undefined {
  if (value == null) return value;
  return Number.isInteger(value) && Math.abs(value) <= most ? value : undefined;
}

/** Whole numbers of 64 bits, to the last digit where they are written out. */
function wholeOf(
  cell: Exclude<Cell, null>,
  loose: boolean,
  least: bigint,
  past: bigint,
): bigint | null | undefined {
  const digits = typeof cell === "string" && /^\s*[+-]?\d{1,20}\s*$/.test(cell);
  const exact =
    typeof cell === "bigint" ? cell : digits ? BigInt(cell.trim().replace(/^\+/, "")) : null;
  if (exact !== null) return exact >= least && exact < past ? exact : undefined;
  const value = integerOf(numberOf(cell, loose), Number.MAX_SAFE_INTEGER);
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
