import type { Fact } from "./types.ts";

/** How a derived number follows from stated ones. */
export const lineageOperations = ["quotient", "difference", "sum", "ratio_percent"] as const;
export type LineageOperation = (typeof lineageOperations)[number];

/** What an address or a mark names: one fact, or an operation over facts. */
export type Lineage =
  | { readonly operation: null; readonly facts: readonly [string] }
  | { readonly operation: LineageOperation; readonly facts: readonly string[] };

const signs: Readonly<Record<LineageOperation, string>> = {
  quotient: "÷",
  difference: "−",
  sum: "+",
  ratio_percent: "÷",
};

/** `sw-47` or `quotient(sw-47,sw-46)`; null where the text is neither. */
export function parseLineage(text: string): Lineage | null {
  const call = /^([a-z_]+)\(([^()]+)\)$/.exec(text);
  if (!call) return /^[\w-]+$/.test(text) ? { operation: null, facts: [text] } : null;
  const operation = lineageOperations.find((name) => name === call[1]);
  const facts = (call[2] ?? "").split(",").map((id) => id.trim());
  return operation && facts.length > 1 ? { operation, facts } : null;
}

/** The text that `parseLineage` reads. */
export function formatLineage({ operation, facts }: Lineage): string {
  return operation ? `${operation}(${facts.join(",")})` : facts[0];
}

const fold: Readonly<Record<LineageOperation, (a: number, b: number) => number>> = {
  quotient: (a, b) => a / b,
  difference: (a, b) => a - b,
  sum: (a, b) => a + b,
  ratio_percent: (a, b) => (a / b) * 100,
};

function unitOf(operation: LineageOperation, [first, second]: readonly Fact[]): string {
  const unit = first?.unit ?? "";
  if (operation === "ratio_percent") return "%";
  if (operation === "quotient") return `${unit}/${second?.unit ?? ""}`;
  return operation === "difference" && unit === "%" ? "pp" : unit;
}

/**
 * The value, unit and sign of an operation over facts in their order; 12 significant digits, so
 * that no floating-point dust is left. Throws where there is nothing to compute.
 */
export function computeLineage(operation: LineageOperation, facts: readonly Fact[]) {
  if (facts.length < 2) throw new Error(`missing operands: ${operation} of ${facts.length}`);
  const value = facts.map((fact) => fact.value).reduce(fold[operation]);
  if (!Number.isFinite(value)) throw new Error(`invalid ${operation}: division by zero`);
  return {
    value: Number(value.toPrecision(12)),
    unit: unitOf(operation, facts),
    sign: signs[operation],
  };
}

/** What is shown of a derived value at most: more digits than its parents have say nothing. */
const DERIVED_DIGITS = 5;

/** A derived value rounded for tables and evidence: 4.81409… → 4.8141. Whole numbers stay whole. */
export function roundDerived(value: number): number {
  const isShort = Number(value.toFixed(2)) === value;
  return isShort ? value : Number(value.toPrecision(DERIVED_DIGITS));
}
