import type { LineageOperation } from "../lineage.ts";
import { partIn } from "../subset.ts";
import type { Fact } from "../types.ts";
import {
  derivedDefinitions,
  operandAccidents,
  operandParts,
  operandScopes,
} from "./definitions/index.ts";
import type { DerivedDefinition } from "./definitions/index.ts";

/**
 * The derived metric that an operation over these facts gives: the same operation over the same
 * metrics (and, where whole and part are joined, the same scopes). Undefined where none is defined.
 */
export function definitionOf(
  operation: LineageOperation,
  parents: readonly Pick<Fact, "metric_id" | "scope" | "accident" | "subset">[],
): DerivedDefinition | undefined {
  return derivedDefinitions.find(
    (definition) =>
      definition.operation === operation &&
      definition.operands.length === parents.length &&
      definition.operands.every((metric, index) => metric === parents[index]?.metric_id) &&
      (operandScopes(definition)?.every((scope, index) => scope === parents[index]?.scope) ??
        true) &&
      (operandAccidents(definition)?.every((one, index) =>
        one.some((accident) => accident === parents[index]?.accident),
      ) ??
        true) &&
      (operandParts(definition)?.every((one, index) =>
        one.includes(partIn(parents[index]?.subset ?? null)),
      ) ??
        true),
  );
}
