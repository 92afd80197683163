import type { PlacedNumber, Reading } from "./readings.ts";

/** Counters in which no metric of ours is counted. */
const counterOnly =
  /^(?:辆|吨|公里|千米|米|公斤|千克|立方米|平方公里|公顷|亩|台|台次|台套|车次|班次|艘|艘次|架|套|株|箱|瓶|桶|袋|幅|幢|间|批次|组次|倍|个?百分点|‰)$/;
/** Spans of time, whatever they are of. */
const durations = /^(?:年|月|周|岁|小时|分钟|秒|号|届|个月|天|日)$/;

/** What no rule of the lexicon knows: a numeral in a phrase (一批企业), a span of time, or open. */
export function unknownOf(number: PlacedNumber): Reading {
  const { counter, kind } = number.token;
  if (kind === "chinese" || kind === "zero")
    return { ...number, kind: "non_metric", rule: "phrase", category: "word" };
  if (counterOnly.test(counter)) return { ...number, kind: "other_figure", rule: "other-counter" };
  if (durations.test(counter))
    return { ...number, kind: "non_metric", rule: "duration", category: "duration" };
  return { ...number, kind: "open", why: number.token.range ? "range" : "no_rule" };
}
