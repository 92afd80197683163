import type { Figure } from "../comparability/figure.ts";
import { isInclusionOpen, type Facts } from "../comparability/profile.ts";
import { computeLineage, formatLineage } from "../lineage.ts";
import type { LineageOperation } from "../lineage.ts";
import { withoutPart } from "../subset.ts";
import type { Fact, Qualifier } from "../types.ts";
import { caveatsOf, stageOf } from "./caveats.ts";
import type { Caveat } from "./caveats.ts";
import { compositionOf } from "./composition.ts";
import { derivedDefinitions } from "./definitions/index.ts";
import type { DerivedDefinition } from "./definitions/index.ts";
import { operandParts } from "./definitions/index.ts";
import { rangeOf } from "./range.ts";
import type { FigureRange } from "./range.ts";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** A number that no report states, with the facts and the formula that it comes from. */
export interface Derived extends Figure {
  /** Id of its row in `derivedDefinitions`. */
  readonly definition: string;
  readonly operation: LineageOperation;
  /** `fact_id`s, in the order of the operation; never empty. */
  readonly parents: readonly string[];
  readonly status: "derived";
  /** Null where its operands leave nothing open. */
  readonly range: FigureRange | null;
  /** What must be said beside it. */
  readonly caveats: readonly Caveat[];
}

export type Derivation =
  | { readonly ok: true; readonly derived: Derived }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * One derived metric from its operands, in the order of its definition. Refuses, with the reason,
 * where they do not belong together; says with the result what else a reader must know. `facts`,
 * all figures of the report, tell whether delegated work may be inside. Throws
 * `unknown derived metric: ID`.
 */
export function deriveFrom(
  id: string,
  operands: readonly Fact[],
  { facts = [] }: { readonly facts?: Facts } = {},
): Derivation {
  const definition = derivedDefinitions.find((row) => row.id === id);
  if (!definition) throw new Error(`unknown derived metric: ${id}`);
  const refusal = refusalOf(definition, operands);
  if (refusal) return { ok: false, refusal };
  return { ok: true, derived: resultOf(definition, operands, facts) };
}

/** The result of operands that fit. */
export function resultOf(
  definition: DerivedDefinition,
  operands: readonly Fact[],
  facts: Facts,
): Derived {
  const [first] = operands;
  if (!first) throw new Error(`missing operands: ${definition.id}`);
  const { operation, unit, metric_id } = definition;
  const parents = operands.map((fact) => fact.fact_id);
  const { value } = computeLineage(operation, operands);
  const isOpen = operands.some((fact) => isInclusionOpen(fact, facts));
  return {
    fact_id: formatLineage({ operation, facts: parents }),
    definition: definition.id,
    metric_id,
    report_id: first.report_id,
    region_id: first.region_id,
    value,
    unit,
    qualifier: qualifierOf(operands),
    period_start: first.period_start,
    period_end: first.period_end,
    period_basis: first.period_basis,
    scope: definition.scope ?? first.scope,
    subset: subsetOf(definition, first),
    count_basis: stageOf(operands[definition.basis]),
    baseline: baselineOf(definition, first),
    status: "derived",
    breakdown_of: null,
    same_as: null,
    ...compositionOf(definition, operands),
    source_kind: first.source_kind,
    unit_inferred: operands.some((fact) => fact.unit_inferred),
    operation,
    parents,
    range: rangeOf(operation, operands, facts),
    caveats: caveatsOf(definition, operands, { isInclusionOpen: isOpen }),
  };
}

/** Of time limits: the items, and whether the time was promised or used. */
function subsetOf(definition: DerivedDefinition, { subset, metric_id }: Fact): string | null {
  if (operandParts(definition) === null) return subset;
  const part = metric_id === "approval_days_actual" ? "part:actual" : "part:promised";
  return [withoutPart(subset), part].filter((term) => term !== null).join(";");
}

/** Of time limits: what the time as it is was measured against. */
function baselineOf(definition: DerivedDefinition, { baseline }: Fact): Fact["baseline"] {
  if (operandParts(definition) === null) return baseline;
  return definition.operands[1] === "approval_days_statutory" ? "statutory" : "promised_before";
}

/**
 * How the result bounds the true value: as the first operand does where all others are exact,
 * since every operation but `complement` and `reduction` (refused for bounds) rises with it; else only roughly.
 */
function qualifierOf([first, ...others]: readonly Fact[]): Qualifier {
  const isExact = others.every((fact) => fact.qualifier === "exact");
  return first && isExact ? first.qualifier : "approx";
}
