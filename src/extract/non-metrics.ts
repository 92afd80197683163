import rules from "./lexicon/non-metrics.json" with { type: "json" };
import type { Span } from "./spans.ts";

/** A stretch whose numbers count nothing: a date, the number of a document, a name. */
export interface NonMetric extends Span {
  readonly rule: string;
  readonly category: string;
}

interface NonMetricRule {
  readonly rule: string;
  readonly category: string;
  readonly pattern: string;
  readonly multiline?: boolean;
  readonly unless_left?: readonly string[];
  readonly example: string;
  readonly counter_example: string;
}

/** In the order of the file: where two rules meet in one place, the first of them holds. */
export const nonMetricRules: readonly NonMetricRule[] = rules;

const patterns = nonMetricRules.map(
  ({ pattern, multiline }) => new RegExp(pattern, multiline ? "gm" : "g"),
);

/** Everything in a folded text that a rule knows to be no metric, in order, without overlap. */
export function nonMetricsIn(text: string): NonMetric[] {
  const found = nonMetricRules.flatMap((rule, rank) =>
    [...text.matchAll(patterns[rank] ?? /$^/)]
      .filter((match) => !isMeasured(text, match.index, rule))
      .map((match) => ({ rank, start: match.index, end: match.index + match[0].length, rule })),
  );
  found.sort((a, b) => a.start - b.start || a.rank - b.rank);
  const kept: NonMetric[] = [];
  for (const { start, end, rule } of found) {
    if (end <= (kept.at(-1)?.end ?? -1) || end === start) continue;
    kept.push({
      start: Math.max(start, kept.at(-1)?.end ?? 0),
      end,
      rule: rule.rule,
      category: rule.category,
    });
  }
  return kept;
}

/** 罚款5万元以上 is an amount; only without such a word before it is 5万元以上 a threshold. */
function isMeasured(text: string, at: number, { unless_left: words = [] }: NonMetricRule): boolean {
  const left = text.slice(Math.max(0, at - 8), at);
  return words.some((word) => left.endsWith(word));
}
