import { sameWindow } from "../comparability/figure.ts";
import { isYearBefore } from "../periods.ts";
import { isBound } from "../qualifier.ts";
import { takes } from "../lineage.ts";
import type { Fact } from "../types.ts";
import { partIn, withoutPart } from "../subset.ts";
import { isComposed } from "./composition.ts";
import { operandParts, operandScopes } from "./definitions/index.ts";
import type { DerivedDefinition } from "./definitions/index.ts";

/** Why a derived metric cannot be had. */
export const refusals = [
  "missing",
  "report",
  "region",
  "metric",
  "status",
  "scope",
  "subset",
  "composition",
  "period",
  "baseline",
  "bound",
  "zero",
] as const;
export type Refusal = (typeof refusals)[number];

/** Why these operands do not give this metric, the broadest reason first; null where they do. */
export function refusalOf(
  definition: DerivedDefinition,
  operands: readonly Fact[],
): Refusal | null {
  const [first] = operands;
  if (!first || operands.length < definition.operands.length) return "missing";
  const differs = (differ: (one: Fact) => boolean) => operands.some(differ);
  if (differs((one) => one.report_id !== first.report_id)) return "report";
  if (differs((one) => one.region_id !== first.region_id)) return "region";
  if (!countsWhat(definition, operands)) return "metric";
  if (differs((one) => one.status !== "actual")) return "status";
  if (!isInScope(definition, operands)) return "scope";
  if (!isOfPart(definition, operands)) return "subset";
  if (!isComposed(definition, operands)) return "composition";
  if (!isInTime(definition, operands)) return "period";
  if (differs((one) => one.baseline !== first.baseline)) return "baseline";
  return refusalOfValues(definition, operands);
}

function countsWhat(
  { operands: metrics, operation }: DerivedDefinition,
  operands: readonly Fact[],
) {
  return (
    takes(operation, operands.length) &&
    operands.every((fact, index) => fact.metric_id === metrics[index])
  );
}

function isInScope(definition: DerivedDefinition, operands: readonly Fact[]): boolean {
  const scopes = operandScopes(definition);
  return operands.every(({ scope }, index) => scope === (scopes?.[index] ?? operands[0]?.scope));
}

/** One part of the work; of time limits the same items, as they were and as they are. */
function isOfPart(definition: DerivedDefinition, operands: readonly Fact[]): boolean {
  const [first] = operands;
  const parts = operandParts(definition);
  if (parts === null) return operands.every(({ subset }) => subset === first?.subset);
  return operands.every(
    ({ subset }, index) =>
      withoutPart(subset) === withoutPart(first?.subset ?? null) &&
      parts[index]?.includes(partIn(subset)),
  );
}

function isInTime({ join }: DerivedDefinition, [first, ...others]: readonly Fact[]): boolean {
  if (!first) return false;
  return others.every((other) =>
    join === "years" ? isYearBefore(other, first) : sameWindow(other, first),
  );
}

/**
 * What falls as an operand rises has a ceiling where the operand has a floor, for which there is no
 * qualifier: 522 of "over 20 000" is less than 2.61 per hundred. Nothing is divided by zero.
 */
function refusalOfValues(
  { operation }: DerivedDefinition,
  operands: readonly Fact[],
): Refusal | null {
  const [a, b, c, d] = operands.map((fact) => fact.value);
  const falling =
    operation === "complement" || operation === "reduction" ? operands : operands.slice(1);
  if (falling.some(({ qualifier }) => isBound(qualifier))) return "bound";
  if (operation === "speed_gain") return a === 100 ? "zero" : null;
  if (operation === "quotient_of_differences") return c === d ? "zero" : null;
  return b === 0 && operation !== "difference" ? "zero" : null;
}
