import { tidy, type LineageOperation } from "./lineage.ts";
import { parseQuantity } from "./quantity.ts";
import type { Fact } from "./types.ts";
import { isMeasured } from "./units.ts";

/** A number and the size of its last place that means something; 0 for one that is exact. */
interface Placed {
  readonly value: number;
  readonly step: number;
}

/** What the precision of a figure follows from. */
export type Written = Pick<Fact, "value" | "unit" | "value_text" | "qualifier">;

const exact = (value: number): Placed => ({ value, step: 0 });

/** Zeros at the end of a number that is only about right fill places: 3400余 says two digits. */
function roundness(value: number): number {
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return Number.isInteger(value) ? place : 0;
}

/**
 * A figure as its report writes it. A count is exact, unless it is written with 万 or with a word
 * such as 约; what is measured is as exact as its last digit.
 */
function placed({ value, unit, value_text, qualifier }: Written): Placed {
  const read = parseQuantity(value_text, { unit });
  // What is stated in another way, as 三分之一 is, has no last place.
  if (read === null || value === 0 || tidy(read.value) !== tidy(value)) return exact(value);
  const isExact = qualifier === "exact" || qualifier === "at_least";
  const step = isExact ? read.step : Math.max(read.step, roundness(value));
  return isExact && step <= 1 && !isMeasured(unit) ? exact(value) : { value, step };
}

/** How large the last place is, as a share of the number. */
const share = ({ value, step }: Placed): number => (step === 0 ? 0 : step / Math.abs(value));

/** What is left of a last place that is off a power of ten by the last bits of a double. */
const DUST = 1e-9;

/**
 * To the last place that is, as a share of the result, no coarser than that of the weakest operand:
 * 1.3亿 ÷ 3400 is 3.8, 8.51 ÷ 12 is 0.7092, and 3 ÷ 2 is 1.5, not 2.
 */
function divided(a: Placed, b: Placed, times = 1): Placed {
  const value = (a.value / b.value) * times;
  const coarsest = Math.max(share(a), share(b)) * Math.abs(value);
  if (coarsest === 0 || !Number.isFinite(coarsest)) return exact(value);
  return { value, step: 10 ** Math.floor(Math.log10(coarsest) + DUST) };
}

/** As exact as the operand that is least so. */
function combined(operands: readonly Placed[], value: number): Placed {
  return { value, step: Math.max(...operands.map(({ step }) => step)) };
}

const sum = (operands: readonly Placed[]) =>
  combined(
    operands,
    operands.reduce((total, { value }) => total + value, 0),
  );

const difference = ([first = exact(NaN), ...others]: readonly Placed[]) =>
  combined([first, ...others], first.value - sum([exact(0), ...others]).value);

type Rule = (operands: readonly Placed[]) => Placed;

const at = (operands: readonly Placed[], index: number): Placed => operands[index] ?? exact(NaN);

const perHundred: Rule = (all) => divided(at(all, 0), at(all, 1), 100);
const rest: Rule = (all) => combined(all, 100 - at(all, 0).value);

const rules: Readonly<Record<LineageOperation, Rule>> = {
  quotient: (all) => divided(at(all, 0), at(all, 1)),
  difference,
  sum,
  ratio_percent: perHundred,
  per_hundred: perHundred,
  per_thousand: (all) => divided(at(all, 0), at(all, 1), 1000),
  reduction: (all) => rest([perHundred(all)]),
  complement: rest,
  speed_gain: (all) => divided(at(all, 0), rest(all), 100),
  quotient_of_differences: (all) => divided(difference(all.slice(0, 2)), difference(all.slice(2))),
  quotient_of_sums: (all) => divided(sum(all.slice(0, 2)), sum(all.slice(2))),
  mean: (all) => divided(sum(all), exact(all.length)),
  growth: (all) => {
    const ratio = perHundred(all);
    return combined([ratio], ratio.value - 100);
  },
  count: (all) => exact(all.length),
  // The number itself says to how many places.
  rounded: () => exact(NaN),
};

/**
 * The significant digits of what an operation gives, which follow from its weakest operand: 1.3亿
 * ÷ 3400 has two and is 3.8. Infinity where all operands are exact.
 */
export function significantDigits(operation: LineageOperation, facts: readonly Written[]): number {
  const { value, step } = rules[operation](facts.map(placed));
  if (step === 0 || value === 0) return Infinity;
  const first = Math.floor(Math.log10(Math.abs(value)) + DUST);
  return Math.max(1, first - Math.round(Math.log10(step)) + 1);
}
