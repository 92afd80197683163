import { periodKind } from "../periods.ts";
import type { Fact } from "../types.ts";
import type { DerivedDefinition } from "./definitions/index.ts";

/** What must be said beside a derived figure. */
export const caveats = [
  "filed_not_imposed",
  "basis_unstated",
  "basis_differs",
  "bound",
  "open_period",
  "inclusion_open",
] as const;
export type Caveat = (typeof caveats)[number];

/** The caveats of operands that fit their definition, in the order of `caveats`. */
export function caveatsOf(
  definition: DerivedDefinition,
  operands: readonly Fact[],
  { isInclusionOpen }: { readonly isInclusionOpen: boolean },
): Caveat[] {
  const basis = basisCaveat(definition, operands);
  return [
    ...(basis ? [basis] : []),
    ...(operands.some((fact) => fact.qualifier !== "exact") ? (["bound"] as const) : []),
    ...(operands.some((fact) => periodKind(fact) === "open") ? (["open_period"] as const) : []),
    ...(isInclusionOpen ? (["inclusion_open"] as const) : []),
  ];
}

/** The stage at which a figure counts its cases: filings are counted when they are filed. */
export function stageOf(fact: Pick<Fact, "metric_id" | "count_basis"> | undefined) {
  if (fact === undefined) return null;
  return fact.metric_id === "cases_filed" ? "filed" : fact.count_basis;
}

/** Fines belong to penalties imposed: a mean must say at which stage its cases were counted. */
function basisCaveat(definition: DerivedDefinition, operands: readonly Fact[]): Caveat | null {
  const bases = operands.map(stageOf);
  const stated = new Set(bases.filter((basis) => basis !== null));
  if (definition.counting_object === "money_per_case") {
    if (bases[definition.basis] === "filed") return "filed_not_imposed";
    if (bases.includes(null)) return "basis_unstated";
  }
  return stated.size > 1 ? "basis_differs" : null;
}
