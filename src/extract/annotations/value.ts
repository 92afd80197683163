import { converted, countsAs, isMoney } from "../../domain/index.ts";
import { unitByAlias } from "./aliases.ts";

/** How a claimed value and one that was read agree. Words for each stand in `src/words`. */
export const valueVerdicts = [
  "agrees",
  /** The same digits in another place: 元 taken for 万元, a 万 that was lost. */
  "power_of_ten",
  /** What is left of a hundred: 88.56 where the text has 11.44 %. */
  "complement",
  /** The same number of something else: 家 where the text has 件. */
  "unit_differs",
  "differs",
  /** The other names no value. */
  "no_value",
] as const;
export type ValueVerdict = (typeof valueVerdicts)[number];

export interface JudgedValue {
  readonly verdict: ValueVerdict;
  /** Claimed divided by read is ten to this, where the verdict is `power_of_ten`; else null. */
  readonly power: number | null;
}

/** A value that was read in a text. */
export interface ReadIn {
  readonly value: number;
  /** Null where the text names none. */
  readonly unit: string | null;
  /** The counter as written, which is another name for the unit; empty for none. */
  readonly counter: string;
}

/** Holds a claimed value against one that was read, in whatever units each is. */
export function judgeValue(
  claimed: { readonly value: number | null; readonly unit: string | null },
  read: ReadIn,
): JudgedValue {
  if (claimed.value === null) return { verdict: "no_value", power: null };
  const value = inUnit(claimed.value, claimed.unit, read);
  if (value === null) {
    const isSame = isEqual(claimed.value, read.value);
    return { verdict: isSame ? "unit_differs" : "differs", power: null };
  }
  if (isEqual(value, read.value)) return { verdict: "agrees", power: null };
  const power = powerOf(value, read.value);
  if (power !== null) return { verdict: "power_of_ten", power };
  const isRest = read.unit === "%" && isEqual(value, 100 - read.value);
  return { verdict: isRest ? "complement" : "differs", power: null };
}

/** Numbers with a different last bit are one: 0.1 + 0.2 and 0.3. */
function isEqual(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

const largestPower = 12;

function powerOf(a: number, b: number): number | null {
  if (a === 0 || b === 0 || a > 0 !== b > 0) return null;
  const power = Math.round(Math.log10(a / b));
  const isPower = Math.abs(power) <= largestPower && isEqual(a, Number(`${b}e${power}`));
  return power !== 0 && isPower ? power : null;
}

const scales: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** A claimed value in the unit that was read; null between unlike units. */
function inUnit(
  value: number,
  claimedUnit: string | null,
  { unit, counter }: ReadIn,
): number | null {
  if (claimedUnit === null || claimedUnit.trim() === "" || unit === null) return value;
  const named = unitByAlias(claimedUnit);
  const direct = converted(value, named, unit);
  if (direct !== null) return direct;
  const [, scale = "", rest = ""] = /^(百万|千万|[百千万亿])?(.*)$/su.exec(named) ?? [];
  const power = scales[scale] ?? 0;
  if (isMoney(unit))
    return rest === "" ? converted(value, `${scale}元`, unit) : moneyOf(value, power, rest, unit);
  const isLike = rest === "" || rest === counter || countsAs(rest, unit) || countsAs(unit, rest);
  return isLike ? Number(`${value}e${power}`) : null;
}

/** 元/件 may be written for what is counted in 万元/件. */
function moneyOf(value: number, power: number, rest: string, unit: string): number | null {
  return countsAs(rest, unit) ? Number(`${value}e${power - 4}`) : null;
}
