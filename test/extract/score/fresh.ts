import { readFileSync } from "node:fs";
import type { ExtractionCatalogue } from "../../../src/extract/index.ts";
import { readText } from "./gold.ts";
import { rowsOf, tallyOf } from "./tally.ts";
import type { Tallies } from "./tally.ts";

/** A passage of our own and the figures that a reader finds in it: "metric value", in its order. */
export interface FreshPassage {
  readonly text: string;
  readonly figures: readonly string[];
  /** Where the extractor still differs: -missed, +found beside; null where it does not. */
  readonly known: readonly string[] | null;
}

/**
 * `fresh.txt`: title, passage, answers, which were written before the extractor had read them, and
 * where it still reads otherwise. What it made of them at first sight is told in docs/extraction.md; since then they are tests.
 */
export const freshPassages: readonly FreshPassage[] = readFileSync(
  new URL("fresh.txt", import.meta.url),
  "utf8",
)
  .trim()
  .split(/\n{2,}/)
  .map((block) => {
    const [title = "", text = "", answers = "", known] = block.split("\n");
    return {
      text: `${title.slice(2)}\n${text}\n`,
      figures: answers.slice(2).split(", "),
      known: known?.slice(2).split(", ") ?? null,
    };
  });

/** What of a passage is missed, and what is found that it does not state. */
export function compareFresh(
  { text, figures }: FreshPassage,
  catalogue: ExtractionCatalogue,
): { readonly missed: readonly string[]; readonly extra: readonly string[] } {
  const missed = [...figures];
  const extra: string[] = [];
  for (const { fact } of readText(text, catalogue).facts) {
    const found = `${fact.metric_id} ${String(fact.value)}`;
    const at = missed.indexOf(found);
    if (at < 0) extra.push(found);
    else missed.splice(at, 1);
  }
  return { missed, extra };
}

/** How the fresh passages are read by metric and value, and each difference. */
export function freshScore(catalogue: ExtractionCatalogue): {
  readonly rows: Record<string, string>[];
  readonly differences: readonly string[];
} {
  const tallies: Tallies = new Map();
  const tally = tallyOf(tallies, "fresh");
  const differences: string[] = [];
  for (const passage of freshPassages) {
    const { missed, extra } = compareFresh(passage, catalogue);
    tally.wanted += passage.figures.length;
    tally.found += passage.figures.length - missed.length;
    tally.extra += extra.length;
    if (missed.length + extra.length > 0)
      differences.push(
        `${passage.text.split("\n")[1] ?? ""}\n  missed ${missed.join(", ") || "–"} · beside ${extra.join(", ") || "–"}`,
      );
  }
  const [{ group = "", annotated = "", recall = "", precision = "" } = {}] = rowsOf(tallies);
  return { rows: [{ group, annotated, recall, precision }], differences };
}
