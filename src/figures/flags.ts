import { boundOf, isPartOfYear, isUnderOldLaw } from "../domain/index.ts";
import { say } from "../words/index.ts";
import { measureOf } from "./comparable.ts";
import type { FigureContext } from "./context.ts";
import { denialText, isDenied } from "./denial.ts";
import { isPart } from "./form.ts";
import { isUnsourced, type Observation } from "./observation.ts";

/** What a reader must know before setting a figure beside another. */
export const flags = [
  "part_year",
  "window_unstated",
  "part",
  "lower_bound",
  "approximate",
  "inclusion_open",
  "filed",
  "baseline_statutory",
  "baseline_unstated",
  "baseline_last_year",
  "baseline_promised_before",
  "channel",
  "before_accident",
  "after_accident",
  "confiscations",
  "violations",
  "on_site",
  "press",
  "unit_inferred",
  "derived",
  "planned",
  "proposed",
  "companion",
  "old_law",
  "mismatch",
  "unsourced",
  "denied",
] as const;
export type Flag = (typeof flags)[number];

function coversPartOfYear({ period_basis }: Observation): boolean {
  return period_basis !== null && isPartOfYear({ period_basis });
}

/** A stated figure that its own parts contradict: its check ends in a mismatch. */
function isDisputed(
  { source }: Observation,
  { catalogue }: Pick<FigureContext, "catalogue">,
): boolean {
  if (source.kind !== "stated") return false;
  const [fact] = source.facts;
  return catalogue.checks.some(
    ({ verdict, stated_fact }) => verdict === "mismatch" && stated_fact === fact,
  );
}

/**
 * From a page of which only the opening was read, or computed from such figures. The report says it:
 * a query may have left out whatever column would.
 */
export function isCompanion(
  { report_id, source }: Observation,
  { catalogue }: Pick<FigureContext, "catalogue">,
): boolean {
  const named = source.facts.flatMap((id) => catalogue.facts.get(id)?.report_id ?? []);
  const reports = named.length > 0 ? named : report_id === null ? [] : [report_id];
  return reports.some((id) => catalogue.reports.get(id)?.coverage === "opening");
}

type Test = (observation: Observation, context: FigureContext) => boolean;

const tests: Readonly<Record<Flag, Test>> = {
  part_year: coversPartOfYear,
  window_unstated: ({ period_basis }) => period_basis === "unspecified",
  part: isPart,
  lower_bound: ({ qualifier }) => boundOf(qualifier) === "above",
  approximate: ({ qualifier }) => qualifier === "approx" || qualifier === "nearly",
  inclusion_open: ({ range }) => range !== null,
  filed: ({ count_basis }) => count_basis === "filed",
  baseline_statutory: ({ baseline }) => baseline === "statutory",
  baseline_unstated: ({ baseline }) => baseline === "unstated",
  baseline_last_year: ({ baseline }) => baseline === "last_year",
  baseline_promised_before: ({ baseline }) => baseline === "promised_before",
  channel: ({ channel }) => channel !== null,
  before_accident: ({ accident }) => accident === "before",
  after_accident: ({ accident }) => accident === "after",
  confiscations: ({ confiscations }) => confiscations === "included",
  violations: ({ counted_as }) => counted_as === "violation",
  on_site: ({ counted_as }) => counted_as === "on_site_measure",
  press: ({ source_kind }) => source_kind === "press",
  unit_inferred: ({ source }, { catalogue }) =>
    source.facts.some((id) => catalogue.facts.get(id)?.unit_inferred),
  derived: ({ source }) => source.kind === "derived",
  planned: ({ status }) => status === "planned",
  proposed: ({ status }) => status === "proposed",
  companion: isCompanion,
  old_law: (observation, context) => {
    const { period_start, period_end } = observation;
    const metric_id = measureOf(observation, context);
    if (metric_id === null || period_end === null) return false;
    return isUnderOldLaw({ metric_id, period_start, period_end }, context.catalogue);
  },
  mismatch: isDisputed,
  unsourced: (observation) => isUnsourced(observation) && !isDenied(observation),
  denied: isDenied,
};

/** The flags of one observation, in a fixed order; none for what is missing. */
export function flagsOf(observation: Observation, context: FigureContext): Flag[] {
  if (observation.missing) return [];
  return flags.filter((flag) => tests[flag](observation, context));
}

/** A flag in two or three words; what a number is not, with what its source says. */
export function flagName(flag: Flag, observation: Observation, context: FigureContext): string {
  if (flag === "denied") return denialText(observation, context);
  return say(context.language, `flag.${flag}`);
}
