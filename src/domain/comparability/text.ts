import type { Language } from "../types.ts";
import { metricOf } from "./figure.ts";
import type { ComparisonContext } from "./figure.ts";
import type { Reason, RuleId } from "./rule.ts";
import { nullWords, partWords, ruleValueWords, ruleWords, valueWords } from "./words.ts";

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
  if (rule === "metric") return metricOf(value, context)?.[language] ?? value;
  if (rule === "size") return context.regions.get(value)?.[`${language}_short`] ?? value;
  if (rule === "part") return subsetText(value, language);
  return (ruleValueWords[rule]?.[value] ?? valueWords[value])?.[language] ?? value;
}

/** The names of a subset's terms: `sector:煤矿;part:units` → 煤矿、单位. */
function subsetText(subset: string, language: Language): string {
  const names = subset.split(";").map((term) => term.slice(term.indexOf(":") + 1));
  const words = names.map((name) => partWords[name]?.[language] ?? name);
  return words.join(language === "zh" ? "、" : ", ");
}
