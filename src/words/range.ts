import type { Language } from "../domain/index.ts";
import { say } from "./words.ts";

/** What stands before the digits of a quantity, the digits, and what stands after them. */
const shape = /^(\D*)(\d[\d.,]*\d|\d)(\D*)$/;

/** The digits alone where unit and currency are those of `like`, which says them already. */
function bare(text: string, like: string): string {
  const [one, other] = [shape.exec(text), shape.exec(like)];
  return one?.[2] && one[1] === other?.[1] && one[3] === other?.[3] ? one[2] : text;
}

/** A quantity with the range in which it lies: `4.81万元/件（3.37至9.74）`. */
export function withRange(
  text: string,
  [low, high]: readonly [low: string, high: string],
  language: Language,
): string {
  return say(language, "value.range", text, bare(low, text), bare(high, text));
}
