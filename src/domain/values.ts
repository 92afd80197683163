/** What may stand in the columns that have one of a few words. */

/** Whose work is counted. */
export const scopes = [
  "bureau",
  "jurisdiction_total",
  "subordinate_units",
  "delegated_townships",
] as const;
export type Scope = (typeof scopes)[number];

/** How the stated digits bound the true value. */
export const qualifiers = ["exact", "approx", "over", "at_least", "nearly"] as const;
export type Qualifier = (typeof qualifiers)[number];

export const periodBases = [
  "full_year",
  "ytd",
  "quarter",
  "month",
  "campaign",
  "point_in_time",
  "unspecified",
] as const;
export type PeriodBasis = (typeof periodBases)[number];

/** At which stage a case or record is counted, where that varies. */
export const countBases = ["imposed", "filed", "concluded", "disclosed", "made"] as const;
export type CountBasis = (typeof countBases)[number];

/** What a rate is measured against. */
export const baselines = ["statutory", "last_year", "unstated"] as const;
export type Baseline = (typeof baselines)[number];

export const statuses = ["actual", "planned", "proposed"] as const;
export type Status = (typeof statuses)[number];

/** How far the clause was checked: found at its offsets, number and page only, or not at all. */
export const alignments = ["exact", "figure", "none"] as const;

/** `full`: read whole, an absent metric is "not reported"; `opening`: absence says nothing. */
export const coverages = ["full", "opening"] as const;
export type Coverage = (typeof coverages)[number];

export const regionLevels = ["country", "province", "prefecture", "county", "zone"] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** How an identity is recomputed; what its operands are is told at `Identity.operands`. */
export const checkOperations = [
  "sum",
  "difference",
  "ratio_percent",
  "quotient",
  "growth",
  "count",
] as const;
export type CheckOperation = (typeof checkOperations)[number];

/** `rounding`: explained by truncation, an adjusted base or an open list; kept apart from `ok`. */
export const verdicts = ["ok", "rounding", "mismatch", "derived"] as const;
export type Verdict = (typeof verdicts)[number];

/** Which direction of a metric is desirable. */
export const directions = ["higher", "lower"] as const;

/** `year` whole, `part` of a year, `instant` a stock or an event, `open` without known bounds. */
export const periodKinds = ["year", "part", "instant", "open"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Which law a period lay under: before and after the revision of 2021, or across it. */
export const regimes = ["before", "after", "across"] as const;
export type Regime = (typeof regimes)[number];

/** What a total holds: the items that its metric is about, or items of other kinds as well. */
export const contents = ["powers_only", "powers_and_services"] as const;
export type Content = (typeof contents)[number];

/** Why a place has no value, or none of its kind. */
export const missingKinds = [
  "not_reported",
  "not_selected",
  "not_comparable",
  "not_read",
  "planned",
] as const;
export type MissingKind = (typeof missingKinds)[number];
