import { reportRow, validate } from "../domain/index.ts";
import type { Fact, Metric, Region, Theme } from "../domain/index.ts";
import { factsLeft, isAsRead } from "./figures.ts";
import { headOf } from "./head.ts";
import type { Decisions, Figure, ReadReport } from "./types.ts";

/** What the rules of `npm run data` say against figures that are not as we found them, by their id. */
export function objectionsTo(
  report: ReadReport,
  decisions: Decisions,
  figures: readonly Figure[],
  known: {
    readonly metrics: readonly Metric[];
    readonly themes: readonly Theme[];
    readonly regions: readonly Region[];
  },
): Map<string, string[]> {
  const changed = figures.filter((figure) => !isAsRead(figure));
  if (changed.length === 0) return new Map();
  const messages = new Map<string, string[]>();
  const file = `facts/${report.id}.json`;
  for (const problem of validate({
    ...known,
    reports: [rowOf(report, decisions, known.regions)],
    identities: [],
    factFiles: [{ file, facts: placed(factsLeft(figures), known.regions) }],
  }))
    if (problem.file === file)
      messages.set(problem.id, [...(messages.get(problem.id) ?? []), problem.message]);
  return new Map(
    changed.flatMap(({ id, fact }) => {
      const own = messages.get(fact.fact_id);
      return own ? [[id, own]] : [];
    }),
  );
}

/** A place that has no row yet gets one on export; it is no fault of a figure. */
function placed(facts: readonly Fact[], regions: readonly Region[]): readonly Fact[] {
  const isKnown = regions.some(({ region_id }) => region_id === facts[0]?.region_id);
  const [any] = regions;
  return isKnown || !any ? facts : facts.map((fact) => ({ ...fact, region_id: any.region_id }));
}

/** A row without fault: only its figures are asked about. */
function rowOf(report: ReadReport, decisions: Decisions, [any]: readonly Region[]) {
  const { published } = headOf(report, decisions);
  const place = { report_id: report.id, region_id: any?.region_id ?? "" };
  return reportRow({ ...report, ...place }, { ...unknownHead, published });
}

const unknownHead = {
  ...{ title: null, agency: null, docNumber: null, published: null },
  ...{ start: null, end: null },
} as const;
