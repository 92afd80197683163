import { openPart, type Facts } from "../comparability/profile.ts";
import { computeLineage, formatLineage } from "../lineage.ts";
import type { LineageOperation } from "../lineage.ts";
import type { Fact } from "../types.ts";
import { converted } from "../units.ts";

/** One end of a range. */
export interface RangeEnd {
  readonly value: number;
  readonly operation: LineageOperation;
  /** In the order of the operation. */
  readonly facts: readonly Fact[];
  /** `quotient_of_sums(ws-16,ws-20,ws-15,ws-19)`, which leads to every clause behind it. */
  readonly fact_id: string;
}

/** Where a derived figure lies if the report leaves open what its operands hold. */
export interface FigureRange {
  readonly low: RangeEnd;
  readonly high: RangeEnd;
  /** Whether what was done in the bureau's name is inside its figures is not said. */
  readonly because: "inclusion_open";
}

function endOf(operation: LineageOperation, facts: readonly Fact[], unit: string): RangeEnd {
  const own = computeLineage(operation, facts);
  const value = converted(own.value, own.unit, unit) ?? NaN;
  const fact_id = formatLineage({ operation, facts: facts.map((one) => one.fact_id) });
  return { value, operation, facts, fact_id };
}

/**
 * The range of a mean whose sum and count both may hold what townships did in the bureau's name:
 * without that work, if it is inside, and with it, if it is not. The mean as stated lies between
 * them; the ends are in `unit`. Null where nothing is left open, where only one operand has such a part beside it, and
 * where both ends are one.
 */
export function rangeOf(
  operation: LineageOperation,
  operands: readonly Fact[],
  facts: Facts,
  { unit = computeLineage(operation, operands).unit }: { readonly unit?: string } = {},
): FigureRange | null {
  const [sum, count] = operands;
  if (operation !== "quotient" || !sum || !count) return null;
  const [ofSum, ofCount] = [openPart(sum, facts), openPart(count, facts)];
  if (!ofSum || !ofCount) return null;
  const four = [sum, ofSum, count, ofCount];
  // What is more than the whole cannot be inside it, and no case is left to have a mean.
  const mayBeInside = ofSum.value <= sum.value && ofCount.value < count.value;
  const [low, high] = [
    endOf(operation, operands, unit),
    endOf("quotient_of_sums", four, unit),
    ...(mayBeInside ? [endOf("quotient_of_differences", four, unit)] : []),
  ]
    .toSorted((a, b) => a.value - b.value)
    .filter((_, at, { length }) => at === 0 || at === length - 1);
  if (!low || !high || !(low.value < high.value)) return null;
  return { low, high, because: "inclusion_open" };
}
