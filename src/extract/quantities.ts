import { parseNumeral, parseQuantity, qualifierBefore } from "../domain/index.ts";
import type { Qualifier } from "../domain/index.ts";
import type { NumberToken } from "./numbers.ts";

/** A number in a metric's unit. */
export interface ReadValue {
  readonly value: number;
  readonly qualifier: Qualifier;
  /** Nothing says in what it is counted. */
  readonly isUnitInferred: boolean;
  /** Stated otherwise than as the number: a fraction, what is left of a limit. */
  readonly isConverted: boolean;
}

/**
 * The end of a figure as written. 以上 and 左右 belong to it, since they say what its qualifier says;
 * a limit (5个工作日内) is the number itself.
 */
export function valueEnd({ end, tail }: NumberToken, isRemainder: boolean): number {
  return isRemainder || !/^(?:以内|及?以下|内)$/.test(tail) ? end : end - tail.length;
}

/** Reads a figure as written into a unit; null for what is none. `before` is the text before it. */
export function readValue(
  written: string,
  {
    before,
    unit,
    isRemainder,
    tableUnit = "",
  }: { before: string; unit: string; isRemainder: boolean; tableUnit?: string },
): ReadValue | null {
  const plain = fractionOf(written) ?? quantityOf(written + tableUnit, unit, tableUnit !== "");
  if (!plain) return null;
  const told = qualifierBefore(before);
  const stated =
    plain.qualifier === "exact" && told !== null ? { ...plain, qualifier: told } : plain;
  return isRemainder ? turnedRound(stated, written) : stated;
}

function quantityOf(written: string, unit: string, isElsewhere: boolean): ReadValue | null {
  const quantity = parseQuantity(written, { unit });
  if (!quantity) return null;
  const { value, qualifier } = quantity;
  return {
    value,
    qualifier,
    isUnitInferred: isElsewhere || quantity.unit === null,
    isConverted: false,
  };
}

/** Shares in words: 三分之二, 1/3, 六成多, 过半, 一半以上. Null for other ways of writing. */
function fractionOf(written: string): ReadValue | null {
  const value = shareOf(written);
  if (value === null) return null;
  const qualifier = shareQualifier(written);
  return {
    value: Math.round(value * 100) / 100,
    qualifier,
    isUnitInferred: false,
    isConverted: true,
  };
}

function shareOf(written: string): number | null {
  if (/^[^成]*半/.test(written)) return 50;
  const slash = /^(\d{1,2})\/(\d{1,2})/.exec(written);
  if (slash) return ratio(Number(slash[1]), Number(slash[2]));
  const tenth = /^([一二两三四五六七八九\d])成([一二三四五六七八九半])?/.exec(written);
  if (tenth) return 10 * tenthOf(tenth[1]) + tenthOf(tenth[2]);
  const words = /^([^百千分]+)分之([^分以多左]+)/.exec(written);
  if (!words) return null;
  return ratio(numeralOf(words[2] ?? ""), numeralOf(words[1] ?? ""));
}

/** 五 of 七成五; 半 is half of a tenth. */
function tenthOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return text === "半" ? 5 : numeralOf(text);
}

function numeralOf(text: string): number {
  return /\d/.test(text) ? Number(text) : parseNumeral(text);
}

function ratio(part: number, whole: number): number | null {
  const share = (100 * part) / whole;
  return share > 0 && share <= 100 ? share : null;
}

function shareQualifier(written: string): Qualifier {
  if (/以上/.test(written)) return "at_least";
  if (/过|多/.test(written)) return "over";
  if (/近/.test(written)) return "nearly";
  return /左右|约/.test(written) ? "approx" : "exact";
}

/** 压缩至61%以内 is a cut of at least 39: bounds change their side. */
function turnedRound(stated: ReadValue, written: string): ReadValue | null {
  const value = Number((100 - stated.value).toPrecision(12));
  if (value < 0 || value > 100) return null;
  const isUpper = /(?:以内|以下|内)$/.test(written);
  const qualifier = isUpper
    ? "at_least"
    : stated.qualifier === "nearly"
      ? "over"
      : stated.qualifier;
  return { ...stated, value, qualifier, isConverted: true };
}
