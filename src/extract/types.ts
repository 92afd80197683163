import type { Check, Fact, Identity, Metric, Region, Theme } from "../domain/index.ts";
import type { Frame, Heading } from "./frame.ts";
import type { FoundRegion } from "./places.ts";
import type { Range } from "./ranges.ts";
import type { DivisionRegistry } from "./registry.ts";
import type { Span } from "./spans.ts";

/** How far a proposed figure can be trusted without reading its clause. */
export const grades = ["high", "medium", "low"] as const;
export type Grade = (typeof grades)[number];

/** Why a figure is less, or more, than certain. Words for each stand in `src/words`. */
export const reasonCodes = [
  /** The number has no word of its own and goes on with what the one before it counts. */
  "carried",
  /** The word stands with the number before it, or in an earlier clause. */
  "word_elsewhere",
  /** More stands between word and number than the objects of a verb. */
  "long_gap",
  /** A general word (案件) that other things are called by too. */
  "general_word",
  /** The text gives no unit. */
  "unit_inferred",
  /** No word says of which time it is. */
  "time_unstated",
  /** No word says whose work is counted; the report's own agency is taken. */
  "scope_unstated",
  /** The number was turned round or converted: what is left of a limit, a fraction. */
  "converted",
  /** A stated sum, share or growth agrees with it. */
  "check_agrees",
  /** A stated sum, share or growth does not agree with it. */
  "check_disagrees",
  /** The same text states another value of the same figure. */
  "contradicted",
  /** A rule of `npm run data` objects. */
  "rule_objects",
  /** The region is not known. */
  "region_unknown",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** What a rule of the data says, in English, where the code is `rule_objects`. */
  readonly detail: string | null;
}

/** A figure as the table `facts` has it, and how it was come by. */
export interface ProposedFact {
  readonly fact: Fact;
  /** Id of the rule in `lexicon/` that found it. */
  readonly rule: string;
  /** The words that told the rule, in the text; empty where it was carried. */
  readonly words: Span;
  readonly grade: Grade;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What became of a number. */
export const fates = ["figure", "other_figure", "non_metric", "open"] as const;
export type Fate = (typeof fates)[number];

/** Why a number is open, or less than told. */
export const numberReasons = [
  /** No rule of the lexicon knows what it counts. */
  "no_rule",
  /** It lies between two values, which no column can say: 5至10万元. */
  "range",
  /** A change, of which no word says against what, or against which period. */
  "base_unknown",
] as const;
export type NumberReason = (typeof numberReasons)[number];
export type OpenReason = Exclude<NumberReason, "base_unknown">;

/** What a change is measured against: 同比 a period a year earlier, 环比 the period before. */
export interface GrowthBase {
  /** Null where no word tells it. */
  readonly kind: "last_year" | "previous_period" | null;
  /** First and last day, ISO; null where the text does not say which period it is. */
  readonly start: string | null;
  readonly end: string | null;
}

/** One number of the text, whatever it is. */
export interface ReadNumber extends Span {
  readonly text: string;
  readonly fate: Fate;
  /** The rule that knows it; null where none does. */
  readonly rule: string | null;
  /** Why it is open, or a change against nobody knows what; null for all else. */
  readonly why: NumberReason | null;
  /** Where it is a change: against what; null for all else. */
  readonly base: GrowthBase | null;
  /** Its ends, in its own counter, where it is no single value. */
  readonly range: Range | null;
  /** The clause in which it stands. */
  readonly clause: Span;
}

/** What one run over one report found. */
export interface Extraction {
  readonly reportId: string;
  readonly heading: Heading;
  readonly region: FoundRegion | null;
  readonly frame: Frame;
  readonly facts: readonly ProposedFact[];
  /** Every digit and every Chinese numeral of the text, in order. */
  readonly numbers: readonly ReadNumber[];
  /** Share of the numbers that are a figure, another figure or known not to be one; 1 for none. */
  readonly accounted: number;
  /** Identities that the figures suggest, recomputed. */
  readonly checks: readonly { readonly identity: Identity; readonly check: Check }[];
}

/** What is known before a text is read. */
export interface ExtractionCatalogue {
  readonly metrics: readonly Metric[];
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
  readonly divisions: DivisionRegistry;
}

/** What is known of one text besides its words. */
export interface ExtractionInput {
  readonly reportId: string;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hex. */
  readonly sha256: string;
  readonly title?: string | null;
  readonly published?: string | null;
}
