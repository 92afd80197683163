import { readFileSync, readdirSync } from "node:fs";
import { fold } from "../../../src/extract/index.ts";
import type { ExtractionCatalogue, ProposedFact } from "../../../src/extract/index.ts";
import { readLines, readText, renamed } from "./gold.ts";
import { rowsOf, tallyOf } from "./tally.ts";
import type { Tallies } from "./tally.ts";

interface Annotated {
  readonly file: string;
  readonly metric: string;
  readonly in_taxonomy: boolean;
  readonly value_text: string;
  readonly evidence: string;
}

/** Every third passage is held out: it was never looked at while rules were written. */
export function isHeldOut(index: number): boolean {
  return index % 3 === 1;
}

/** How the annotated passages are read; of those that may be looked at, what was missed. */
export function passagesScore(
  shared: string,
  catalogue: ExtractionCatalogue,
  { misses, sample }: { readonly misses: boolean; readonly sample: number },
): { readonly rows: Record<string, string>[]; readonly lines: readonly string[] } {
  const folder = `${shared}/passages`;
  const gold = readLines<Annotated>(`${folder}/gold.jsonl`).filter((row) => row.in_taxonomy);
  const files = readdirSync(folder)
    .filter((name) => /^R\d+\.txt$/.test(name))
    .sort();
  const tallies: Tallies = new Map();
  const lines: string[] = [];
  const found: string[] = [];
  let [numbers, open] = [0, 0];
  for (const [index, file] of files.entries()) {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    const extraction = readText(text, catalogue);
    numbers += extraction.numbers.length;
    open += extraction.numbers.filter(({ fate }) => fate === "open").length;
    const free = new Set(extraction.facts);
    const tally = tallyOf(tallies, isHeldOut(index) ? "held out" : "looked at");
    for (const row of gold.filter((each) => each.file === file)) {
      const hit = extraction.facts.find((each) => free.has(each) && isSame(each, row, text));
      if (hit) free.delete(hit);
      tally.wanted++;
      tally.found += Number(hit !== undefined);
      if (!hit && misses && !isHeldOut(index))
        lines.push(`missed ${file} ${row.metric}: ${row.evidence}`);
    }
    if (!isHeldOut(index))
      found.push(
        ...extraction.facts.map(
          ({ fact, rule }) =>
            `${file}\t${fact.metric_id}\t${String(fact.value)}\t${rule}\t${text.slice(Math.max(0, (fact.evidence_start ?? 0) - 20), (fact.evidence_end ?? 0) + 8).replaceAll("\n", " ")}`,
        ),
      );
  }
  const step = Math.max(1, Math.floor(found.length / Math.max(1, sample)));
  if (sample > 0) lines.push(...found.filter((_, at) => at % step === 0).slice(0, sample));
  lines.push(
    `numbers accounted for ${(100 * (1 - open / numbers)).toFixed(1)} % of ${String(numbers)}; figures proposed ${String(found.length)}\n`,
  );
  const rows = rowsOf(tallies).map(({ group = "", annotated = "", recall = "" }) => ({
    group,
    annotated,
    recall,
  }));
  return { rows, lines };
}

function isSame({ fact }: ProposedFact, row: Annotated, text: string): boolean {
  const metric = renamed[row.metric]?.[0] ?? row.metric;
  const [evidence, written] = [fold(row.evidence), fold(row.value_text)];
  const start = fold(text).indexOf(evidence) + evidence.lastIndexOf(written);
  return (
    fact.metric_id === metric &&
    (fact.value_start ?? 0) <= start + 1 &&
    (fact.value_end ?? 0) > start
  );
}
