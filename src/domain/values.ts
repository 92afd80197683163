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
export const baselines = ["statutory", "promised_before", "last_year", "unstated"] as const;
export type Baseline = (typeof baselines)[number];

/** Whose departments are counted: those of emergency management alone, all, or lower ones only. */
export const authorities = ["emergency_management", "all_departments", "subordinate_only"] as const;
export type Authority = (typeof authorities)[number];

/** What a count is restricted to by the way in which it was reported or planned. */
export const channels = ["enforcement_system", "credit_platform", "annual_plan"] as const;
export type Channel = (typeof channels)[number];

/** Whether penalties are for breaches found before an accident, for accidents, or for both. */
export const accidents = ["before", "after", "both", "unstated"] as const;
export type Accident = (typeof accidents)[number];

/** Whether an amount of fines holds confiscated money (罚没款) too. */
export const confiscations = ["excluded", "included", "unstated"] as const;
export type Confiscations = (typeof confiscations)[number];

/** As what the report counts what goes by one name: penalty or on-site measure, hazard or breach. */
export const countedAs = ["penalty", "on_site_measure", "hazard", "violation", "unstated"] as const;
export type CountedAs = (typeof countedAs)[number];

/** Columns that a metric may ask for, see `metrics.dimensions`. */
export const dimensions = ["accident", "confiscations", "counted_as"] as const;
export type Dimension = (typeof dimensions)[number];

/** Where a figure was read: a report whose text is held, an official page, or the press. */
export const sourceKinds = ["report", "official", "press"] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const statuses = ["actual", "planned", "proposed"] as const;
export type Status = (typeof statuses)[number];

/** How far the clause was checked: found at its offsets, number and page only, or not at all. */
export const alignments = ["exact", "figure", "none"] as const;

/** `full`: read whole, an absent metric is "not reported"; `opening`: absence says nothing. */
export const coverages = ["full", "opening"] as const;
export type Coverage = (typeof coverages)[number];

export const regionLevels = [
  "country",
  "province",
  "prefecture",
  "county",
  "zone",
  "township",
] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** How an identity is recomputed; what its operands are is told at `Identity.operands`. */
export const checkOperations = [
  "sum",
  "partial_sum",
  "difference",
  "ratio_percent",
  "quotient",
  "growth",
  "reduction",
  "count",
] as const;
export type CheckOperation = (typeof checkOperations)[number];

/** `rounding`: explained by truncation, an adjusted base or an open list; kept apart from `ok`. */
export const verdicts = ["ok", "rounding", "mismatch", "derived"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Why an identity cannot fail, so that its agreement proves nothing. `restated`: one figure beside
 * another telling of it; `repeated`: the numbers of an identity before it; `implied`: a number that
 * is not stated may be any, and some whole one always fits; `unbounded`: bounds leave open on both
 * sides how far the true values reach.
 */
export const vacuities = ["restated", "repeated", "implied", "unbounded"] as const;
export type Vacuity = (typeof vacuities)[number];

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
