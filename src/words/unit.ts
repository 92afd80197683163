import type { Language } from "../domain/index.ts";

/** English singular and plural of the counters; Chinese writes the counter itself. */
const english: Readonly<Record<string, readonly [one: string, many: string]>> = {
  家: ["firm", "firms"],
  家次: ["visit", "visits"],
  件: ["case", "cases"],
  项: ["item", "items"],
  个: ["", ""],
  人: ["person", "people"],
  起: ["accident", "accidents"],
  次: ["time", "times"],
  份: ["document", "documents"],
  路: ["feed", "feeds"],
  条: ["record", "records"],
  期: ["programme", "programmes"],
  类: ["category", "categories"],
  种: ["kind", "kinds"],
  分: ["point", "points"],
  场次: ["session", "sessions"],
  篇: ["article", "articles"],
  道: ["round", "rounds"],
  个月: ["month", "months"],
  工作日: ["working day", "working days"],
  平方米: ["m²", "m²"],
  宗: ["file", "files"],
  项次: ["item-time", "item-times"],
  "个/季度": ["per quarter", "per quarter"],
};

/** English counts things, not counters: 件 is a case or a document, 项 an item or a hazard. */
const things: Readonly<Record<string, readonly [one: string, many: string]>> = {
  document: ["document", "documents"],
  hazard: ["hazard", "hazards"],
  organisation: ["body", "bodies"],
  step: ["step", "steps"],
  item: ["item", "items"],
  case_file: ["case", "cases"],
  record: ["record", "records"],
  feed: ["feed", "feeds"],
  measure: ["measure", "measures"],
};

/** How many of a counter a rate is measured by. */
const many: Readonly<Record<string, string>> = { 百: "100", 千: "1,000" };

/** One of a counter: `case` for 件, `100 visits` for 百家次. */
function perName(unit: string): string {
  const [, word = "", counter = ""] = /^([百千])(.+)$/.exec(unit) ?? [];
  const number = many[word];
  if (number === undefined) return english[unit]?.[0] ?? unit;
  return `${number} ${english[counter]?.[1] ?? counter}`;
}

/** ` per visit` for the lower part of a unit, in the reader's language. */
export function perUnit(unit: string, language: Language): string {
  return language === "zh" ? `/${unit}` : ` per ${perName(unit)}`;
}

/** The two parts of `件/百家次`; null for a unit that is no rate or is known as a whole. */
function parts(unit: string): readonly [counted: string, per: string] | null {
  const [counted, per, ...more] = unit.split("/");
  if (!counted || !per || more.length > 0 || english[unit]) return null;
  return english[counted] ? [counted, per] : null;
}

/** A rate by a hundred or a thousand, which Chinese says first: 每百家次10.3件; null for another. */
export function perMany(unit: string): readonly [per: string, counted: string] | null {
  const [counted, per] = parts(unit) ?? [];
  return counted !== undefined && per !== undefined && many[per.charAt(0)] !== undefined
    ? [per, counted]
    : null;
}

/** The counter of a unit after a number: 家 or firms. Unknown units are shown as they are. */
export function unitName(
  unit: string,
  language: Language,
  value = 2,
  thing: string | null = null,
): string {
  if (language === "zh") return unit === "宗" ? "件" : unit;
  const rate = parts(unit);
  if (rate) return unitName(rate[0], language, value, thing) + perUnit(rate[1], language);
  const names = (thing === null ? undefined : things[thing]) ?? english[unit];
  if (!names) return unit;
  return value === 1 ? names[0] : names[1];
}
