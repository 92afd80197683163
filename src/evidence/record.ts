import type { Catalogue, Check, Fact, Lineage, Report } from "../domain/index.ts";
import { parseLineage } from "../domain/index.ts";

/** What the evidence of a number is looked up in. */
export type Archive = Catalogue;

/** A number's evidence resolved: its facts in order, and the operation where it is derived. */
export interface Evidence {
  readonly lineage: Lineage;
  readonly facts: readonly Fact[];
}

/** Resolves `sw-47` or `quotient(sw-47,sw-46)`; null where any id in it is unknown. */
export function resolve(archive: Archive, text: string): Evidence | null {
  const lineage = parseLineage(text);
  if (!lineage) return null;
  const facts = lineage.facts.flatMap((id) => archive.facts.get(id) ?? []);
  return facts.length === lineage.facts.length ? { lineage, facts } : null;
}

/** The evidence of a mark that stands for several numbers, each once. */
export interface Several {
  readonly known: readonly Evidence[];
  /** Ids that this archive does not have. */
  readonly unknown: readonly string[];
}

/** Resolves `sw-47 quotient(sw-47,sw-46)`, the ids of a group separated by spaces. */
export function resolveSeveral(archive: Archive, text: string): Several {
  const ids = [...new Set(text.split(" ").filter(Boolean))];
  const found = ids.map((id) => resolve(archive, id));
  return {
    known: found.filter((one) => one !== null),
    unknown: ids.filter((_, i) => found[i] === null),
  };
}

/** Other clauses of the same report that state the same figure. */
export function otherMentions(archive: Archive, fact: Fact): Fact[] {
  const first = fact.same_as ?? fact.fact_id;
  return [...archive.facts.values()].filter(
    (other) => other !== fact && (other.fact_id === first || other.same_as === first),
  );
}

/** Recomputed identities in which the fact is the result or a part. */
export function checksOf(archive: Archive, fact: Fact): Check[] {
  return archive.checks.filter(
    ({ stated_fact, operands }) =>
      stated_fact === fact.fact_id || operands.split(" ").includes(fact.fact_id),
  );
}

/** The clause as a W3C text position in the report: its page, or the hash of its text. */
export function citation(report: Report, fact: Fact): string {
  const source = report.url ?? `urn:sha256:${report.sha256}`;
  return fact.evidence_start === null || fact.evidence_end === null
    ? source
    : `${source}#char=${fact.evidence_start},${fact.evidence_end}`;
}

/** A fact as a quantity, with the name of what it counts. */
export function quantityOf({ metrics }: Archive, { value, unit, qualifier, metric_id }: Fact) {
  return { value, unit, qualifier, thing: metrics.get(metric_id)?.counting_object ?? null };
}
