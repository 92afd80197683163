import { byId, factsOf, type Dataset, type Fact } from "../../../src/domain/index.ts";

/** The curated data as JSON, with what every count needs; no SQL and no code of the charts. */
export interface World {
  readonly facts: readonly Fact[];
  /** Done and said once. */
  readonly actual: readonly Fact[];
  readonly dataset: Dataset;
  readonly coverage: (report: string) => string;
  /** Regions with a report of their own that was read whole. */
  readonly read: ReadonlySet<string>;
  readonly provinceOf: (region: string) => string;
}

export function worldOf(dataset: Dataset): World {
  const facts = factsOf(dataset);
  const reports = byId(dataset.reports, "report_id");
  const regions = byId(dataset.regions, "region_id");
  const full = dataset.reports.filter(({ coverage }) => coverage === "full");
  return {
    facts,
    actual: facts.filter(({ status, same_as }) => status === "actual" && same_as === null),
    dataset,
    coverage: (report) => reports.get(report)?.coverage ?? "",
    read: new Set(full.map(({ region_id }) => region_id)),
    provinceOf: (region) => regions.get(region)?.province ?? "",
  };
}

/** How the inputs stand, as an address has them; what is not there is at its default. */
export type Choice = Readonly<Record<string, string>>;

/** What a chart must show: the figures behind each number, and each absence with its reason. */
export interface Expected {
  /** `fact_id`s of each number, joined by spaces. */
  readonly values: readonly string[];
  /** Null where the chart itself finds what is missing, such as years. */
  readonly missing: readonly Gap[] | null;
}

export interface Gap {
  readonly kind: string;
  readonly region: string;
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Why a region has no figure of a measure that a report may state. */
export function stateOf(region: string, metric: string, { facts, read }: World): string {
  const own = facts.filter(
    (one) => one.region_id === region && one.metric_id === metric && one.same_as === null,
  );
  if (own.some(({ status }) => status === "actual")) return "not_selected";
  if (own.length > 0) return "planned";
  return read.has(region) ? "not_reported" : "not_read";
}

/** Two figures of one report, region, scope, part and time. */
/** Of the same departments and channel, and both of penalties before accidents, after them, or neither. */
function isOneKind(a: Fact, b: Fact): boolean {
  const undivided = (fact: Fact) => fact.accident === "both" || fact.accident === "unstated";
  const agree = (one: string | null, other: string | null) =>
    one === null || other === null || one === other;
  return (
    (agree(a.accident, b.accident) || (undivided(a) && undivided(b))) &&
    (["authority", "channel", "counted_as"] as const).every((column) => agree(a[column], b[column]))
  );
}

export function pairs(
  facts: readonly Fact[],
  above: string,
  below: string,
): (readonly [Fact, Fact])[] {
  const alike = (a: Fact, b: Fact) =>
    (["report_id", "region_id", "scope", "subset", "period_start", "period_end", "period_basis"] as const).every(
      (column) => a[column] === b[column],
    ) && isOneKind(a, b);
  const of = (metric: string) => facts.filter(({ metric_id }) => metric_id === metric);
  // Of "over 20 000" nobody knows how little a share may be.
  const divides = ({ value, qualifier }: Fact) =>
    value !== 0 && (qualifier === "exact" || qualifier === "approx");
  return of(above).flatMap((a) =>
    of(below).flatMap((b) => (divides(b) && alike(a, b) ? [[a, b] as const] : [])),
  );
}

export const namesOf = (all: readonly (readonly Fact[])[]): string[] =>
  all.map((facts) => facts.map(({ fact_id }) => fact_id).join(" "));

/** Why a region has no quotient of two measures. */
export function quotientState(
  region: string,
  operands: readonly (readonly [above: string, below: string])[],
  world: World,
): string {
  const { actual, read } = world;
  const of = (facts: readonly Fact[]) => facts.filter(({ region_id }) => region_id === region);
  const own = of(actual);
  if (operands.some(([a, b]) => pairs(own, a, b).length > 0)) return "not_selected";
  const states = (metric: string) => own.some(({ metric_id }) => metric_id === metric);
  if (operands.some(([a, b]) => states(a) && states(b))) return "not_comparable";
  return read.has(region) ? "not_reported" : "not_read";
}

/** Regions that have none of the figures, with their reasons. */
export function gaps(
  regions: Iterable<string>,
  drawn: readonly Pick<Fact, "region_id">[],
  state: (region: string) => string,
): Gap[] {
  const there = new Set(drawn.map(({ region_id }) => region_id));
  return [...regions].filter((region) => !there.has(region)).map((region) => ({ kind: state(region), region }));
}
