import { readDate, readLoose, readMoment, readNumber } from "./spelling.ts";

/**
 * Ways of reading a text that the reader chooses: `loose` converts signs and units, `comma` has the
 * point as a comma, `dmy` and `mdy` have day and month in that order, `date8` is 20230105, `utc` and
 * `wall` read a time with an offset as what it was in UTC or what the clock showed.
 */
export const rules = ["loose", "comma", "dmy", "mdy", "date8", "utc", "wall"] as const;
export type Rule = (typeof rules)[number];

/** Both ways of a number with a comma; `1.234,50` has but one. */
const commaPattern = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** The text as what a plain reader understands; null where the rule does not fit it. */
export function ruled(text: string, rule: Rule): string | null {
  const trimmed = text.trim();
  return readers[rule](trimmed);
}

const readers: Readonly<Record<Rule, (text: string) => string | null>> = {
  loose(text) {
    const found = readNumber(text) ?? readLoose(text)?.value ?? null;
    return found === null ? null : String(found);
  },
  comma: (text) => (commaPattern.test(text) ? text.replaceAll(".", "").replace(",", ".") : null),
  dmy: (text) => parted(text, 2, 1),
  mdy: (text) => parted(text, 1, 2),
  date8(text) {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
    return sound(`${year}-${month}-${day}`);
  },
  utc: (text) => (readMoment(text) === null ? null : text),
  wall(text) {
    const clock = text.replace(/(:\d{2}(?:\.\d+)?)\s*(?:Z|[+-]\d{2}:?\d{2})$/, "$1");
    return readMoment(clock) === null ? null : clock;
  },
};

function parted(text: string, month: 1 | 2, day: 1 | 2): string | null {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (parts === null) return null;
  const [, first = "", , second = "", year = ""] = parts;
  const at = (place: 1 | 2): string => (place === 1 ? first : second).padStart(2, "0");
  return sound(`${year}-${at(month)}-${at(day)}`);
}

function sound(text: string): string | null {
  return readDate(text) === null ? null : text;
}
