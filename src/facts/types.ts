/**
 * The words of the domain. Column names are those of the Parquet file and of the contract
 * (docs/data-model.md), so a row can be passed on without renaming.
 */

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

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
export type Alignment = (typeof alignments)[number];

/** One stated figure. Dates are ISO `YYYY-MM-DD`; offsets are UTF-16, end exclusive. */
export interface Fact {
  readonly fact_id: string;
  readonly report_id: string;
  readonly metric_id: string;
  readonly region_id: string;
  /** In the metric's canonical unit. */
  readonly value: number;
  readonly unit: string;
  /** Digits and unit as written in the clause. */
  readonly value_text: string;
  readonly qualifier: Qualifier;
  readonly period_start: string;
  readonly period_end: string;
  readonly period_basis: PeriodBasis;
  readonly scope: Scope;
  /** Terms as in subset.ts, `sector:…`, `campaign:…;part:major`; null for the whole of the scope. */
  readonly subset: string | null;
  readonly count_basis: CountBasis | null;
  readonly baseline: Baseline | null;
  readonly status: Status;
  /** `fact_id` of the total that this is a part of. */
  readonly breakdown_of: string | null;
  /** `fact_id` of the first mention of the same figure. */
  readonly same_as: string | null;
  /** True where the text lost its unit and it was inferred. */
  readonly unit_inferred: boolean;
  /** What a reader should know, in one English sentence. */
  readonly note: string | null;
  /** The same in Chinese. */
  readonly note_zh: string | null;
  /** Shortest verbatim clause that states the figure. */
  readonly evidence: string | null;
  readonly evidence_start: number | null;
  readonly evidence_end: number | null;
  readonly value_start: number | null;
  readonly value_end: number | null;
  readonly alignment: Alignment;
}

/** `full`: read whole, an absent metric is "not reported"; `opening`: absence says nothing. */
export const coverages = ["full", "opening"] as const;
export type Coverage = (typeof coverages)[number];

export interface Report {
  readonly report_id: string;
  readonly title: string;
  readonly title_en: string;
  readonly agency: string;
  readonly agency_en: string;
  readonly region_id: string;
  readonly doc_number: string | null;
  /** ISO date of signature or publication; null where a page names none. */
  readonly published: string | null;
  /** What the report says it covers, as an ISO interval `start/end`. */
  readonly period: string;
  /** The page; null for a report that is held as a text only. */
  readonly url: string | null;
  /** Of the UTF-8 bytes of the report's text; null exactly where its opening only was read. */
  readonly sha256: string | null;
  /** UTF-16 length of the report's text; null exactly where its opening only was read. */
  readonly chars: number | null;
  readonly coverage: Coverage;
  /** What a reader should know of title, date or publisher, in English and Chinese. */
  readonly note: string | null;
  readonly note_zh: string | null;
  /** One syllable for each Chinese character of `agency`, joined by spaces; no tones, ü as v. */
  readonly agency_pinyin: string;
}

export interface Metric {
  readonly metric_id: string;
  readonly zh: string;
  readonly en: string;
  /** Canonical unit. */
  readonly unit: string;
  readonly theme: string;
  readonly definition: string;
  readonly definition_zh: string;
  /** What one unit of the count is: `firm`, `visit`, `case_file`, `money`, `rate` …; null where plain. */
  readonly counting_object: string | null;
  /** Which direction is desirable, where one is. */
  readonly better_when: "higher" | "lower" | null;
  readonly headline: boolean;
  /** One syllable for each Chinese character of `zh`, joined by spaces; no tones, ü as v. */
  readonly pinyin: string;
}

/** A group of metrics, with its name. Not a table: the column `metrics.theme` holds the id. */
export interface Theme {
  readonly theme: string;
  readonly zh: string;
  readonly en: string;
}

export const regionLevels = ["country", "province", "prefecture", "county", "zone"] as const;
export type RegionLevel = (typeof regionLevels)[number];

export interface Region {
  readonly region_id: string;
  /** GB/T 2260 code; null with a reason for zones that have none. */
  readonly gb_code: string | null;
  readonly gb_code_reason: string | null;
  readonly gb_code_reason_zh: string | null;
  readonly zh: string;
  readonly en: string;
  /** Short label for a chart. */
  readonly zh_short: string;
  readonly en_short: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  /** `region_id` of the province (itself for a province). */
  readonly province: string | null;
  /** Place on the tile grid, provinces only, from 0. */
  readonly tile_row: number | null;
  readonly tile_column: number | null;
  /** One syllable for each Chinese character of `zh`, joined by spaces; no tones, ü as v. */
  readonly pinyin: string;
}

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

/** An identity to recompute, as curated by hand. */
export interface Identity {
  readonly check_id: string;
  readonly report_id: string;
  readonly operation: CheckOperation;
  /**
   * `fact_id`s in order. `sum`: parts; `difference`: minuend, subtrahends; `ratio_percent` and
   * `quotient`: numerator, denominator; `growth`: now, before; `count`: what is counted.
   * Where the report keeps a whole number to itself, one operand suffices and that number is
   * taken as the nearest that fits the stated rate: `ratio_percent` of a denominator alone (the
   * numerator is implied), `growth` of the present number alone (the base is implied).
   */
  readonly operands: readonly string[];
  /** `fact_id` of the stated result; null where the result is only derived. */
  readonly stated: string | null;
  /** Set where a difference is understood (truncation, adjusted base), never to excuse an error. */
  readonly soft_reason: string | null;
  readonly soft_reason_zh: string | null;
  /** What else a reader of the check should know, in English and Chinese. */
  readonly note: string | null;
  readonly note_zh: string | null;
}

/** An identity with its recomputed result: a row of the table `checks`. */
export interface Check {
  readonly check_id: string;
  readonly report_id: string;
  readonly identity: string;
  readonly operation: CheckOperation;
  /** `fact_id`s separated by a space. */
  readonly operands: string;
  readonly stated_fact: string | null;
  readonly stated: number | null;
  readonly recomputed: number;
  /** stated − recomputed. */
  readonly difference: number | null;
  readonly verdict: Verdict;
  readonly note: string | null;
  readonly note_zh: string | null;
  /**
   * The values that rounding or truncation turns into the stated figure, `allowed_low` included and
   * `allowed_high` excluded; null where a stated bound leaves that end open, and where nothing is
   * stated.
   */
  readonly allowed_low: number | null;
  readonly allowed_high: number | null;
}

/** An identity that the figures suggest and nobody has confirmed; nothing is checked by it. */
export interface ProposalRow {
  readonly proposal_id: string;
  readonly report_id: string;
  /** What it would be: `total`, `parts`, `share`, `mean`, `growth`. */
  readonly kind: string;
  readonly identity: string;
  readonly operation: CheckOperation;
  /** `fact_id`s separated by a space. */
  readonly operands: string;
  readonly stated_fact: string;
  readonly stated: number;
  readonly recomputed: number;
  /** stated − recomputed. */
  readonly difference: number;
  /** What the verdict would be. */
  readonly verdict: Verdict;
  readonly allowed_low: number | null;
  readonly allowed_high: number | null;
  /** 0 to 1, higher is likelier. */
  readonly score: number;
}
