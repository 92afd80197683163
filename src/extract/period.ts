import type { Fact, PeriodBasis } from "../domain/index.ts";
import { isoDate, lastDay } from "./dates.ts";
import type { Frame } from "./frame.ts";

/** A period as the columns have it. */
export type Period = Pick<Fact, "period_start" | "period_end" | "period_basis">;

function period(basis: PeriodBasis, start: string | null, end: string | null): Period {
  return { period_basis: basis, period_start: start, period_end: end };
}

interface TimeRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** A character without which the pattern finds nothing. */
  readonly hint: string;
  /** Null where the words say nothing by themselves. */
  readonly read: (match: RegExpExecArray, frame: Frame) => Period | null;
}

const chineseMonths: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

function number(text: string | undefined): number {
  return text === undefined ? NaN : (chineseMonths[text] ?? Number(text));
}

/** The year that a text names in full or by a word; else that of the report. */
function yearOf(text: string | undefined, { year }: Frame): number | null {
  if (text === undefined || text === "") return year;
  if (/^\d{4}/.test(text)) return Number(text.slice(0, 4));
  return year === null ? null : /去年|上年|上一年/.test(text) ? year - 1 : year;
}

const yearWord = "((?:19|20)\\d\\d年(?:度)?|今年|本年度?|去年|上年度?|上一年度?)?";

/** A year's months from January to one of them; the whole year where that is December. */
function months(
  year: number | null,
  first: number,
  last: number,
  basis: PeriodBasis,
): Period | null {
  if (year === null || !(first >= 1 && first <= last && last <= 12)) return null;
  const whole = first === 1 && last === 12;
  const start = `${String(year)}-${String(first).padStart(2, "0")}-01`;
  return period(whole ? "full_year" : basis, start, lastDay(year, last));
}

/** A whole year, of which a report that was written within it knows only a part. */
function wholeYear(year: number | null, frame: Frame): Period | null {
  if (year === null) return null;
  const last = `${String(year)}-12-31`;
  const isOpen = frame.year === year && frame.asOf !== null && frame.asOf < last;
  return isOpen
    ? period("ytd", `${String(year)}-01-01`, frame.asOf)
    : period("full_year", `${String(year)}-01-01`, last);
}

