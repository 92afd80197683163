import type { Fact, Language } from "../facts/index.ts";

type Dated = Pick<Fact, "period_start" | "period_end" | "period_basis">;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parseDay(iso: string): Day {
  const [year = NaN, month = NaN, day = NaN] = iso.split("-").map(Number);
  return { year, month, day };
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function isMonthEnd({ year, month, day }: Day): boolean {
  return day === new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A calendar day in words: 2020年12月10日 · 10 Dec 2020. */
export function formatDate(iso: string, language: Language): string {
  const { year, month, day } = parseDay(iso);
  return language === "zh"
    ? `${year}年${month}月${day}日`
    : `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** 2019年1–9月 · Jan–Sep 2019; to the day where the end is not a month's end. */
function interval(start: Day, end: Day, language: Language): string {
  if (start.year !== end.year)
    return language === "zh" ? `${start.year}–${end.year}年` : `${start.year}–${end.year}`;
  if (!isMonthEnd(end)) return dayInterval(end, language);
  if (start.month === end.month)
    return language === "zh"
      ? `${start.year}年${start.month}月`
      : `${months[start.month - 1] ?? ""} ${start.year}`;
  return language === "zh"
    ? `${start.year}年${start.month}–${end.month}月`
    : `${months[start.month - 1] ?? ""}–${months[end.month - 1] ?? ""} ${start.year}`;
}

function dayInterval(end: Day, language: Language): string {
  return language === "zh"
    ? `${end.year}年（至${end.month}月${end.day}日）`
    : `${end.year} (to ${end.day} ${months[end.month - 1] ?? ""})`;
}

function wholeYear(start: Day, end: Day): boolean {
  return start.year === end.year && start.month === 1 && end.month === 12 && end.day === 31;
}

function year(day: Day, language: Language): string {
  return language === "zh" ? `${day.year}年` : String(day.year);
}

/**
 * The window of a figure in words. `unspecified` says that the report names no window, since the
 * stored dates are then only the frame of the report.
 */
export function formatPeriod(fact: Dated, language: Language): string {
  const start = parseDay(fact.period_start);
  const end = parseDay(fact.period_end);
  if (fact.period_basis === "point_in_time") return pointInTime(start, end, language);
  if (fact.period_basis === "unspecified")
    return language === "zh"
      ? `${year(end, "zh")}报告，起止未写明`
      : `${year(end, "en")} report, window unstated`;
  if (wholeYear(start, end)) return year(end, language);
  return interval(start, end, language);
}

function pointInTime(start: Day, end: Day, language: Language): string {
  const isYearEnd = end.month === 12 && end.day === 31;
  const day = `${end.year}-${end.month}-${end.day}`;
  if (start.year === end.year && isYearEnd)
    return language === "zh" ? `${end.year}年底` : `end of ${end.year}`;
  return language === "zh" ? `截至${formatDate(day, "zh")}` : `as of ${formatDate(day, "en")}`;
}
