import { formatNumber, say } from "../i18n/index.ts";
import type { ChartContext } from "./context.ts";

/** Marks of a chart that draws one of each row; a drawing of more cannot be read. */
export const MOST_MARKS = 500;

/** Rows of a query that the general grammar draws one by one; of more the engine makes sums. */
export const MOST_DRAWN = 10_000;

/** Refuses what would draw too many marks, and says what to write instead: none is left out. */
export function checkMarks(count: number, { language }: ChartContext): void {
  if (count <= MOST_MARKS) return;
  const [marks, most] = [count, MOST_MARKS].map((value) => formatNumber(value, language));
  throw new Error(say(language, "limit.marks", marks ?? "", most ?? ""));
}
