import type { Fact } from "../domain/index.ts";
import { list } from "../words/index.ts";
import type { FigureContext } from "./context.ts";
import { type Flag, flagName, flags, flagsOf } from "./flags.ts";
import { type Observation, observe, type Row } from "./observation.ts";

/** What is said of a row outside the page, in one language; null where there is nothing. */
export interface Provenance {
  readonly evidence: string | null;
  readonly report: string | null;
  readonly flags: string | null;
}

/**
 * The clauses, the reports with their addresses and the flags behind a row that names figures by
 * `fact_id` or `fact_ids`, so that a number that leaves the page takes them along.
 */
export function provenanceOf(row: Row, context: FigureContext): Provenance {
  const observation = observe(row, context.catalogue);
  const facts = observation.source.facts.flatMap((id) => context.catalogue.facts.get(id) ?? []);
  const clauses = facts.flatMap(({ evidence }) => evidence ?? []);
  return {
    evidence: clauses.length > 0 ? [...new Set(clauses)].join(" | ") : null,
    report: reportsOf(facts, context),
    flags: flagsText(observation, facts, context),
  };
}

function reportsOf(facts: readonly Fact[], { catalogue, language }: FigureContext): string | null {
  const ids = [...new Set(facts.map(({ report_id }) => report_id))];
  const texts = ids.flatMap((id) => {
    const report = catalogue.reports.get(id);
    if (!report) return [];
    const title = language === "zh" ? report.title : report.title_en;
    return [report.url === null ? title : `${title} ${report.url}`];
  });
  return texts.length > 0 ? texts.join(" | ") : null;
}

/** Those of the row and of every figure that it rests on: a query may leave their columns out. */
function flagsText(
  observation: Observation,
  facts: readonly Fact[],
  context: FigureContext,
): string | null {
  const parents = facts.map((fact) => observe({ ...fact }, context.catalogue));
  const all = new Set<Flag>([observation, ...parents].flatMap((one) => flagsOf(one, context)));
  const names = flags
    .filter((flag) => all.has(flag))
    .map((flag) => flagName(flag, observation, context));
  return names.length > 0 ? list(context.language, names) : null;
}
