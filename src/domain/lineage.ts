import type { Fact } from "./types.ts";

/** How a derived number follows from stated ones. */
export const lineageOperations = [
  "quotient",
  "difference",
  "sum",
  "ratio_percent",
  "per_hundred",
  "per_thousand",
  "reduction",
  "complement",
  "speed_gain",
  "quotient_of_differences",
  "quotient_of_sums",
  "mean",
  "growth",
  "count",
  "rounded",
] as const;
export type LineageOperation = (typeof lineageOperations)[number];

/** What an address or a mark names: one fact, or an operation over facts. */
export type Lineage =
  | { readonly operation: null; readonly facts: readonly [string] }
  | { readonly operation: LineageOperation; readonly facts: readonly string[] };

interface Operation {
  /** Least and most operands. */
  readonly operands: readonly [number, number];
  /** What stands between the operands where they are written one after the other. */
  readonly sign: string;
  readonly value: (values: readonly number[]) => number;
  readonly unit: (units: readonly string[]) => string;
  /** The calculation in symbols, without its result; a long row of ones is cut short where it may be. */
  readonly formula: (operands: readonly string[], isWhole: boolean) => string;
}

const first = ([unit = ""]: readonly string[]) => unit;
const percent = () => "%";
/** Differences of rates are percentage points, not per cent. */
const change = (units: readonly string[]) => (first(units) === "%" ? "pp" : first(units));
const at = (values: readonly number[], index: number) => values[index] ?? NaN;

/** One row an operation: what it takes, gives, and how it is written. */
const operations: Readonly<Record<LineageOperation, Operation>> = {
  quotient: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => at(values, 0) / at(values, 1),
    unit: ([a = "", b = ""]) => `${a}/${b}`,
    formula: (names) => names.join(" ÷ "),
  },
  difference: {
    operands: [2, Infinity],
    sign: "−",
    value: (values) => values.reduce((a, b) => a - b),
    unit: change,
    formula: (names) => names.join(" − "),
  },
  sum: {
    operands: [2, Infinity],
    sign: "+",
    value: (values) => values.reduce((a, b) => a + b),
    unit: first,
    formula: (names) => names.join(" + "),
  },
  ratio_percent: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => (at(values, 0) / at(values, 1)) * 100,
    unit: percent,
    formula: (names) => `${names.join(" ÷ ")} × 100`,
  },
  per_hundred: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => (at(values, 0) / at(values, 1)) * 100,
    unit: ([a = "", b = ""]) => `${a}/百${b}`,
    formula: (names) => `${names.join(" ÷ ")} × 100`,
  },
  per_thousand: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => (at(values, 0) / at(values, 1)) * 1000,
    unit: ([a = "", b = ""]) => `${a}/千${b}`,
    formula: (names) => `${names.join(" ÷ ")} × 1000`,
  },
  reduction: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => 100 - (at(values, 0) / at(values, 1)) * 100,
    unit: percent,
    formula: (names) => `100 − ${names.join(" ÷ ")} × 100`,
  },
  complement: {
    operands: [1, 1],
    sign: "",
    value: (values) => 100 - at(values, 0),
    unit: percent,
    formula: ([x = ""]) => `100 − ${x}`,
  },
  speed_gain: {
    operands: [1, 1],
    sign: "",
    value: (values) => (at(values, 0) / (100 - at(values, 0))) * 100,
    unit: percent,
    formula: ([x = ""]) => `${x} ÷ (100 − ${x}) × 100`,
  },
  quotient_of_differences: {
    operands: [4, 4],
    sign: "",
    value: (values) => (at(values, 0) - at(values, 1)) / (at(values, 2) - at(values, 3)),
    unit: ([a = "", , c = ""]) => `${a}/${c}`,
    formula: ([a = "", b = "", c = "", d = ""]) => `(${a} − ${b}) ÷ (${c} − ${d})`,
  },
  quotient_of_sums: {
    operands: [4, 4],
    sign: "",
    value: (values) => (at(values, 0) + at(values, 1)) / (at(values, 2) + at(values, 3)),
    unit: ([a = "", , c = ""]) => `${a}/${c}`,
    formula: ([a = "", b = "", c = "", d = ""]) => `(${a} + ${b}) ÷ (${c} + ${d})`,
  },
  mean: {
    operands: [2, Infinity],
    sign: "+",
    value: (values) => values.reduce((a, b) => a + b) / values.length,
    unit: first,
    formula: (names) => `(${names.join(" + ")}) ÷ ${names.length}`,
  },
  growth: {
    operands: [2, 2],
    sign: "÷",
    value: (values) => (at(values, 0) / at(values, 1)) * 100 - 100,
    unit: percent,
    formula: (names) => `${names.join(" ÷ ")} × 100 − 100`,
  },
  count: {
    operands: [1, Infinity],
    sign: "+",
    value: (values) => values.length,
    unit: () => "个",
    formula: (names, isWhole) =>
      names.length > 3 && !isWhole ? "1 + … + 1" : names.map(() => "1").join(" + "),
  },
  // A query rounded its fact; the number itself says to how many places.
  rounded: {
    operands: [1, 1],
    sign: "≈",
    value: (values) => at(values, 0),
    unit: first,
    formula: ([x = ""]) => x,
  },
};

