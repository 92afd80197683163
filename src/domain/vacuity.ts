import { boundsOfResult, boundsOfStated, meetAlways, stepOf } from "./bounds.ts";
import type { Fact, Identity, Vacuity } from "./types.ts";

type Facts = ReadonlyMap<string, Fact>;

/** Operations of which a report may keep one number to itself. */
const implying: readonly Identity["operation"][] = ["ratio_percent", "growth"];

/**
 * Why an identity cannot fail, given those `before` it; null for one that can, and where nothing
 * is stated that could be wrong. `recomputed` is its result.
 */
export function vacuityOf(
  identity: Identity,
  recomputed: number,
  facts: Facts,
  before: readonly Identity[],
): Vacuity | null {
  const stated = identity.stated === null ? undefined : facts.get(identity.stated);
  if (!stated) return null;
  const operands = identity.operands.flatMap((id) => facts.get(id) ?? []);
  const [first] = operands;
  if (operands.length === 1 && first && implying.includes(identity.operation))
    return isMetByAny(identity, first.value, recomputed, stepOf(stated)) ? "implied" : null;
  if (operands.length === 1 && identity.operation !== "count") return "restated";
  const key = numbersOf(identity, facts);
  if (before.some((other) => numbersOf(other, facts) === key)) return "repeated";
  const result = boundsOfResult(identity.operation, operands, recomputed);
  return meetAlways(result, boundsOfStated(stated)) ? "unbounded" : null;
}

/** Rates that whole numbers give lie no farther apart than the last place of the stated one. */
function isMetByAny({ operation }: Identity, value: number, rate: number, step: number): boolean {
  if (operation === "ratio_percent") return 100 / value <= step;
  const base = value / (1 + rate / 100);
  return (100 * value) / (base * (base - 1)) <= step;
}

/** What is calculated and beside which figure: two identities of one key end alike. */
function numbersOf({ operation, operands, stated }: Identity, facts: Facts): string {
  const values = operands.map((id) => facts.get(id)?.value);
  const first = facts.get(stated ?? "")?.same_as ?? stated;
  return [operation, first, ...values].join(" ");
}
