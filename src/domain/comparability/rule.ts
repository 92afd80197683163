import type { Clause } from "./clause.ts";
import type { ObservationStatus } from "./codes.ts";
import type { Profile } from "./profile.ts";

/** Whether two figures may stand side by side; from good to bad. */
export const comparabilities = ["comparable", "with_caveat", "not_comparable"] as const;
export type Comparability = (typeof comparabilities)[number];

/** The rules in the order in which reasons are given: what is counted, whose, when, how surely. */
export const ruleIds = [
  "repeated",
  "part_of_whole",
  "metric",
  "definition",
  "count_basis",
  "accident",
  "baseline",
  "scope",
  "part",
  "departments",
  "channel",
  "level",
  "size",
  "window",
  "period_length",
  "year",
  "law",
  "status",
  "qualifier",
  "derived",
  "audit",
  "unit_inferred",
  "source",
] as const;
export type RuleId = (typeof ruleIds)[number];

/** One of two verdicts: the worse where a clause holds, else the milder. */
export interface Graded {
  readonly mild: Comparability;
  readonly worse: Comparability;
  readonly where: Clause;
}

/** `not_comparable` where a clause holds, else `with_caveat`. */
export function hardWhere(where: Clause): Graded {
  return { mild: "with_caveat", worse: "not_comparable", where };
}

/** A rule but for its name, and for its words, which stand in words.ts. */
export interface RuleRow {
  /** Columns of `facts` (or `table.column`) that it reads. */
  readonly columns: readonly string[];
  /** SDMX observation status whose definition fits the difference; null where none does. */
  readonly status: ObservationStatus | null;
  /** True where no line may be drawn from one figure to the other. */
  readonly breaks: boolean;
  /** What a reason tells of each figure; null for nothing stated. */
  readonly says: (figure: Profile) => string | null;
  /** When it has something to say of two different figures. Every clause is symmetric. */
  readonly when: Clause;
  readonly verdict: Comparability | Graded;
}

export interface ComparabilityRule extends RuleRow {
  readonly id: RuleId;
  /** Verdicts that it may give, mildest first. `comparable` only notes something. */
  readonly verdicts: readonly Comparability[];
}

/** What a rule found: what each figure has, null for nothing stated. */
export interface Finding {
  readonly verdict: Comparability;
  readonly a: string | null;
  readonly b: string | null;
}

/** A rule that spoke about a pair. A `comparable` reason is a note, not a caveat. */
export interface Reason extends Finding {
  readonly rule: RuleId;
  readonly columns: readonly string[];
}

/** The worst of some verdicts; `comparable` of none. */
export function worst(verdicts: Iterable<Comparability>): Comparability {
  let rank = 0;
  // Of many figures there are more pairs than a call takes arguments.
  for (const verdict of verdicts) rank = Math.max(rank, comparabilities.indexOf(verdict));
  return comparabilities[rank] ?? "comparable";
}
