import { lastDay } from "./dates.ts";
import type { Frame } from "./frame.ts";
import { lexicon } from "./lexicon.ts";
import { timeIn } from "./period.ts";
import type { Period } from "./period.ts";
import type { PlacedNumber } from "./readings.ts";
import type { GrowthBase } from "./types.ts";
import { anyOf, contextWords } from "./words.ts";

/** Rules that tell a change and no value. */
export const growthRules: ReadonlySet<string> = new Set(
  lexicon.filter(({ group, metric }) => group === "growth" && metric === null).map(({ id }) => id),
);

const baseWord = new RegExp(
  `(?<year>${anyOf(contextWords.last_year).source})|(?<period>${anyOf(contextWords.previous_period).source})`,
  "g",
);
/** How far back a line is read for the time of a change. */
const reach = 300;

/**
 * What a change is measured against. 同比: the same period of the year before; 环比: the period
 * before, a month, a quarter, half a year or a year as the clause's own is. The kind is null where
 * no word tells it, the dates are null where the clause names no such period.
 */
export function growthBaseOf(text: string, number: PlacedNumber, frame: Frame): GrowthBase {
  const { sentence, token } = number;
  const start = Math.max(sentence.start, token.start - reach);
  const before = text.slice(start, token.start);
  const word = [...before.matchAll(baseWord)].at(-1);
  if (!word) return { kind: null, start: null, end: null };
  const line = text.slice(Math.max(0, start - reach), start);
  const own = timeIn(before.slice(0, word.index).replace(baseWord, ""), frame);
  const time = own ?? timeIn(sameLine(line).replace(baseWord, ""), frame);
  const period = time?.period ?? null;
  if (word.groups?.["year"] !== undefined)
    return { kind: "last_year", ...(period ? shifted(period, 12) : unknown) };
  const told = timeIn(before.slice(word.index).replace(/^(?:环比|[较比])/, ""), frame);
  return { kind: "previous_period", ...(told ? datesOf(told.period) : previous(period)) };
}

const unknown = { start: null, end: null } as const;
type Dates = Pick<GrowthBase, "start" | "end">;

function sameLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function datesOf({ period_start: start, period_end: end }: Period): Dates {
  return { start, end };
}

/** Months that a period has where it is one of those that follow each other. */
const lengths: readonly number[] = [1, 3, 6, 12];

function previous(period: Period | null): Dates {
  const months = period ? monthsOf(period) : 0;
  return period && lengths.includes(months) ? shifted(period, months) : unknown;
}

/** Whole months from the first day to the last; 0 where it has not only such. */
function monthsOf({ period_start: start, period_end: end }: Period): number {
  if (start === null || end === null || !start.endsWith("-01")) return 0;
  const [from, to] = [monthOf(start), monthOf(end)];
  const months = to - from + 1;
  // A quarter begins with one, half a year with one: February to April is none.
  return end === dayOf(to) && from % months === 0 ? months : 0;
}

/** The same stretch some months earlier. */
function shifted(period: Period, months: number): Dates {
  const { period_start: start, period_end: end } = period;
  if (start === null || end === null) return unknown;
  const last = monthOf(end) - months;
  const isWhole = end === dayOf(monthOf(end));
  return {
    start: `${monthText(monthOf(start) - months)}${start.slice(7)}`,
    end: isWhole ? dayOf(last) : `${monthText(last)}${end.slice(7)}`,
  };
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}

function monthText(month: number): string {
  return dayOf(month).slice(0, 7);
}

function dayOf(month: number): string {
  return lastDay(Math.floor(month / 12), (month % 12) + 1);
}
