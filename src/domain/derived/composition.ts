import type { Fact } from "../types.ts";
import { operandAccidents } from "./definitions/index.ts";
import type { DerivedDefinition } from "./definitions/index.ts";

/** Columns that tell of what a figure is made, beside its scope and its part. */
const columns = ["authority", "channel", "confiscations", "counted_as"] as const;

/** What a derived figure is made of; null where no operand says it. */
export type Composition = Pick<Fact, (typeof columns)[number] | "accident">;

/** The values that are stated in a column, each once. */
function stated<K extends keyof Composition>(column: K, operands: readonly Fact[]) {
  return [...new Set(operands.map((fact) => fact[column]))].filter((value) => value !== null);
}

/** Penalties before accidents, after them, and undivided ones, of which the page may not say so. */
function isOneKind(operands: readonly Fact[]): boolean {
  const kinds = stated("accident", operands);
  return kinds.length < 2 || kinds.every((kind) => kind === "both" || kind === "unstated");
}

/** True where the operands count the work of the same bodies, in the same way, of the same kind. */
export function isComposed(definition: DerivedDefinition, operands: readonly Fact[]): boolean {
  if (columns.some((column) => stated(column, operands).length > 1)) return false;
  const wanted = operandAccidents(definition);
  if (wanted === null) return isOneKind(operands);
  return operands.every(({ accident }, index) => wanted[index]?.some((one) => one === accident));
}

/** What the result of operands that fit is made of: a restriction of one restricts it. */
export function compositionOf(
  definition: DerivedDefinition,
  operands: readonly Fact[],
): Composition {
  const one = <K extends keyof Composition>(column: K) =>
    (stated(column, operands)[0] ?? null) as Composition[K];
  return {
    authority: one("authority"),
    channel: one("channel"),
    confiscations: one("confiscations"),
    counted_as: one("counted_as"),
    accident: accidentOf(definition, operands),
  };
}

function accidentOf(definition: DerivedDefinition, operands: readonly Fact[]): Fact["accident"] {
  if (operandAccidents(definition) !== null)
    return definition.operation === "ratio_percent" ? "before" : "after";
  const kinds = stated("accident", operands);
  return kinds.length > 1 ? "unstated" : (kinds[0] ?? null);
}
