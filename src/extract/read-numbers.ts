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
  const readings: Reading[] = [];
  for (const token of tokens) {
    const number = placedIn(sentences, token);
    if (!number) continue;
    const known = spanAt(nonMetrics, token.start) ?? (isWord(token) ? word : null);
    if (known) readings.push(nonMetricOf(number, known));
    else {
      const cell = token.range ? null : tables.cellAt(token.start);
      const read = cell ? readCell(number, cell) : null;
      readings.push(read ?? reader.read(number));
    }
  }
  return readings;
}

const word = { rule: "word", category: "word" } as const;

function nonMetricOf(
  { token, sentence, clause }: PlacedNumber,
  { rule, category }: Pick<NonMetric, "rule" | "category">,
): Reading {
  return { token, sentence, clause, kind: "non_metric", rule, category };
}

function placedIn(sentences: readonly Sentence[], token: NumberToken): PlacedNumber | null {
  const sentence = spanAt(sentences, token.start) ?? sentences[firstAfter(sentences, token.start)];
  if (!sentence) return null;
  return { token, sentence, clause: spanAt(sentence.clauses, token.start) ?? sentence };
}

/** A Chinese numeral without a counter is part of a word: 统一, 一般, 万分. */
function isWord({ kind, counter }: NumberToken): boolean {
  return kind === "chinese" && counter === "";
}
