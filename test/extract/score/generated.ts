import type { ExtractionCatalogue, ProposedFact } from "../../../src/extract/index.ts";
import { readText } from "./gold.ts";
import { reportOf, sentencesOf } from "./sentences.ts";
import type { Answer, Sentence } from "./sentences.ts";
import { rowsOf, tallyOf } from "./tally.ts";
import type { Tallies } from "./tally.ts";

/** Sentences to a report: enough that what one says may reach the next. */
const together = 20;

/** How generated sentences are read, one row a seed. */
export function generatedScore(
  catalogue: ExtractionCatalogue,
  seeds: readonly number[],
  amount: number,
): Record<string, string>[] {
  const tallies: Tallies = new Map();
  for (const seed of seeds) {
    const sentences = sentencesOf(amount, seed);
    for (let at = 0; at < sentences.length; at += together)
      scoreReport(
        sentences.slice(at, at + together),
        catalogue,
        tallyOf(tallies, `seed ${String(seed)}`),
      );
  }
  return rowsOf(tallies);
}

function scoreReport(
  sentences: readonly Sentence[],
  catalogue: ExtractionCatalogue,
  tally: ReturnType<typeof tallyOf>,
): void {
  const text = reportOf(sentences);
  const { facts } = readText(text, catalogue);
  let start = text.indexOf("\n\n") + 2;
  for (const sentence of sentences) {
    const end = start + sentence.text.length;
    const own = facts.filter(
      ({ fact }) => (fact.value_start ?? -1) >= start && (fact.value_start ?? -1) < end,
    );
    const free = new Set(own);
    for (const answer of sentence.answers) {
      const found = own.find((each) => free.has(each) && isSame(each, answer));
      if (found) free.delete(found);
      tally.wanted++;
      tally.found += Number(found !== undefined);
      tally.whole += Number(found !== undefined && isWhole(found, answer));
    }
    tally.extra += free.size;
    start = end + 1;
  }
}

function isSame({ fact }: ProposedFact, { metric, value }: Answer): boolean {
  return fact.metric_id === metric && Math.abs(fact.value - value) < 1e-9;
}

function isWhole({ fact }: ProposedFact, answer: Answer): boolean {
  const { period, scope, accident, qualifier } = answer;
  const [start, end, basis] = period ?? [fact.period_start, fact.period_end, fact.period_basis];
  return (
    fact.qualifier === qualifier &&
    fact.period_start === start &&
    fact.period_end === end &&
    fact.period_basis === basis &&
    (scope === undefined || fact.scope === scope) &&
    (accident === undefined || fact.accident === accident)
  );
}
