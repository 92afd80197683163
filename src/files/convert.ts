import type { ColumnType } from "../engine/index.ts";
import { isNothing, readLoose, readNumber, readTimestamp } from "./spelling.ts";
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
  return converters[type](cell, loose);
}

const converters: Readonly<
  Record<ColumnType, (cell: Exclude<Cell, null>, loose: boolean) => Converted>
> = {
  VARCHAR: textOf,
  DOUBLE: numberOf,
  INTEGER: (cell, loose) => integerOf(numberOf(cell, loose), 2_147_483_647),
  BIGINT: (cell, loose) =>
    typeof cell === "bigint"
      ? cell
      : bigintOf(integerOf(numberOf(cell, loose), Number.MAX_SAFE_INTEGER)),
  BOOLEAN: booleanOf,
  DATE: (cell) => dayOf(timeOf(cell)),
  TIMESTAMP: timeOf,
};

function textOf(cell: Exclude<Cell, null>): string {
  if (!(cell instanceof Date)) return String(cell);
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
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

function bigintOf(value: number | null | undefined): bigint | null | undefined {
  return value == null ? value : BigInt(value);
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

function dayOf(time: number | undefined): number | undefined {
  return time === undefined ? undefined : Math.floor(time / 86_400_000) * 86_400_000;
}

/** A cell for a preview. */
export function show(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined || cell === "" ? null : textOf(cell);
}
