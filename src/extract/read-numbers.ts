import { NumberReader } from "./number-reader.ts";
import { readCell } from "./cells.ts";
import type { NonMetric } from "./non-metrics.ts";
import type { NumberToken } from "./numbers.ts";
import type { PlacedNumber, Reading } from "./readings.ts";
import { firstAfter, spanAt } from "./spans.ts";
import type { Sentence } from "./structure.ts";
import { tablesIn } from "./tables.ts";

/** Says of each number of a folded text what it counts, in order. Linear in the text's length. */
export function readNumbers(
  text: string,
  tokens: readonly NumberToken[],
  sentences: readonly Sentence[],
  nonMetrics: readonly NonMetric[],
): Reading[] {
  const reader = new NumberReader(text);
  const tables = tablesIn(text);
  const placed = tokens.flatMap((token) => placedIn(sentences, token));
  return placed.map((number) => {
    const known = spanAt(nonMetrics, number.token.start);
    if (known) return { ...number, kind: "non_metric", rule: known.rule, category: known.category };
    if (isWord(number.token))
      return { ...number, kind: "non_metric", rule: "word", category: "word" };
    const cell = number.token.range ? null : tables.cellAt(number.token.start);
    const read = cell ? readCell(number, cell) : null;
    return read ?? reader.read(number);
  });
}

function placedIn(sentences: readonly Sentence[], token: NumberToken): PlacedNumber[] {
  const sentence = spanAt(sentences, token.start) ?? sentences[firstAfter(sentences, token.start)];
  if (!sentence) return [];
  const clause = spanAt(sentence.clauses, token.start) ?? sentence;
  return [{ token, sentence, clause }];
}

/** A Chinese numeral without a counter is part of a word: 统一, 一般, 万分. */
function isWord({ kind, counter }: NumberToken): boolean {
  return kind === "chinese" && counter === "";
}
