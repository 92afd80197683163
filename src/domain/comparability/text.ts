import type { Language } from "../types.ts";
import { metricOf } from "./figure.ts";
import type { ComparisonContext } from "./figure.ts";
import type { Reason, RuleId } from "./rule.ts";
import {
  type Words,
  nullWords,
  partWords,
  ruleValueWords,
  ruleWords,
  valueWords,
} from "./words.ts";

/**
 * One short sentence, without a full stop, that says what differs between the two figures.
 * @param say how a value is named; `valueText` by default
 */
export function reasonText(
  reason: Reason,
  language: Language,
  context: Pick<ComparisonContext, "metrics" | "regions">,
  say = (value: string | null) => valueText(reason.rule, value, language, context),
): string {
  const parts: Readonly<Record<string, string>> = { a: say(reason.a), b: say(reason.b) };
  // A function as replacement: values of data may contain $ patterns.
  return ruleWords[reason.rule].sentence[language].replace(
    /\{([ab])\}/g,
    (_, name: string) => parts[name] ?? "",
  );
}

/** What a rule found, in words: names of metrics and regions, else the word for a column's value. */
export function valueText(
  rule: RuleId,
  value: string | null,
  language: Language,
  context: Pick<ComparisonContext, "metrics" | "regions">,
): string {
  if (value === null)
    return nullWords[rule === "part" || rule === "channel" ? rule : "other"][language];
  if (rule === "metric") return metricText(value, language, context);
  if (rule === "size") return context.regions.get(value)?.[`${language}_short`] ?? value;
  if (rule === "part") return subsetText(value, language);
  if (rule === "period_length") return lengthText(value, language);
  return (ruleValueWords[rule]?.[value] ?? valueWords[value])?.[language] ?? value;
}

/** The name of `metric_id unit`, with the unit where it is not the metric's own. */
function metricText(
  value: string,
  language: Language,
  context: Pick<ComparisonContext, "metrics">,
): string {
  const [id = "", ...rest] = value.split(" ");
  const [metric, unit] = [metricOf(id, context), rest.join(" ")];
  if (!metric) return id;
  return unit === "" || metric.unit === unit ? metric[language] : `${metric[language]} (${unit})`;
}

/** Months; a point in time has none. */
function lengthText(months: string, language: Language): string {
  if (months === "0") return (valueWords["point_in_time"] as Words)[language];
  if (language === "zh") return `${months}个月`;
  return months === "1" ? "1 month" : `${months} months`;
}

/** The names of a subset's terms: `sector:煤矿;part:units` → 煤矿、单位. */
function subsetText(subset: string, language: Language): string {
  const names = subset.split(";").map((term) => term.slice(term.indexOf(":") + 1));
  const words = names.map((name) => partWords[name]?.[language] ?? name);
  return words.join(language === "zh" ? "、" : ", ");
}
