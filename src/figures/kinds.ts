import type { Observation } from "./observation.ts";

/** The columns by which two figures differ in kind. */
export const kindColumns = [
  "metric_id",
  "unit",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "authority",
  "channel",
  "accident",
  "confiscations",
  "counted_as",
  "period_basis",
];

/** Of more figures only one of each kind is judged: pairs grow with the square. */
export const MOST_JUDGED = 320;

/** One figure of each kind, so many at most. */
export function representatives(stated: readonly Observation[], most: number): Observation[] {
  const kindOf = ({ row }: Observation) =>
    kindColumns.map((name) => String(row[name] ?? "")).join("|");
  return [...new Map(stated.map((one) => [kindOf(one), one])).values()].slice(0, most);
}
