import type { Language } from "../domain/index.ts";
import { locale } from "./locale.ts";

/** How far the last digits of a double may be off by adding and multiplying alone, in its steps. */
const NOISE = 8;

/** A number that is written with more digits than these is one that somebody measured so. */
const PLAIN = 12;

const digitsIn = (value: number): number => value.toExponential().replace(/e.*|\D/g, "").length;

/**
 * A number without what only its binary form has added: 58187.93000000001 is 58187.93. What is
 * more than noise stays, down to the last digit.
 */
export function withoutNoise(value: number): number {
  if (Number.isInteger(value)) return value;
  const rounded = Number(value.toPrecision(15));
  const isNoise = Math.abs(rounded - value) <= NOISE * Number.EPSILON * Math.abs(value);
  return isNoise && digitsIn(rounded) <= PLAIN ? rounded : value;
}

/** Digits as the engine holds them (`-1234.50`), grouped as a number of the language is. */
export function formatDigits(digits: string, language: Language): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = formatWhole(whole, language);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function formatWhole(whole: string, language: Language): string {
  const isShort = whole.replace("-", "").length < 5;
  if (language === "zh" && isShort) return whole;
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/**
 * Every digit of a double that is no noise; the largest and smallest with a power of ten, as the
 * engine writes them.
 */
export function formatDouble(value: number, language: Language): string {
  const text = String(withoutNoise(value));
  return /^-?\d+(?:\.\d+)?$/.test(text) ? formatDigits(text, language) : text;
}

/** Whether a column's numbers are names, not amounts: years and codes are written without groups. */
export function isCode(column: string): boolean {
  return /(?:^|_)(?:year|code|id|no|zip|phone)$|(?:年份|年度|年|代码|编码|编号|号码|号)$/i.test(
    column,
  );
}

/**
 * A plain number. `digits` is the most significant digits to keep; by default all that are there.
 * `least` is how many to show even where the last are zeros.
 * Chinese groups nothing below 10 000 and English always groups by three.
 */
export function formatNumber(
  value: number,
  language: Language,
  { digits = 21, least = 1 }: { digits?: number; least?: number } = {},
): string {
  const grouping = language === "en" ? "always" : "min2";
  const useGrouping = language === "zh" && Math.abs(value) < 10_000 ? false : grouping;
  return formatOf(language, least, digits, useGrouping).format(withoutNoise(value));
}

/** Formats by what they are made of: making one costs more than a hundred uses. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(
  language: Language,
  minimumSignificantDigits: number,
  maximumSignificantDigits: number,
  useGrouping: "always" | "min2" | false,
): Intl.NumberFormat {
  const key = `${language} ${minimumSignificantDigits} ${maximumSignificantDigits} ${useGrouping}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale(language), {
    minimumSignificantDigits,
    maximumSignificantDigits,
    useGrouping,
  });
  formats.set(key, made);
  return made;
}

/**
 * Significant digits of a label: a number of no more than four is written as it is everywhere, so
 * that 120.5万元 in a report is not 121万元 in a chart; of a longer one three are read.
 */
export function labelDigits(value: number): number {
  return digitsIn(withoutNoise(value)) <= 4 ? 4 : 3;
}

/** To the digits of a label, before its step is chosen: 99 999 999 is 1亿, not 10000万. */
export function roundLabel(value: number): number {
  return Number(value.toPrecision(labelDigits(value)));
}

const chineseSteps = [
  [1e8, "亿"],
  [1e4, "万"],
] as const;

/** As a label rounds it, with 万 or 亿: 56373 → 5.64万. */
function shortChinese(value: number): string {
  const rounded = roundLabel(value);
  const step = chineseSteps.find(([size]) => Math.abs(rounded) >= size);
  if (!step) return formatNumber(rounded, "zh");
  return formatNumber(rounded / step[0], "zh", { digits: 4 }) + step[1];
}

const englishSteps = [
  [1e9, " billion"],
  [1e6, " million"],
] as const;

function shortEnglish(value: number): string {
  const rounded = roundLabel(value);
  const step = englishSteps.find(([size]) => Math.abs(rounded) >= size);
  if (!step) return formatNumber(rounded, "en");
  return formatNumber(rounded / step[0], "en", { digits: 4 }) + step[1];
}

/** A number for a label, with 万/亿 or million. */
export function shortNumber(value: number, language: Language): string {
  return language === "zh" ? shortChinese(value) : shortEnglish(value);
}
