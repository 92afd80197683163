import type { PartName } from "../../subset.ts";
import type { Accident, Scope } from "../../types.ts";
import type { DerivedDefinition } from "./definition.ts";

/**
 * Scopes of the operands, in order, of a definition whose `join` is `parts`: the whole before the
 * part where it is subtracted, the part before the whole in a share; null for other joins.
 */
export function operandScopes({ join, operation, operands }: DerivedDefinition): Scope[] | null {
  if (join !== "parts") return null;
  const pair: Scope[] =
    operation === "ratio_percent"
      ? ["bureau", "jurisdiction_total"]
      : ["jurisdiction_total", "bureau"];
  return operands.map((_, index) => pair[index % 2] ?? "bureau");
}

/** What may hold penalties before and after accidents. */
const undivided: readonly Accident[] = ["both", "unstated"];

/** The same for `accidents`: which values of the column `accident` each operand may have. */
export function operandAccidents(definition: DerivedDefinition): (readonly Accident[])[] | null {
  const { join, operation, operands } = definition;
  if (join !== "accidents") return null;
  const pair = operation === "ratio_percent" ? [["before"], undivided] : [undivided, ["before"]];
  return operands.map((_, index) => (pair[index % 2] ?? []) as readonly Accident[]);
}

/** The same for `limits`: which part, if any, each operand may be of, beside the items it is for. */
export function operandParts({
  join,
  operands,
}: DerivedDefinition): (readonly (PartName | null)[])[] | null {
  if (join !== "limits") return null;
  const [now, base] = operands;
  return now === base ? [["later"], ["earlier"]] : [[null, "later"], [null]];
}
