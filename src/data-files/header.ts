import type { Cell } from "./types.ts";

/** Rows looked at to find the names. */
export const sampleRows = 30;

/**
 * The row with the names, from 1, or 0: the first that is as wide as the table (titles above it
 * are narrower) and is text, or years, where rows below have numbers. A table of text alone is
 * taken to have its names in that row.
 */
export function headerOf(rows: readonly (readonly Cell[])[]): number {
  const sample = rows.slice(0, sampleRows);
  const width = mode(sample.map(filled));
  const at = sample.findIndex((row) => filled(row) >= Math.max(1, Math.ceil(width * 0.7)));
  if (at < 0) return 0;
  return isData(sample[at] ?? [], sample.slice(at + 1)) ? 0 : at + 1;
}

/** The cell above a column of row names is often left empty, and counts. */
function filled(row: readonly Cell[]): number {
  const full = row.map((cell) => cell !== null && cell !== "");
  const others = full.slice(1).filter(Boolean).length;
  return others + Number(full[0] === true || (others > 0 && others === full.length - 1));
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function isData(row: readonly Cell[], below: readonly (readonly Cell[])[]): boolean {
  const numbers = row.filter(isNumeric);
  if (numbers.length === 0) return false;
  if (areYears(numbers)) return false;
  // A number above numbers is data; above text it is a name that happens to be one.
  return row.some(
    (cell, index) => isNumeric(cell) && below.some((other) => isNumeric(other[index])),
  );
}

function isNumeric(cell: Cell | undefined): boolean {
  if (typeof cell === "string") return cell.trim() !== "" && Number.isFinite(Number(cell));
  return cell !== null && cell !== undefined && typeof cell !== "boolean";
}

/** 2021, 2022, 2023 head the columns of a wide table. */
function areYears(numbers: readonly Cell[]): boolean {
  const years = numbers.map(Number);
  const distinct = new Set(years).size === years.length;
  return distinct && years.every((year) => Number.isInteger(year) && year > 1900 && year < 2100);
}
