import { reasonText, ruleWords, valueText, type Reason, type RuleId } from "../domain/index.ts";
import {
  formatNumber,
  formatSubset,
  isWord,
  locale,
  say,
  unitName,
  withinQuotes,
} from "../words/index.ts";
import type { FigureContext } from "./context.ts";

/** Days of the year as the rule gives them, `01-01/09-30`. */
function seasonText(value: string, { language }: FigureContext): string {
  const options = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(locale(language), options);
  // Any leap year has every day.
  const days = value.split("/").map((day) => format.format(new Date(`2020-${day}`)));
  return say(language, "strip.days", ...days);
}

/** 9个月 · 9 months, to three digits. */
export function monthsText(months: number, { language }: FigureContext): string {
  const number = formatNumber(months, language, { digits: 3 });
  return months === 1 ? say(language, "period.month") : say(language, "period.months", number);
}

/** A unit by itself: no number stands before it that would tell money. */
function unitText(unit: string, language: FigureContext["language"]): string {
  const name = unitName(unit, language);
  return language === "zh" ? name : name.replace("万元", "CNY 10,000");
}

/** What a rule found, by itself and with its unit: 9个月, where the rule's sentence has its own. */
export function foundText(rule: RuleId, value: string | null, context: FigureContext): string {
  const { language, catalogue } = context;
  const word = `qualifier.${value ?? ""}`;
  if (rule === "qualifier" && isWord(word)) return say(language, word);
  if (value === null) return valueText(rule, value, language, catalogue);
  if (rule === "part") {
    const name = formatSubset(value, language);
    // English parts stand without quotes.
    return say(language, "strip.part", language === "zh" ? withinQuotes(name) : name);
  }
  if (rule === "part_of_year") return seasonText(value, context);
  if (rule === "year") return say(language, "period.year_of", value);
  if (rule === "unit") return unitText(value, language);
  if (rule === "period_length") return monthsText(Number(value), context);
  return valueText(rule, value, language, catalogue);
}

/** Why two figures are kept apart, with names and units as the page gives them elsewhere. */
export function because(reason: Reason, context: FigureContext): string {
  const { rule, a, b } = reason;
  const { language } = context;
  const found = (value: string | null) => foundText(rule, value, context);
  if (rule === "period_length")
    return say(language, "panel.reason", ruleWords[rule].title[language], found(a), found(b));
  const isOurs = rule === "part" || rule === "unit";
  return reasonText(reason, language, context.catalogue, isOurs ? found : undefined);
}
