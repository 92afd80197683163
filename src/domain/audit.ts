import { calculate, formulaOf, operandsOf, tidy } from "./lineage.ts";
import { parseQuantity } from "./quantity.ts";
import type { Check, CheckOperation, Fact, Identity, Verdict } from "./types.ts";

/** A result with the formula that gave it. */
interface Result {
  readonly value: number;
  readonly formula: string;
}

/**
 * Checks with as many operands as `[least, most]`: as the operation takes, or one where a report
 * keeps the other number of a rate to itself. A sum of one figure only says it again.
 */
export function operandsOfCheck(operation: CheckOperation): readonly [number, number] {
  const [least, most] = operandsOf(operation);
  return [mayBeAlone.has(operation) ? 1 : least, most];
}

const mayBeAlone: ReadonlySet<CheckOperation> = new Set(["ratio_percent", "growth"]);

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

function compute(identity: Identity, operands: readonly Fact[], stated: Fact | null): Result {
  const values = operands.map((fact) => fact.value);
  const { operation } = identity;
  const [first = NaN] = values;
  if (values.length === 1 && (operation === "ratio_percent" || operation === "growth"))
    return implied(identity, first, stated);
  const formula = formulaOf(operation, values.map(String), { isWhole: true });
  return { value: calculate(operation, values), formula };
}

/** The number that the report does not state is whole: take the nearest that fits its rate. */
function implied({ operation, check_id }: Identity, value: number, stated: Fact | null): Result {
  if (!stated) throw new Error(`missing stated figure: ${check_id}`);
  if (operation === "growth") {
    const factor = tidy(1 + stated.value / 100);
    const base = Math.round(value / factor);
    const named = [String(value), `round(${value} ÷ ${factor})`];
    return { value: calculate(operation, [value, base]), formula: formulaOf(operation, named) };
  }
  const part = Math.round((value * stated.value) / 100);
  const named = [`round(${value} × ${stated.value} ÷ 100)`, String(value)];
  return { value: calculate(operation, [part, value]), formula: formulaOf(operation, named) };
}

/**
 * What an identity says in numbers, whichever figures hold them: a report that gives its parts twice
 * says one thing. Null where nothing is stated.
 */
export function sayingOf(
  { operation, operands, stated }: Identity,
  facts: ReadonlyMap<string, Fact>,
): string | null {
  if (stated === null) return null;
  const values = operands.map((id) => String(facts.get(id)?.value ?? id));
  return [stated, operation, ...(operation === "sum" ? values.toSorted() : values)].join(" ");
}

/**
 * Whether an identity cannot fail: of a lone operand the number that the report keeps to itself is
 * chosen to fit, and where whole numbers lie closer than the stated rate's last place, one fits any rate.
 */
export function isVacuous(
  { operation, operands, stated }: Identity,
  facts: ReadonlyMap<string, Fact>,
): boolean {
  const [operand] = operands.map((id) => facts.get(id));
  const rate = facts.get(stated ?? "");
  if (operands.length !== 1 || !operand || !rate) return false;
  const factor = 1 + rate.value / 100;
  const between =
    operation === "growth" ? (100 * factor ** 2) / operand.value : 100 / operand.value;
  return between <= step(rate);
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
