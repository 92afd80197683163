import { parseQuantity } from "../quantity.ts";
import { parseSubset, partGroup, subsetPattern } from "../subset.ts";
import type { Fact, Region } from "../types.ts";
import type { Context, Rule } from "./context.ts";

/**
 * No part exceeds its total, nor do the parts of one kind together (city bureau and counties; one
 * sector and the others). Parts of several metrics or kinds overlap (permits accepted and granted;
 * by sector and by county): whether those add up is a check.
 */
export const partsRule: Rule<Fact> = function* (total, context) {
  const parts = context.parts.get(total.fact_id) ?? [];
  for (const part of parts) yield* partRule(part, total, context);
  if (context.audited.has(total.fact_id)) return;
  for (const kind of new Set(parts.map((part) => kindOf(part, total)))) {
    const group = parts.filter((part) => part.same_as === null && kindOf(part, total) === kind);
    const sum = Number(group.reduce((a, part) => a + part.value, 0).toPrecision(12));
    if (group.length > 1 && exceeds(sum, total))
      yield `invalid parts: ${group[0]?.metric_id ?? ""} adds up to ${sum}, the total is ${total.value}`;
  }
};

function* partRule(part: Fact, total: Fact, { regions }: Context): Iterable<string> {
  const id = part.fact_id;
  if (part.unit !== total.unit) yield `invalid part: ${id} is in ${part.unit}`;
  if (exceeds(part.value, total)) yield `invalid part: ${id} exceeds its total`;
  if (!lies(part.region_id, total.region_id, regions))
    yield `invalid part: ${id} is of ${part.region_id}, outside ${total.region_id}`;
  const own = total.subset?.split(";") ?? [];
  if (!own.every((term) => part.subset?.split(";").includes(term)))
    yield `invalid part: ${id} is not within ${total.subset ?? ""}`;
}

/** True where a region is another, or lies in it. Ends on a circle of parents too. */
function lies(inner: string, outer: string, regions: ReadonlyMap<string, Region>): boolean {
  let at = regions.get(inner);
  for (let steps = 0; at && steps < 5; steps++) {
    if (at.region_id === outer) return true;
    at = regions.get(at.parent ?? "");
  }
  return !regions.has(inner) || inner === outer;
}

/** Metric and kind of division: whole bodies, sectors, units and individuals … */
function kindOf({ metric_id, subset, accident }: Fact, total: Fact): string {
  const whole = accident === total.accident ? metric_id : `${metric_id} accident`;
  if (subset === null || !subsetPattern.test(subset)) return whole;
  const own = total.subset?.split(";") ?? [];
  const terms = parseSubset(subset).filter(({ kind, name }) => !own.includes(`${kind}:${name}`));
  return [whole, ...terms.map((term) => partGroup(term))].join(" ");
}

/** A total stated as "more than" does not bound its parts; a rounded one does to half its place. */
function exceeds(value: number, { value: total, qualifier, value_text, unit }: Fact): boolean {
  if (qualifier === "over" || qualifier === "at_least") return false;
  const step = qualifier === "approx" ? (parseQuantity(value_text, { unit })?.step ?? 0) : 0;
  return value > total + step / 2;
}
