import { proposeIdentities } from "../domain/index.ts";
import type { Check, Fact, Identity } from "../domain/index.ts";

/** What the report's own arithmetic says. */
export type ExtractionCheck = { readonly identity: Identity; readonly check: Check };

/**
 * Identities are looked for among figures that stand near each other: of a text as long as a book
 * every sum would hold somewhere, and the time would grow with a power of its length.
 */
const nearby = 60;

/** Parts and totals, ratios and growths that figures of one report suggest, recomputed. */
export function checksOf(facts: readonly Fact[]): ExtractionCheck[] {
  const checks: ExtractionCheck[] = [];
  for (let at = 0; at < facts.length; at += nearby) {
    const near = facts.slice(at, at + nearby);
    const ids = new Set(near.map(({ fact_id }) => fact_id));
    const own = near.map((fact) => within(fact, ids));
    checks.push(...proposeIdentities(own).map(({ identity, check }) => ({ identity, check })));
  }
  return checks;
}

/** Without links to figures that are not looked at. */
function within(fact: Fact, ids: ReadonlySet<string>): Fact {
  const keep = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null);
  return { ...fact, breakdown_of: keep(fact.breakdown_of), same_as: keep(fact.same_as) };
}