/** `sw-47` or `quotient(sw-47,sw-46)`; null where the text is neither. */
export function parseLineage(text: string): Lineage | null {
  const call = /^([a-z_]+)\(([^()]+)\)$/.exec(text);
  if (!call) return /^[\w-]+$/.test(text) ? { operation: null, facts: [text] } : null;
  const operation = lineageOperations.find((name) => name === call[1]);
  const facts = (call[2] ?? "").split(",").map((id) => id.trim());
  return operation && takes(operation, facts.length) ? { operation, facts } : null;
}

/** The text that `parseLineage` reads. */
export function formatLineage({ operation, facts }: Lineage): string {
  return operation ? `${operation}(${facts.join(",")})` : facts[0];
}

/** True where an operation takes so many operands. */
export function takes(operation: LineageOperation, count: number): boolean {
  const [least, most] = operandsOf(operation);
  return count >= least && count <= most;
}

/** The calculation in symbols over names or figures: `(a − b) ÷ (c − d)`. */
export function formulaOf(
  operation: LineageOperation,
  operands: readonly string[],
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): string {
  return operations[operation].formula(operands, isWhole);
}

/** Decimals carry noise in the last bits (281.48 − 77.48); twelve digits are the figure's. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The number that an operation makes of others, to twelve digits; not finite where it divides by 0. */
export function calculate(operation: LineageOperation, values: readonly number[]): number {
  return tidy(operations[operation].value(values));
}

/** Least and most operands of an operation. */
export function operandsOf(operation: LineageOperation): readonly [number, number] {
  return operations[operation].operands;
}

/**
 * The value, unit and sign of an operation over facts in their order; 12 significant digits, so
 * that no floating-point dust is left. Throws `missing operands`, `invalid operands` for too many,
 * and where the result divides by zero.
 */
export function computeLineage(
  operation: LineageOperation,
  facts: readonly Pick<Fact, "value" | "unit">[],
) {
  const { operands, unit, sign } = operations[operation];
  const given = `${operation} of ${facts.length}`;
  if (facts.length < operands[0]) throw new Error(`missing operands: ${given}`);
  if (facts.length > operands[1]) throw new Error(`invalid operands: ${given}`);
  const value = calculate(
    operation,
    facts.map((fact) => fact.value),
  );
  if (!Number.isFinite(value)) throw new Error(`invalid ${operation}: division by zero`);
  return { value, unit: unit(facts.map((fact) => fact.unit)), sign };
}

/** What is shown of a derived value at most: more digits than its parents have say nothing. */
const DERIVED_DIGITS = 5;

/** A derived value rounded for tables and evidence: 4.81409… → 4.8141. Whole numbers stay whole. */
export function roundDerived(value: number): number {
  const isShort = Number(value.toFixed(2)) === value;
  return isShort ? value : Number(value.toPrecision(DERIVED_DIGITS));
}
