import { reasonText, valueText, type Reason, type RuleId } from "../domain/index.ts";
import {
  formatNumber,
  formatPeriod,
  formatSubset,
  isWord,
  say,
  withinQuotes,
} from "../words/index.ts";
import type { FigureContext } from "./context.ts";

/** A year as the rule gives it, or the days of a part of one: `2019-01-01/2019-09-30`. */
function yearText(value: string, { language }: FigureContext): string {
  const [period_start = "", period_end] = value.split("/");
  if (period_end === undefined) return say(language, "period.year_of", value);
  return formatPeriod({ period_start, period_end, period_basis: "ytd" }, language);
}

/** 9个月 · 9 months, to three digits. */
export function monthsText(months: number, { language }: FigureContext): string {
  const number = formatNumber(months, language, { digits: 3 });
  return months === 1 ? say(language, "period.month") : say(language, "period.months", number);
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
  if (rule === "year") return yearText(value, context);
  if (rule === "period_length" && value !== "0") return monthsText(Number(value), context);
  return valueText(rule, value, language, catalogue);
}

/** Why two figures are kept apart, with names and units as the page gives them elsewhere. */
export function because(reason: Reason, context: FigureContext): string {
  const { rule } = reason;
  const { language } = context;
  const found = (value: string | null) => foundText(rule, value, context);
  const isOwn = rule === "part" || rule === "year" || rule === "period_length";
  return reasonText(reason, language, context.catalogue, isOwn ? found : undefined);
}