/** Words of time, the more special first; the one nearest before a number holds. */
const timeRules: readonly TimeRule[] = [
  {
    id: "dates",
    hint: "日",
    pattern:
      /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:起)?[至到—–~-]+(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日/,
    read: ([, y1, m1, d1, y2, m2, d2]) => {
      const start = isoDate(Number(y1), Number(m1), Number(d1));
      const end = isoDate(Number(y2 ?? y1), Number(m2), Number(d2));
      if (start === null || end === null || start > end) return null;
      const isYear = start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31`;
      return period(
        isYear ? "full_year" : start.endsWith("-01-01") ? "ytd" : "campaign",
        start,
        end,
      );
    },
  },
  {
    id: "months",
    hint: "月",
    pattern: new RegExp(`${yearWord}(\\d{1,2})月?[至到—–~-]+(\\d{1,2})月份?`),
    read: ([, year, first, last], frame) =>
      months(
        yearOf(year, frame),
        number(first),
        number(last),
        number(first) === 1 ? "ytd" : "unspecified",
      ),
  },
  {
    id: "first-months",
    hint: "月",
    pattern: new RegExp(`${yearWord}前(\\d{1,2}|[一二三四五六七八九十]+)个?月`),
    read: ([, year, last], frame) => months(yearOf(year, frame), 1, number(last), "ytd"),
  },
  {
    id: "first-quarters",
    hint: "季",
    pattern: new RegExp(`${yearWord}前([一二三四])(?:个)?季度`),
    read: ([, year, last], frame) => months(yearOf(year, frame), 1, number(last) * 3, "ytd"),
  },
  {
    id: "quarter",
    hint: "季",
    pattern: new RegExp(`${yearWord}第?([一二三四])季度`),
    read: ([, year, quarter], frame) => {
      const last = number(quarter) * 3;
      return months(yearOf(year, frame), last - 2, last, last === 3 ? "ytd" : "quarter");
    },
  },
  {
    id: "half",
    hint: "半",
    pattern: new RegExp(`${yearWord}(上|下)半年`),
    read: ([, year, half], frame) =>
      half === "上"
        ? months(yearOf(year, frame), 1, 6, "ytd")
        : months(yearOf(year, frame), 7, 12, "unspecified"),
  },
  {
    id: "until-month",
    hint: "月",
    pattern: new RegExp(`(?:截[至止]|年初[至到])${yearWord}(\\d{1,2})月(?:底|末|份)?(?!\\d)`),
    read: ([, year, last], frame) => months(yearOf(year, frame), 1, number(last), "ytd"),
  },
  {
    id: "month",
    hint: "月",
    pattern: new RegExp(`${yearWord}(?<![\\d至到—–~-])(\\d{1,2})月份?(?!\\d{1,2}日|[至到—–~-])`),
    read: ([, year, month], frame) =>
      months(yearOf(year, frame), number(month), number(month), "month"),
  },
  {
    id: "since-new-year",
    hint: "年",
    pattern: /今年(?:以)?来|本年度以来|年初以来|年初至今|(?:19|20)\d\d年以来/,
    read: ([text], frame) => wholeYear(yearOf(/\d{4}年/.exec(text)?.[0], frame), frame),
  },
  {
    id: "last-year",
    hint: "年",
    pattern: /去年|上年度?|上一年度?/,
    read: (_, frame) => (frame.year === null ? null : wholeYear(frame.year - 1, frame)),
  },
  {
    id: "whole-year",
    hint: "年",
    pattern: /全年|今年|本年度|年度内|一年来|当年|这一年|本年(?!度)|年内/,
    read: (_, frame) => wholeYear(frame.year, frame),
  },
  {
    id: "year",
    hint: "",
    pattern: /(?<!\d)((?:19|20)\d\d)(?:年度?(?!\s*\d{1,2}\s*月)(?!以来)|(?=,))/,
    read: ([, year], frame) => wholeYear(Number(year), frame),
  },
];

const timePatterns = timeRules.map(({ pattern }) => new RegExp(pattern.source, "g"));
/** Without one of these characters a stretch has no word of time. */
const timeHint = /[年月季]|\d{4},/;

/** Words of time found in a stretch, and the period they tell; null where it has none. */
export interface TimeFound {
  readonly period: Period;
  readonly rule: string;
}

/** The time that a stretch of folded text names last; of two that begin together the more special. */
export function timeIn(text: string, frame: Frame): TimeFound | null {
  let best: (TimeFound & { readonly end: number; readonly rank: number }) | null = null;
  if (!timeHint.test(text)) return null;
  for (const [rank, rule] of timeRules.entries()) {
    if (!text.includes(rule.hint)) continue;
    for (const match of text.matchAll(timePatterns[rank] ?? /$^/g)) {
      const found = rule.read(match, frame);
      const end = match.index + match[0].length;
      if (found && (!best || end > best.end || (end === best.end && rank < best.rank)))
        best = { period: found, rule: rule.id, end, rank };
    }
  }
  return best ? { period: best.period, rule: best.rule } : null;
}

/** A stock at one moment: the end of the report's period. */
export function pointIn({ asOf }: Frame): Period {
  return asOf === null ? period("unspecified", null, null) : period("point_in_time", asOf, asOf);
}

/** No word of time: the frame of the report, said to be unspecified. */
export function unspecifiedIn({ start, end }: Frame): Period {
  return period("unspecified", end === null ? null : start, end);
}

/** A campaign up to the report's day, whose beginning nobody states. */
export function campaignIn({ end }: Frame): Period {
  return end === null ? period("unspecified", null, null) : period("campaign", null, end);
}
