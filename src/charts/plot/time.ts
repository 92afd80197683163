import { scaleUtc } from "d3-scale";
import { isMapping, type MarkName } from "../../notebook/chart-cell/index.ts";
import type { ChartSpec, Row } from "../../figures/index.ts";

/** As the engine writes DATE and TIMESTAMP; an infinite one has no place in time. */
const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?$/;
const infinite = /^-?infinity$/;

/** True where all that a column holds are days or moments. */
export function isTimeColumn(rows: readonly Row[], column: string): boolean {
  let found = false;
  for (const row of rows) {
    const value = row[column];
    if (value === null || value === undefined || value === "") continue;
    const isMoment = value instanceof Date || (typeof value === "string" && moment.test(value));
    if (!isMoment && !(typeof value === "string" && infinite.test(value))) return false;
    found ||= isMoment;
  }
  return found;
}

/** Axes on which a mark needs bands, so that a moment is a name there. */
const bands: Readonly<Partial<Record<MarkName, readonly string[]>>> = {
  barX: ["y"],
  waffleX: ["y"],
  tickX: ["y"],
  boxX: ["y"],
  barY: ["x"],
  waffleY: ["x"],
  tickY: ["x"],
  boxY: ["x"],
  cell: ["x", "y"],
};

/** Whether moments of a channel lie on a scale of time: the spec says so, or nothing else. */
export function takesTime(channel: string, spec: ChartSpec): boolean {
  const axis = channel.replace(/\d$/, "");
  if (axis !== "x" && axis !== "y") return false;
  const scale = spec[axis];
  const type = isMapping(scale) ? scale["type"] : undefined;
  if (type !== undefined) return type === "utc";
  return !needsBands(axis, spec);
}

/** Whether a mark of a spec stands on bands of an axis. */
export function needsBands(axis: string, spec: ChartSpec): boolean {
  const marks: unknown[] = Array.isArray(spec["marks"]) ? spec["marks"] : [];
  return marks.some(
    (mark) => isMapping(mark) && bands[mark["mark"] as MarkName]?.includes(axis) === true,
  );
}

/** What ticks of time are: their labels say no more and no less. */
export type TimeUnit = "year" | "month" | "day" | "minute" | "second";

const parts: readonly (readonly [TimeUnit, (day: Date) => boolean])[] = [
  ["year", (day) => day.getUTCMonth() === 0 && isMonth(day)],
  ["month", isMonth],
  ["day", isDay],
  ["minute", (day) => day.getTime() % 60_000 === 0],
];

function isDay(day: Date): boolean {
  return day.getTime() % 86_400_000 === 0;
}

function isMonth(day: Date): boolean {
  return day.getUTCDate() === 1 && isDay(day);
}

/** The largest unit of which all are whole. */
export function unitOfTimes(days: readonly Date[]): TimeUnit {
  return parts.find(([, isWhole]) => days.every(isWhole))?.[0] ?? "second";
}

/** Ticks from one moment to another, about so many: whole years, months or days. */
export function timeTicks(low: Date, high: Date, count: number, areDays: boolean): Date[] {
  const ticks = scaleUtc().domain([low, high]).ticks(count);
  const whole = areDays ? ticks.filter(isDay) : ticks;
  return whole.length > 0 ? whole : [low];
}

/** Whether moments are days without a time of day. */
export function areDays(times: readonly Date[]): boolean {
  return times.every(isDay);
}
