import type { RowOf } from "../column.ts";
import { parseLineage } from "../lineage.ts";
import { monthsCovered, periodKind } from "../periods.ts";
import type { Check, Content, Fact, Metric } from "../types.ts";
import type { profileColumns } from "../views/columns.ts";
import { metricOf, sameWindow } from "./figure.ts";
import type { ComparisonContext, Figure } from "./figure.ts";
import { legalRegime } from "./law.ts";

/** A figure with all that the rules look at: a row of the table `figures`. */
export interface Profile extends Figure, RowOf<typeof profileColumns> {}

const known = new WeakMap<ComparisonContext, WeakMap<Figure, Profile>>();

/** What the rules look at in a figure; worked out once for each figure and context. */
export function profileOf(figure: Figure, context: ComparisonContext): Profile {
  let profiles = known.get(context);
  if (!profiles) known.set(context, (profiles = new WeakMap()));
  let profile = profiles.get(figure);
  if (!profile) profiles.set(figure, (profile = profiled(figure, context)));
  return profile;
}

function profiled(figure: Figure, context: ComparisonContext): Profile {
  const { regions, reports, facts, checks } = context;
  const metric = metricOf(figure.metric_id, context);
  const period_kind = periodKind(figure);
  const parts = partsOf(figure, facts);
  const isFlow = period_kind === "year" || period_kind === "part";
  return {
    ...figure,
    theme: metric?.theme ?? null,
    counting_object: metric?.counting_object ?? null,
    family: metric?.family ?? null,
    headline: metric?.headline ?? null,
    level: regions.get(figure.region_id)?.level ?? null,
    coverage: reports?.get(figure.report_id ?? "")?.coverage ?? null,
    period_kind,
    months: monthsCovered(figure),
    year: figure.period_end?.slice(0, 4) ?? null,
    season: isFlow ? seasonOf(figure) : null,
    regime: legalRegime(figure),
    is_total: totals.has(metric?.counting_object ?? ""),
    is_inclusion_open: parts.some((one) => isInclusionOpen(one, facts ?? [])),
    is_mismatch: parts.some(({ fact_id }) => isMismatch(fact_id, checks ?? [])),
    content: contentOf(figure, metric, context),
  };
}

function seasonOf({ period_start, period_end }: Figure): string | null {
  return period_start === null || period_end === null
    ? null
    : `${period_start.slice(5)}/${period_end.slice(5)}`;
}

/** What is counted by totals. */
const totals = new Set(["money", "case_file", "firm", "visit", "hazard", "accident", "measure"]);

/** The stated figures that a figure is made of: what holds for one of them holds for it. */
function partsOf(figure: Figure, facts: ComparisonContext["facts"]): readonly Figure[] {
  if (figure.status !== "derived") return [figure];
  return parseLineage(figure.fact_id)?.facts.flatMap((id) => facts?.get(id) ?? []) ?? [];
}

function isMismatch(fact_id: string, checks: readonly Check[]): boolean {
  return checks.some((one) => one.verdict === "mismatch" && one.stated_fact === fact_id);
}

/** A list of figures, or a map: to be gone through again and again, which an iterator is not. */
export interface Facts {
  values(): Iterable<Fact>;
}

/**
 * What townships did in a bureau's name, where its report gives that beside the bureau's own figure
 * and does not say whether the one includes the other; undefined where nothing is left open.
 */
export function openPart(figure: Figure, facts: Facts): Fact | undefined {
  if (figure.scope !== "bureau") return undefined;
  return find(
    facts.values(),
    (other) =>
      other.scope === "delegated_townships" &&
      other.metric_id === figure.metric_id &&
      other.subset === figure.subset &&
      other.breakdown_of !== figure.fact_id &&
      other.report_id === figure.report_id &&
      other.region_id === figure.region_id &&
      sameWindow(other, figure),
  );
}

/** True where it is open what a bureau's stated figure holds. */
export function isInclusionOpen(figure: Figure, facts: Facts): boolean {
  return openPart(figure, facts) !== undefined;
}

/**
 * Lists that go by one name may hold unlike things: which they hold shows in the parts that the
 * report itemises. Zhangzhou's 184 items include public services and other duties, Wansheng's 119
 * do not. Null for a metric that no part widens, nor one of its family.
 */
function contentOf(
  { fact_id, metric_id }: Figure,
  metric: Metric | undefined,
  { metrics, facts }: ComparisonContext,
): Content | null {
  const wider = [...metrics.values()].filter(({ widens }) => widens !== null);
  const extras = wider.filter(({ widens }) => widens === metric_id).map((one) => one.metric_id);
  if (extras.length === 0) {
    const isKin = wider.some(({ widens }) => metrics.get(widens ?? "")?.family === metric?.family);
    return metric?.family != null && isKin ? "powers_only" : null;
  }
  const isExtra = (part: Fact) => part.breakdown_of === fact_id && extras.includes(part.metric_id);
  if (!facts) return null;
  return find(facts.values(), isExtra) ? "powers_and_services" : "powers_only";
}

/** `Array.find` over what is not yet a list. */
function find<T>(items: Iterable<T>, test: (item: T) => boolean): T | undefined {
  for (const item of items) if (test(item)) return item;
  return undefined;
}
