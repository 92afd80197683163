import type { ChartContext } from "../charts/index.ts";
import type { Row } from "../figures/index.ts";
import { toRowsSoon } from "../engine/index.ts";
import type { Table } from "apache-arrow";
import { formatNumber, say } from "../words/index.ts";
import { MOST_ROWS } from "./cells.ts";

/** What the engine said to a query. */
export interface Answer {
  readonly table: Table;
  /** From the question to the answer. */
  readonly milliseconds: number;
  /** Asks further of the same rows: `write` makes a statement of the query's, which holds them. */
  readonly ask?: (write: (query: string) => string) => Promise<Table>;
}

/** The answer of which a list holds rows, and not all of them. */
const answers = new WeakMap<readonly Row[], Answer>();

/**
 * The rows that readers of a query get: plain objects, the first 10 000. Made in short pieces, so
 * that the page stays free, and only where something reads them.
 */
export async function readRows(answer: Answer, signal: AbortSignal): Promise<readonly Row[]> {
  const { table } = answer;
  const rows = await toRowsSoon(table, MOST_ROWS, signal);
  if (table.numRows > rows.length) answers.set(rows, answer);
  return rows;
}

/** The answer that a list does not hold whole; undefined where it does. */
export function answerOf(rows: readonly Row[]): Answer | undefined {
  return answers.get(rows);
}

/** How many rows the query has; more than the list where it was cut. */
export function totalOf(rows: readonly Row[]): number {
  return answerOf(rows)?.table.numRows ?? rows.length;
}

/** A sentence where a list does not hold all rows; nothing where it does. */
export function shortened(rows: readonly Row[], { build, language }: ChartContext): Element[] {
  const total = totalOf(rows);
  if (total === rows.length) return [];
  const [some, all] = [formatNumber(rows.length, language), formatNumber(total, language)];
  return [build.html("span", { class: "shortened" }, say(language, "result.shortened", some, all))];
}
