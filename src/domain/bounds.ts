import { calculate } from "./lineage.ts";
import type { LineageOperation } from "./lineage.ts";
import { boundOf, isBound } from "./qualifier.ts";
import { parseQuantity } from "./quantity.ts";
import type { CheckOperation, Fact } from "./types.ts";

/** The values that a figure may have, both ends included. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** "More than", "at least": the true value lies above. */
export function isFloor({ qualifier }: Pick<Fact, "qualifier">): boolean {
  return boundOf(qualifier) === "above";
}

/** The size of the last place that a report writes. */
export function stepOf(stated: Fact): number {
  return parseQuantity(stated.value_text, { unit: stated.unit })?.step ?? 1;
}

/** Half a unit of the last place either way; a bound is open at its far end. */
export function boundsOfStated(stated: Fact): Bounds {
  const { value, qualifier } = stated;
  const slack = stepOf(stated) / 2;
  return {
    low: qualifier === "nearly" ? -Infinity : value - slack,
    high: isFloor(stated) ? Infinity : value + slack,
  };
}

/** Which of the operations that `calculate` knows an identity is recomputed by. */
export function lineageOperation(operation: CheckOperation): LineageOperation {
  return operation === "partial_sum" ? "sum" : operation;
}

/** Which way the result goes where an operand is greater: 1 with it, −1 against it, 0 neither. */
function wayOf(operation: LineageOperation, values: readonly number[], index: number): number {
  const raised = values.map((value, at) => (at === index ? value + Math.abs(value) + 1 : value));
  return Math.sign(calculate(operation, raised) - calculate(operation, values));
}

/**
 * What a result may be whose operands are bounds: "over 25 200" of 28 052 is over 89.8 %. The parts
 * that a report lists of more leave its total open above.
 */
export function boundsOfResult(
  operation: CheckOperation,
  operands: readonly Fact[],
  value: number,
): Bounds {
  const ways = operands.flatMap((operand, index) => {
    // A number that is not stated takes the place of the second operand, and of no bound.
    if (!isBound(operand.qualifier) || operands.length === 1) return [];
    const values = operands.map((fact) => fact.value);
    const way = wayOf(lineageOperation(operation), values, index);
    return isFloor(operand) ? way : -way;
  });
  return {
    low: ways.includes(-1) ? -Infinity : value,
    high: operation === "partial_sum" || ways.includes(1) ? Infinity : value,
  };
}

/** True where some value is within both. */
export function meet(a: Bounds, b: Bounds, tolerance: number): boolean {
  return a.low <= b.high + tolerance && b.low <= a.high + tolerance;
}

/** True where both reach without end to the same side, so that they meet whatever their numbers. */
export function meetAlways(a: Bounds, b: Bounds): boolean {
  return (
    (a.high === Infinity && b.high === Infinity) || (a.low === -Infinity && b.low === -Infinity)
  );
}
