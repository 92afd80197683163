import type { ChartContext, Row } from "../charts/index.ts";
import { toRowsSoon } from "../engine/index.ts";
import type { Table } from "apache-arrow";
import { formatNumber, say } from "../i18n/index.ts";
import { MOST_ROWS } from "./cells.ts";

/** What the engine said to a query. */
export interface Answer {
  readonly table: Table;
  /** From the question to the answer. */
  readonly milliseconds: number;
}

/** How many rows there were where not all are in a list. */
const totals = new WeakMap<readonly Row[], number>();

/**
 * The rows that readers of a query get: plain objects, the first 10 000. Made in short pieces, so
 * that the page stays free, and only where something reads them.
 */
export async function readRows({ table }: Answer, signal: AbortSignal): Promise<readonly Row[]> {
  const rows = await toRowsSoon(table, { end: MOST_ROWS, signal });
  if (table.numRows > rows.length) totals.set(rows, table.numRows);
  return rows;
}

/** How many rows the query has; more than the list where it was cut. */
export function totalOf(rows: readonly Row[]): number {
  return totals.get(rows) ?? rows.length;
}

/** No more than so many of the rows; it stays known how many there were. */
export function firstRows(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const first = rows.slice(0, most);
  totals.set(first, totalOf(rows));
  return first;
}

/** A sentence where a list does not hold all rows; nothing where it does. */
export function shortened(rows: readonly Row[], { build, language }: ChartContext): Element[] {
  const total = totalOf(rows);
  if (total === rows.length) return [];
  const [some, all] = [formatNumber(rows.length, language), formatNumber(total, language)];
  return [build.html("span", { class: "shortened" }, say(language, "result.shortened", some, all))];
}
