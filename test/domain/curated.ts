import { fileURLToPath } from "node:url";
import { readData } from "../../scripts/read.ts";
import { byId, checksOf, derive, factsOf } from "../../src/domain/index.ts";
import type { ComparisonContext, Derived, Fact, Figure } from "../../src/domain/index.ts";

const { dataset } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));

/** The figures of the five core reports; others may come and go without touching these tests. */
export const core = factsOf(dataset).filter((fact) => /^(zz|ws|sw|zh|sz)-\d+$/.test(fact.fact_id));
export const identities = dataset.identities;
export const facts: ReadonlyMap<string, Fact> = byId(core, "fact_id");
export const derived: readonly Derived[] = derive(core);
export const context: ComparisonContext = {
  metrics: byId(dataset.metrics, "metric_id"),
  regions: byId(dataset.regions, "region_id"),
  reports: byId(dataset.reports, "report_id"),
  facts,
  checks: checksOf(dataset),
};
export { dataset };

/** Every figure of both corpora, and the context in which they are judged. */
export const everything: ReadonlyMap<string, Fact> = byId(factsOf(dataset), "fact_id");
export const bothCorpora: ComparisonContext = { ...context, facts: everything };

/** A stated figure of either corpus by its id, or a derived one by `definition:parent,parent`. */
export function figure(name: string): Figure {
  const [definition = "", parents] = name.split(":");
  const found: Figure | undefined =
    parents === undefined
      ? everything.get(name)
      : derived.find((one) => one.definition === definition && one.parents.join(",") === parents);
  if (!found) throw new Error(`unknown figure: ${name}`);
  return found;
}
