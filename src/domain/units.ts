/**
 * Canonical units and the counters that reports write for them. Chinese counters vary freely
 * (起, 宗, 件 and 次 all count cases), so a metric has one unit and `value_text` keeps the counter.
 */

/** Counters that a report may write for a canonical unit, besides the unit itself. */
const counters: Readonly<Record<string, readonly string[]>> = {
  件: ["起", "宗", "次", "个", "份", "例"],
  项: ["处", "个", "条", "类"],
  家: ["户", "个", "处", "座"],
  家次: ["次", "户次", "矿次", "家·次"],
  工作日: ["个工作日", "天", "天内"],
  人: ["名", "位"],
  个: ["家", "街", "镇", "项", "位"],
  起: ["件", "宗"],
  次: ["起", "件", "宗", "场次"],
  份: ["件"],
  条: ["个", "件"],
  场次: ["场", "次", "期"],
  平方米: ["m2", "平米"],
  "个/季度": ["个"],
  "%": ["个百分点", "百分点"],
};

/** Units of money: figures are in 万元, that is ten thousand yuan. */
const moneyUnits: readonly string[] = ["万元", "万元/件"];

/** Power of ten from yuan to the unit; 0 for what is not money. */
export function moneyExponent(unit: string): number {
  return moneyUnits.includes(unit) ? 4 : 0;
}

export function isMoney(unit: string): boolean {
  return moneyUnits.includes(unit);
}

/** True where `counter`, as written, may stand for the canonical `unit`. Money counts as 元. */
export function countsAs(counter: string, unit: string): boolean {
  if (isMoney(unit)) return /^(人民币)?元(\/.+)?$/.test(counter);
  return counter === unit || (counters[unit]?.includes(counter) ?? false);
}

/** Units in which a figure may have decimals: money, rates, scores, spans of time, areas. */
const measures: readonly string[] = ["万元", "万元/件", "%", "分", "个月", "工作日", "平方米"];

/** True for what is measured; all else is counted, in whole numbers. */
export function isMeasured(unit: string): boolean {
  return measures.includes(unit);
}

/** True for shares and growth rates. */
export function isRate(unit: string): boolean {
  return unit === "%";
}

const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** 万元/件 as its power of ten and the rest, 4 and 元/件. */
function scaled(unit: string): { readonly power: number; readonly rest: string } {
  const [, prefix = "", rest = ""] =
    /^(百万|千万|[百千万亿])?(.+)$/.exec(unit.normalize("NFKC").trim()) ?? [];
  return { power: powers[prefix] ?? 0, rest };
}

/** The power of ten from one unit to another, −4 from 元 to 万元; null where they measure otherwise. */
export function powerBetween(from: string, to: string): number | null {
  const [a, b] = [scaled(from), scaled(to)];
  return a.rest === b.rest && a.rest !== "" ? a.power - b.power : null;
}

/** A number in one unit as one in another, rounded once; null between unlike units. */
export function converted(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const power = powerBetween(from, to);
  return power === null ? null : Number(`${value}e${power}`);
}
