import { recompute } from "../domain/index.ts";
import type { Check, Fact, Identity } from "../domain/index.ts";

/**
 * The identities of a report with the values as they are now; those that lean on a figure that is
 * gone are left out.
 */
export function checksNow(identities: readonly Identity[], facts: readonly Fact[]): Check[] {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  const holds = ({ operands, stated }: Identity): boolean =>
    operands.every((id) => byId.has(id)) && (stated === null || byId.has(stated));
  return identities.filter(holds).map((identity) => recompute(identity, byId));
}
