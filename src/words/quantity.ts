import type { Language, Qualifier } from "../domain/index.ts";
import { formatNumber, shortNumber } from "./number.ts";
import { perUnit, unitName } from "./unit.ts";

/** A value with its unit, as far as a text needs it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly qualifier?: Qualifier | undefined;
  /** The metric's counting object, where English needs its name. */
  readonly thing?: string | null | undefined;
}

const qualifierAround: Readonly<Record<Qualifier, readonly [zh: string, en: string]>> = {
  exact: ["", ""],
  approx: ["约", "about "],
  over: ["超过", "over "],
  at_least: ["至少", "at least "],
  nearly: ["近", "nearly "],
};

/** 万元 per 1; money is stored in 万元 and read in yuan by English readers. */
const YUAN_PER_WAN = 10_000;

/** 万元, or 万元 per something. */
function isMoney(unit: string): boolean {
  return unit === "万元" || unit.startsWith("万元/");
}

/** The floating-point dust of × 10 000 is not a digit of the report. */
function toYuan(wan: number): number {
  return Number((wan * YUAN_PER_WAN).toPrecision(15));
}

function moneyText(value: number, unit: string, language: Language, short: boolean): string {
  const per = unit === "万元" ? "" : perUnit(unit.slice("万元/".length), language);
  const yuan = toYuan(value);
  if (language === "en")
    return `CNY ${short ? shortEnglishMoney(yuan) : formatNumber(yuan, "en")}${per}`;
  if (!short) return `${formatNumber(value, "zh")}万元${per}`;
  const inYi = Math.abs(Number(value.toPrecision(3))) >= YUAN_PER_WAN;
  const shown = inYi ? value / YUAN_PER_WAN : value;
  // A mean keeps its three digits, so that 3.10 stands beside 4.81.
  const least = per === "" ? 1 : 3;
  return `${formatNumber(shown, "zh", { digits: 3, least })}${inYi ? "亿元" : "万元"}${per}`;
}

function shortEnglishMoney(yuan: number): string {
  const rounded = Number(yuan.toPrecision(3));
  return Math.abs(rounded) >= 1e6 ? shortNumber(rounded, "en") : formatNumber(rounded, "en");
}

function bareText({ value, unit, thing }: Quantity, language: Language, short: boolean): string {
  if (isMoney(unit)) return moneyText(value, unit, language, short);
  if (unit === "%") return `${formatNumber(value, language, { digits: short ? 4 : 21 })}%`;
  if (unit === "pp")
    return `${formatNumber(value, language)}${language === "zh" ? "个百分点" : " pp"}`;
  const number = short ? shortNumber(value, language) : formatNumber(value, language);
  const name = unitName(unit, language, value, thing);
  return language === "zh" ? number + name : `${number} ${name}`.trim();
}

/** Full precision, for tables and evidence: 18 858.11 → 18,858.11万元 · CNY 188,581,100. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  return qualify(bareText(quantity, language, false), quantity.qualifier, language);
}

/** At most three significant digits, for labels: 1.89亿元 · CNY 189 million. */
export function shortQuantity(quantity: Quantity, language: Language): string {
  return qualify(bareText(quantity, language, true), quantity.qualifier, language);
}

function qualify(text: string, qualifier: Qualifier = "exact", language: Language): string {
  const [zh, en] = qualifierAround[qualifier];
  return (language === "zh" ? zh : en) + text;
}
