import type { ObservationFlag, ObservationStatus } from "./codes.ts";
import type { ComparisonContext, Figure } from "./figure.ts";

/** Whether two figures may stand side by side; from good to bad. */
export const comparabilities = ["comparable", "with_caveat", "not_comparable"] as const;
export type Comparability = (typeof comparabilities)[number];

/** The rules in the order in which reasons are given: what is counted, whose, when, how surely. */
export const ruleIds = [
  "repeated",
  "part_of_whole",
  "metric",
  "definition",
  "counting_object",
  "unit",
  "count_basis",
  "baseline",
  "scope",
  "part",
  "departments",
  "delegation",
  "level",
  "size",
  "stock_or_flow",
  "window",
  "period_length",
  "part_of_year",
  "year",
  "law",
  "status",
  "qualifier",
  "derived",
  "audit",
  "unit_inferred",
  "coverage",
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What a rule found: what each figure has, null for nothing stated. */
export interface Finding {
  readonly verdict: Comparability;
  readonly a: string | null;
  readonly b: string | null;
}

/** A rule looks at two different figures; null where it has nothing to say. It is symmetric. */
export type RuleTest = (a: Figure, b: Figure, context: ComparisonContext) => Finding | null;

export interface ComparabilityRule {
  readonly id: RuleId;
  /** Columns of `facts` (or `table.column`) that it reads. */
  readonly columns: readonly string[];
  /** Verdicts that it may give, mildest first. `comparable` only notes something. */
  readonly verdicts: readonly Comparability[];
  /** SDMX observation status (CL_OBS_STATUS) that the difference comes under. */
  readonly status: ObservationStatus;
  /** Eurostat's flag of 2025 for it; null where there is none. */
  readonly flag: ObservationFlag | null;
  /** True where no line may be drawn from one figure to the other. */
  readonly breaks: boolean;
  readonly test: RuleTest;
}

/** A rule that spoke about a pair. A `comparable` reason is a note, not a caveat. */
export interface Reason extends Finding {
  readonly rule: RuleId;
  readonly columns: readonly string[];
  readonly status: ObservationStatus;
  readonly flag: ObservationFlag | null;
}

/** The worst of some verdicts; `comparable` of none. */
export function worst(verdicts: Iterable<Comparability>): Comparability {
  let rank = 0;
  // Of many figures there are more pairs than a call takes arguments.
  for (const verdict of verdicts) rank = Math.max(rank, comparabilities.indexOf(verdict));
  return comparabilities[rank] ?? "comparable";
}
