import { reasonText, ruleWords, valueText, type Reason, type RuleId } from "../facts/index.ts";
import { formatNumber, formatSubset, isWord, locale, say } from "../i18n/index.ts";
import type { ChartContext } from "./context.ts";

/** Days of the year as the rule gives them, `01-01/09-30`. */
function seasonText(value: string, { language }: ChartContext): string {
  const options = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(locale(language), options);
  // Any leap year has every day.
  const days = value.split("/").map((day) => format.format(new Date(`2020-${day}`)));
  return say(language, "strip.days", ...days);
}

/** What a rule found, by itself and with its unit: 9个月, where the rule's sentence has its own. */
export function foundText(rule: RuleId, value: string | null, context: ChartContext): string {
  const { language, catalogue } = context;
  const word = `qualifier.${value ?? ""}`;
  if (rule === "qualifier" && isWord(word)) return say(language, word);
  if (value === null) return valueText(rule, value, language, catalogue);
  if (rule === "part") return say(language, "strip.part", formatSubset(value, language));
  if (rule === "part_of_year") return seasonText(value, context);
  if (rule === "year") return say(language, "period.year_of", value);
  if (rule === "period_length")
    return say(language, "period.months", formatNumber(Number(value), language, { digits: 3 }));
  return valueText(rule, value, language, catalogue);
}

/** Why two figures are kept apart; parts by the names that the page gives them. */
export function because(reason: Reason, context: ChartContext): string {
  const { rule, a, b } = reason;
  if (rule !== "part") return reasonText(reason, context.language, context.catalogue);
  const values: Readonly<Record<string, string>> = {
    a: foundText(rule, a, context),
    b: foundText(rule, b, context),
  };
  // A function as replacement: values of data may contain $ patterns.
  return ruleWords[rule].sentence[context.language].replace(
    /\{([ab])\}/g,
    (_, name: string) => values[name] ?? "",
  );
}
