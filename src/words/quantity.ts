import type { Language, Qualifier } from "../domain/index.ts";
import { formatNumber, roundLabel, shortNumber } from "./number.ts";
import { perMany, perUnit, unitName } from "./unit.ts";

/** A value with its unit, as far as a text needs it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly qualifier?: Qualifier | undefined;
  /** Significant digits, of which no more are written; all by default. */
  readonly digits?: number | undefined;
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

/** What an axis measures: the unit of its values, and what that counts where English names it. */
export type Measure = Required<Pick<Quantity, "unit" | "thing">>;

/** The floating-point dust of × 10 000 is not a digit of the report. */
function toYuan(wan: number): number {
  return Number((wan * YUAN_PER_WAN).toPrecision(15));
}

/** ` per case` of a mean; "" of an amount. */
function perOf(unit: string, language: Language): string {
  return unit === "万元" ? "" : perUnit(unit.slice("万元/".length), language);
}

/** Yuan as a label rounds them; below 10 000 whole yuan, as counts are. */
function roundYuan(yuan: number): number {
  const size = Math.abs(yuan);
  return size >= 100 && size < YUAN_PER_WAN ? Math.round(yuan) : roundLabel(yuan);
}

/** 元 below 1万元, 亿元 in a label from 1亿元 on, else 万元. `least` is how many digits to show. */
function chineseMoney(value: number, short: boolean, least: number): string {
  const yuan = toYuan(value);
  const shown = short ? roundYuan(yuan) : yuan;
  if (Math.abs(shown) < YUAN_PER_WAN) return `${formatNumber(shown, "zh")}元`;
  if (!short) return `${formatNumber(value, "zh")}万元`;
  const inYi = Math.abs(shown) >= YUAN_PER_WAN ** 2;
  const scaled = shown / (inYi ? YUAN_PER_WAN ** 2 : YUAN_PER_WAN);
  return `${formatNumber(scaled, "zh", { digits: 4, least })}${inYi ? "亿元" : "万元"}`;
}

function englishMoney(value: number, short: boolean): string {
  const yuan = toYuan(value);
  const shown = short ? roundYuan(yuan) : yuan;
  const isLong = short && Math.abs(shown) >= 1e6;
  return `CNY ${isLong ? shortNumber(shown, "en") : formatNumber(shown, "en")}`;
}

/**
 * How money is written, wherever a reader sees it; tables and files of data hold 万元. A mean keeps
 * its three digits, as far as it has them, so that 3.10万元 stands beside 4.81万元.
 */
function moneyText(
  { value, unit, digits = Infinity }: Quantity,
  language: Language,
  short: boolean,
): string {
  const per = perOf(unit, language);
  const least = per === "" ? 1 : Math.min(3, digits);
  return (language === "en" ? englishMoney(value, short) : chineseMoney(value, short, least)) + per;
}

/** True for a unit without which its number cannot be read: 1亿元, 80%. */
export function isPartOfNumber(unit: string): boolean {
  return isMoney(unit) || unit === "%";
}

/**
 * What an axis says at a value. The unit of its values stands at the tick that is named, and at
 * each where it is part of the number.
 */
export function tickText(
  value: number,
  { unit, thing }: Measure,
  language: Language,
  { isNamed }: { readonly isNamed: boolean },
): string {
  if (value === 0) return "0";
  if (isMoney(unit) && language === "zh") return chineseMoney(value, true, 1) + perOf(unit, "zh");
  if (isMoney(unit)) {
    const compact = new Intl.NumberFormat("en", { notation: "compact" }).format(toYuan(value));
    return isNamed ? `CNY ${compact}${perOf(unit, "en")}` : compact;
  }
  if (isNamed || unit === "%") return shortQuantity({ value, unit, thing }, language);
  return shortNumber(value, language);
}

/** No more digits than mean something. */
function meant({ value, digits = Infinity }: Quantity): number {
  return digits > 15 ? value : Number(value.toPrecision(digits));
}

function bareText(quantity: Quantity, language: Language, short: boolean): string {
  const { unit, thing } = quantity;
  const value = meant(quantity);
  if (isMoney(unit)) return moneyText({ ...quantity, value }, language, short);
  if (unit === "%") return `${formatNumber(value, language, { digits: short ? 4 : 21 })}%`;
  if (unit === "pp")
    return `${formatNumber(value, language)}${language === "zh" ? "个百分点" : " pp"}`;
  const number = short ? shortNumber(value, language) : formatNumber(value, language);
  const name = unitName(unit, language, value, thing);
  if (language === "en") return `${number} ${name}`.trim();
  const [per = "", counted] = perMany(unit) ?? [];
  return counted === undefined ? number + name : `每${per}${number}${counted}`;
}

/** Full precision, for tables and evidence: 18 858.11 → 18,858.11万元 · CNY 188,581,100. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  return qualify(bareText(quantity, language, false), quantity.qualifier, language);
}

/** With the digits of a label: 1.89亿元 · CNY 189 million. */
export function shortQuantity(quantity: Quantity, language: Language): string {
  return qualify(bareText(quantity, language, true), quantity.qualifier, language);
}

function qualify(text: string, qualifier: Qualifier = "exact", language: Language): string {
  const [zh, en] = qualifierAround[qualifier];
  return (language === "zh" ? zh : en) + text;
}
