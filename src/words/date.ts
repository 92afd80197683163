import type { Fact, Language } from "../domain/index.ts";

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
  return day(parseDay(iso), language);
}

function day({ year, month, day }: Day, language: Language): string {
  return language === "zh"
    ? `${year}年${month}月${day}日`
    : `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** 2019年1–9月 · Jan–Sep 2019 for whole months; else to the day. */
function interval(start: Day, end: Day, language: Language): string {
  if (start.day === 1 && isMonthEnd(end)) return monthInterval(start, end, language);
  const fromNewYear = start.day === 1 && start.month === 1 && start.year === end.year;
  return fromNewYear ? untilDay(end, language) : dayInterval(start, end, language);
}

function month({ year, month }: Day, language: Language): string {
  return language === "zh" ? `${year}年${month}月` : `${months[month - 1] ?? ""} ${year}`;
}

function monthInterval(start: Day, end: Day, language: Language): string {
  const wholeYears = start.month === 1 && end.month === 12;
  if (start.year !== end.year && wholeYears)
    return `${start.year}–${end.year}${language === "zh" ? "年" : ""}`;
  if (start.year !== end.year) return `${month(start, language)}–${month(end, language)}`;
  if (start.month === end.month) return month(start, language);
  return language === "zh"
    ? `${start.year}年${start.month}–${end.month}月`
    : `${months[start.month - 1] ?? ""}–${month(end, language)}`;
}

/** From 1 January: 2020年（至12月10日） · 2020 (to 10 Dec). */
function untilDay(end: Day, language: Language): string {
  return language === "zh"
    ? `${end.year}年（至${end.month}月${end.day}日）`
    : `${end.year} (to ${end.day} ${months[end.month - 1] ?? ""})`;
}

/** 2020年3月15日至6月20日 · 15 Mar to 20 Jun 2020; the year twice only where it differs. */
function dayInterval(start: Day, end: Day, language: Language): string {
  const [from, to] = [day(start, language), day(end, language)];
  if (from === to) return from;
  if (start.year !== end.year) return language === "zh" ? `${from}至${to}` : `${from} to ${to}`;
  return language === "zh"
    ? `${from}至${end.month}月${end.day}日`
    : `${start.day} ${months[start.month - 1] ?? ""} to ${to}`;
}

function wholeYear(start: Day, end: Day): boolean {
  return start.day === 1 && start.month === 1 && start.year === end.year && isYearEnd(end);
}

function isYearEnd({ month, day }: Day): boolean {
  return month === 12 && day === 31;
}

function year(day: Day, language: Language): string {
  return language === "zh" ? `${day.year}年` : String(day.year);
}

/**
 * The window of a figure in words. `unspecified` says that the report names no window, since the
 * stored dates are then only the frame of the report.
 */
export function formatPeriod(fact: Dated, language: Language): string {
  if (fact.period_end === null) return unstated(language);
  const end = parseDay(fact.period_end);
  if (fact.period_start === null) return startless(fact, end, language);
  const start = parseDay(fact.period_start);
  if (fact.period_basis === "point_in_time") return pointInTime(start, end, language);
  if (fact.period_basis === "unspecified")
    return language === "zh"
      ? `${year(end, "zh")}报告，没写起止时间`
      : `${year(end, "en")} report, dates not stated`;
  if (wholeYear(start, end)) return year(end, language);
  return interval(start, end, language);
}

/** What began nobody says when: 至2020年12月10日，没写从何时起 · to 10 Dec 2020, start not stated. */
function startless({ period_basis }: Dated, end: Day, language: Language): string {
  if (period_basis === "point_in_time") return pointInTime(end, end, language);
  if (period_basis === "unspecified") return unstated(language);
  return language === "zh"
    ? `至${day(end, "zh")}，没写从何时起`
    : `to ${day(end, "en")}, start not stated`;
}

function unstated(language: Language): string {
  return language === "zh" ? "没写起止时间" : "dates not stated";
}

function pointInTime(start: Day, end: Day, language: Language): string {
  if (start.year === end.year && isYearEnd(end))
    return language === "zh" ? `${end.year}年底` : `end of ${end.year}`;
  return language === "zh" ? `截至${day(end, "zh")}` : `as of ${day(end, "en")}`;
}
