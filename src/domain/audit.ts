import {
  boundsOfResult,
  boundsOfStated,
  isFloor,
  lineageOperation,
  meet,
  stepOf,
} from "./bounds.ts";
import { calculate, formulaOf, operandsOf, tidy } from "./lineage.ts";
import type { Check, CheckOperation, Fact, Identity, Verdict } from "./types.ts";
import { vacuityOf } from "./vacuity.ts";

/** A result with the formula that gave it. */
interface Result {
  readonly value: number;
  readonly formula: string;
}

/**
 * Checks with as many operands as `[least, most]`: as the operation takes, or one where a report
 * keeps the other number, or the other parts, to itself.
 */
export function operandsOfCheck(operation: CheckOperation): readonly [number, number] {
  const [least, most] = operandsOf(lineageOperation(operation));
  return [mayBeAlone.has(operation) ? 1 : least, most];
}

const mayBeAlone: ReadonlySet<CheckOperation> = new Set([
  "sum",
  "partial_sum",
  "ratio_percent",
  "growth",
]);

/**
 * Recomputes an identity from its parts and compares it with the stated figure. Both values are
 * kept; nothing is repaired.
 *
 * The verdict is `ok` within half a unit of the stated figure's last place, `rounding` where the
 * figure was cut off at that place or a curated reason explains the difference, `mismatch`
 * otherwise, and `derived` where the report states no result. Bounds ("more than") and lists that
 * go on (等) make an inequality of it, which is ok where some value fits both sides. `vacuous` says
 * where it cannot fail; `before` are the identities that it may repeat. Throws `unknown fact: ID`, `missing stated figure: ID`.
 */
export function recompute(
  identity: Identity,
  facts: ReadonlyMap<string, Fact>,
  { before = [] }: { readonly before?: readonly Identity[] } = {},
): Check {
  const operands = identity.operands.map((id) => known(id, facts));
  const stated = identity.stated === null ? null : known(identity.stated, facts);
  const result = compute(identity, operands, stated);
  const allowed = stated ? allowedBy(stated) : nothing;
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
    verdict: verdictOf(identity, operands, stated, result.value),
    vacuous: vacuityOf(identity, result.value, facts, before),
    note: identity.soft_reason ?? identity.note,
    note_zh: identity.soft_reason_zh ?? identity.note_zh,
    // A result without an upper end may stay below what is stated by as much as it likes.
    ...(identity.operation === "partial_sum" ? { ...allowed, allowed_low: null } : allowed),
  };
}

const nothing = { allowed_low: null, allowed_high: null } as const;

/** Identities in their order, each recomputed. */
export function recomputeAll(
  identities: readonly Identity[],
  facts: ReadonlyMap<string, Fact>,
): Check[] {
  return identities.map((identity, index) =>
    recompute(identity, facts, { before: identities.slice(0, index) }),
  );
}

function known(id: string, facts: ReadonlyMap<string, Fact>): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`unknown fact: ${id}`);
  return fact;
}

function compute(identity: Identity, operands: readonly Fact[], stated: Fact | null): Result {
  const values = operands.map((fact) => fact.value);
  const operation = lineageOperation(identity.operation);
  const [first = NaN] = values;
  if (values.length === 1 && (operation === "ratio_percent" || operation === "growth"))
    return implied(operation, identity.check_id, first, stated);
  const formula = formulaOf(operation, values.map(String), { isWhole: true });
  return { value: calculate(operation, values), formula };
}

/** The number that the report does not state is whole: take the nearest that fits its rate. */
function implied(
  operation: "ratio_percent" | "growth",
  check_id: string,
  value: number,
  stated: Fact | null,
): Result {
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

function verdictOf(
  { operation, soft_reason }: Identity,
  operands: readonly Fact[],
  stated: Fact | null,
  recomputed: number,
): Verdict {
  if (!stated) return "derived";
  const result = boundsOfResult(operation, operands, recomputed);
  if (meet(boundsOfStated(stated), result, Math.abs(recomputed) * 1e-9)) return "ok";
  return isTruncated(stated, recomputed) || soft_reason !== null ? "rounding" : "mismatch";
}

function isTruncated(stated: Fact, recomputed: number): boolean {
  const place = stepOf(stated);
  const cut = Math.trunc(recomputed / place + 1e-9) * place;
  return Math.abs(cut - stated.value) < place * 1e-6;
}

/**
 * The values that may stand behind a stated figure: half a unit of its last place either way, and
 * up to a whole unit away from zero where the rest was cut off. A bound is open at its far end.
 */
export function allowedBy(stated: Fact): Pick<Check, "allowed_low" | "allowed_high"> {
  const { value, qualifier } = stated;
  const place = stepOf(stated);
  const low = tidy(value - (value < 0 ? place : place / 2));
  const high = tidy(value + (value < 0 ? place / 2 : place));
  if (isFloor(stated)) return { allowed_low: low, allowed_high: null };
  if (qualifier === "nearly") return { allowed_low: null, allowed_high: high };
  return { allowed_low: low, allowed_high: high };
}
