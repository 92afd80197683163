import { recompute } from "../domain/index.ts";
import type { Check, Fact, Identity } from "../domain/index.ts";
import { checksOf } from "../extract/checks.ts";
import { confirmedFacts, factsLeft, figuresOf, isAsRead } from "./figures.ts";
import type { Decisions, Figure, ReadReport } from "./types.ts";

/**
 * The identities that the figures of a report suggest as they are now. What was found when the report
 * was read holds until somebody corrects or adds a figure: then sums may be others.
 */
export function identitiesNow(
  { identities }: Pick<ReadReport, "identities">,
  figures: readonly Figure[],
): readonly Identity[] {
  if (figures.every(isAsRead)) return identities;
  return checksOf(factsLeft(figures)).map(({ identity }) => identity);
}

/**
 * The identities of a report with the values as they are now; those that lean on a figure that is
 * gone are left out.
 */
export function checksNow(identities: readonly Identity[], facts: readonly Fact[]): Check[] {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  return resting(identities, byId).map((identity) => recompute(identity, byId));
}

/** The identities that lean on confirmed figures alone: what somebody stands for. */
export function confirmedIdentities(report: ReadReport, decisions: Decisions): Identity[] {
  const figures = figuresOf(report, decisions);
  const facts = confirmedFacts(figures);
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  return resting(identitiesNow(report, figures), byId);
}

function resting(identities: readonly Identity[], facts: ReadonlyMap<string, Fact>): Identity[] {
  return identities.filter(
    ({ operands, stated }) =>
      operands.every((id) => facts.has(id)) && (stated === null || facts.has(stated)),
  );
}
