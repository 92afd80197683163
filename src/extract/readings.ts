import type { NonMetric } from "./non-metrics.ts";
import type { LexiconRule } from "./lexicon.ts";
import type { NumberToken } from "./numbers.ts";
import type { Sentence } from "./structure.ts";
import type { Span } from "./spans.ts";
import type { OpenReason } from "./types.ts";

/** How a number came to its metric, surest first. */
export type Route =
  /** A word right before it, or with an object between. */
  | "before"
  /** A word right behind it. */
  | "behind"
  /** One of several numbers or metrics that a clause puts in a row: 分别为, 均达. */
  | "in_turn"
  /** The word of the number before it, with another counter: 检查93家、197次. */
  | "same_word"
  /** A word of an earlier clause of the sentence. */
  | "earlier_clause"
  /** The words of its row and column in a table. */
  | "table"
  /** No word: it goes on with what the number before it counts. */
  | "carried";

/** A number and the rule that tells what it counts. */
export interface Match {
  readonly rule: LexiconRule;
  readonly route: Route;
  /** The words that told it; the place of the number where none did. */
  readonly words: Span;
  /** Characters between words and number that say nothing known. */
  readonly gap: number;
  /** The unit that a table gives at another place than the number; empty where it does not. */
  readonly unit?: string;
}

/** A number in its place. */
export interface PlacedNumber {
  readonly token: NumberToken;
  readonly sentence: Sentence;
  readonly clause: Span;
}

/** What a number is found to be. */
export type Reading = PlacedNumber &
  (
    | { readonly kind: "figure"; readonly matches: readonly Match[] }
    /** A figure of no metric of ours, by the rule that knows it. */
    | { readonly kind: "other_figure"; readonly rule: string }
    | {
        readonly kind: "non_metric";
        readonly rule: string;
        readonly category: NonMetric["category"];
      }
    | { readonly kind: "open"; readonly why: OpenReason }
  );
