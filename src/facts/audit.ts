import { parseQuantity } from "./quantity.ts";
import type { Check, CheckOperation, Fact, Identity, Verdict } from "./types.ts";

/** A result with the formula that gave it. */
interface Result {
  readonly value: number;
  readonly formula: string;
}

/** Checks with as many operands as `[least, most]`. */
export const operandCounts: Readonly<Record<CheckOperation, readonly [number, number]>> = {
  sum: [1, Infinity],
  difference: [2, Infinity],
  ratio_percent: [1, 2],
  quotient: [2, 2],
  growth: [1, 2],
  count: [1, Infinity],
};

/**
 * Recomputes an identity from its parts and compares it with the stated figure. Both values are
 * kept; nothing is repaired.
 *
 * The verdict is `ok` within half a unit of the stated figure's last place, `rounding` where the
 * figure was cut off at that place or a curated reason explains the difference, `mismatch`
 * otherwise, and `derived` where the report states no result. A stated bound ("more than") is ok
 * where the result keeps to it. Throws `unknown fact: ID`, `missing stated figure: ID`.
 */
export function recompute(identity: Identity, facts: ReadonlyMap<string, Fact>): Check {
  const operands = identity.operands.map((id) => known(id, facts));
  const stated = identity.stated === null ? null : known(identity.stated, facts);
  const result = compute(identity, operands, stated);
  return {
    check_id: identity.check_id,
    report_id: identity.report_id,
    identity: result.formula,
    operation: identity.operation,
    operands: identity.operands.join(" "),
    stated_fact: identity.stated,
    stated: stated?.value ?? null,
    recomputed: result.value,
    difference: stated && Number((stated.value - result.value).toFixed(10)),
    verdict: verdictOf(identity, stated, result.value),
    note: identity.soft_reason ?? identity.note,
    note_zh: identity.soft_reason_zh ?? identity.note_zh,
    ...(stated ? allowedBy(stated) : { allowed_low: null, allowed_high: null }),
  };
}

function known(id: string, facts: ReadonlyMap<string, Fact>): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`unknown fact: ${id}`);
  return fact;
}

/** Sums of decimals carry noise in the last bits (281.48 − 77.48); twelve digits are the figure's. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function compute(identity: Identity, operands: readonly Fact[], stated: Fact | null): Result {
  const values = operands.map((fact) => fact.value);
  const [first = NaN, second] = values;
  if (second === undefined && /^(ratio_percent|growth)$/.test(identity.operation))
    return implied(identity, first, stated);
  const { value, formula } = operations[identity.operation](values, first, second ?? NaN);
  return { value: tidy(value), formula };
}

const operations: Readonly<
  Record<CheckOperation, (values: readonly number[], a: number, b: number) => Result>
> = {
  sum: (values) => ({ value: values.reduce((a, b) => a + b, 0), formula: values.join(" + ") }),
  difference: (values) => ({
    value: values.reduce((a, b) => a - b),
    formula: values.join(" − "),
  }),
  ratio_percent: (_, a, b) => ({ value: (a / b) * 100, formula: `${a} ÷ ${b} × 100` }),
  quotient: (_, a, b) => ({ value: a / b, formula: `${a} ÷ ${b}` }),
  growth: (_, a, b) => ({ value: (a / b - 1) * 100, formula: `${a} ÷ ${b} × 100 − 100` }),
  count: (values) => ({ value: values.length, formula: values.map(() => "1").join(" + ") }),
};

/** The number that the report does not state is whole: take the nearest that fits its rate. */
function implied(identity: Identity, value: number, stated: Fact | null): Result {
  if (!stated) throw new Error(`missing stated figure: ${identity.check_id}`);
  if (identity.operation === "growth") {
    const factor = tidy(1 + stated.value / 100);
    const base = Math.round(value / factor);
    const formula = `${value} ÷ round(${value} ÷ ${factor}) × 100 − 100`;
    return { value: tidy((value / base - 1) * 100), formula };
  }
  const part = Math.round((value * stated.value) / 100);
  const formula = `round(${value} × ${stated.value} ÷ 100) ÷ ${value} × 100`;
  return { value: tidy((part / value) * 100), formula };
}

function verdictOf(identity: Identity, stated: Fact | null, recomputed: number): Verdict {
  if (!stated) return "derived";
  if (keepsTo(stated, recomputed)) return "ok";
  return isTruncated(stated, recomputed) || identity.soft_reason !== null ? "rounding" : "mismatch";
}

function keepsTo(stated: Fact, recomputed: number): boolean {
  const slack = step(stated) / 2 + Math.abs(recomputed) * 1e-9;
  if (isFloor(stated)) return recomputed >= stated.value - slack;
  if (stated.qualifier === "nearly") return recomputed <= stated.value + slack;
  return Math.abs(stated.value - recomputed) <= slack;
}

function isFloor({ qualifier }: Fact): boolean {
  return qualifier === "over" || qualifier === "at_least";
}

function isTruncated(stated: Fact, recomputed: number): boolean {
  const place = step(stated);
  const cut = Math.trunc(recomputed / place + 1e-9) * place;
  return Math.abs(cut - stated.value) < place * 1e-6;
}

/**
 * The values that may stand behind a stated figure: half a unit of its last place either way, and
 * up to a whole unit away from zero where the rest was cut off. A bound is open at its far end.
 */
export function allowedBy(stated: Fact): Pick<Check, "allowed_low" | "allowed_high"> {
  const { value, qualifier } = stated;
  const place = step(stated);
  const low = tidy(value - (value < 0 ? place : place / 2));
  const high = tidy(value + (value < 0 ? place / 2 : place));
  if (isFloor(stated)) return { allowed_low: low, allowed_high: null };
  if (qualifier === "nearly") return { allowed_low: null, allowed_high: high };
  return { allowed_low: low, allowed_high: high };
}

function step(stated: Fact): number {
  return parseQuantity(stated.value_text, { unit: stated.unit })?.step ?? 1;
}
