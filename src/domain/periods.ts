import type { Fact, PeriodBasis, PeriodKind } from "./types.ts";

export type Period = Pick<Fact, "period_start" | "period_end" | "period_basis">;

type Dates = Pick<Period, "period_start" | "period_end">;

const kinds: Readonly<Record<PeriodBasis, PeriodKind>> = {
  full_year: "year",
  ytd: "part",
  quarter: "part",
  month: "part",
  campaign: "open",
  point_in_time: "instant",
  unspecified: "open",
};

/** The kind of a period, after its basis: the report's words, not the distance of the dates. */
export function periodKind({ period_basis }: Pick<Period, "period_basis">): PeriodKind {
  return kinds[period_basis];
}

/** True where the figure covers a known part of a year, so that it cannot stand beside a year. */
export function isPartOfYear(period: Pick<Period, "period_basis">): boolean {
  return periodKind(period) === "part";
}

/** The calendar year of the period's end, of which the report speaks; null where no date is known. */
export function yearOf({ period_end }: Pick<Period, "period_end">): number | null {
  return period_end === null ? null : Number(period_end.slice(0, 4));
}

/** The first day that is known of a period; null where none is. */
export function firstDay({ period_start, period_end }: Dates): string | null {
  return period_start ?? period_end;
}

/** The year of the first day that is known. */
export function firstYear(dates: Dates): number | null {
  return yearOf({ period_end: firstDay(dates) });
}

/** The same day of the next year; null where there is none. */
function yearLater(date: string | null): string | null {
  return date === null ? null : `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}

/** True for the same days of the year before, on the same basis; what has no date has no year. */
export function isYearBefore(before: Period, now: Period): boolean {
  return (
    now.period_end !== null &&
    before.period_basis === now.period_basis &&
    yearLater(before.period_start) === now.period_start &&
    yearLater(before.period_end) === now.period_end
  );
}

/** Something is said of time: a date or, of a page that shows none, that it is unspecified. */
export function isPeriodKnown({
  period_end,
  period_basis,
}: {
  readonly period_end: string | null;
  readonly period_basis: PeriodBasis;
}): boolean {
  return period_end !== null || period_basis === "unspecified";
}

/**
 * Months from the first day to the last, both included; a month begun counts by its days, so that
 * 2020-01-01 … 2020-12-10 is 11.32. 0 for an instant, and where no first day is stated.
 */
export function monthsCovered(period: Period): number {
  const { period_start, period_end } = period;
  if (periodKind(period) === "instant" || period_start === null || period_end === null) return 0;
  const [start, end] = [parts(period_start), parts(period_end)];
  const whole = (end.year - start.year) * 12 + end.month - start.month;
  const days = end.day / daysIn(end) - (start.day - 1) / daysIn(start);
  return Math.round((whole + days) * 100) / 100;
}

/** True for `YYYY-MM-DD` of a day that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = parts(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn({ year, month });
}

/** Bases of which the report need not say when it began. */
const startless: ReadonlySet<PeriodBasis> = new Set(["campaign", "point_in_time", "unspecified"]);

/** True where the dates are what the basis says: a whole year, quarter or month; ytd from 1 January. */
export function fitsBasis({ period_start, period_end, period_basis }: Period): boolean {
  // A page without any date says nothing of time.
  if (period_end === null) return period_start === null && period_basis === "unspecified";
  if (period_start === null) return startless.has(period_basis);
  const start = parts(period_start);
  const months = monthsCovered({ period_start, period_end, period_basis });
  if (period_basis === "full_year") return period_start.endsWith("-01-01") && months === 12;
  if (period_basis === "quarter") return start.day === 1 && start.month % 3 === 1 && months === 3;
  if (period_basis === "month") return start.day === 1 && months === 1;
  if (period_basis === "ytd") return period_start.endsWith("-01-01") && months <= 12;
  return true;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parts(date: string): Day {
  const [year = NaN, month = NaN, day = NaN] = date.split("-").map(Number);
  return { year, month, day };
}

function daysIn({ year, month }: Pick<Day, "year" | "month">): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
