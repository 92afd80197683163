/**
 * `npm run extract:score [-- --misses] [-- --sample N]`: how well the extractor reads, by recall and
 * precision per theme. The annotated reports and passages lie beside the checkout; without them only
 * generated sentences are scored. `--misses` lists what was missed in the part of the passages that
 * may be looked at, and in those of our own; `--sample N` prints N found figures of all passages, to be judged by hand.
 */
import { areaList } from "@vant/area-data";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readData } from "../scripts/read.ts";
import { registryOf } from "../src/extract/index.ts";
import type { ExtractionCatalogue } from "../src/extract/index.ts";
import { printTable } from "./table.ts";
import { freshScore } from "../test/extract/score/fresh.ts";
import { generatedScore } from "../test/extract/score/generated.ts";
import { passagesScore } from "../test/extract/score/passages.ts";
import { reportsScore } from "../test/extract/score/reports.ts";
import { speedOf } from "./extract-speed.ts";
import { percent, rowsOf } from "../test/extract/score/tally.ts";

/** Rows whose names are the heads of the columns. */
function print(rows: readonly Readonly<Record<string, string>>[]): void {
  printTable(
    Object.keys(rows[0] ?? {}),
    rows.map((row) => Object.values(row)),
  );
}

const root = fileURLToPath(new URL("..", import.meta.url));
const { dataset } = await readData(`${root}/data`);
const { metrics, themes, regions } = dataset;
const catalogue: ExtractionCatalogue = {
  metrics,
  themes,
  regions,
  divisions: registryOf(areaList),
};
const options = process.argv.slice(2);
const sample = Number(options[options.indexOf("--sample") + 1] ?? 0);
const shared = `${root}/../shared`;
const isHeld = ((): boolean => {
  try {
    return readFileSync(`${shared}/gold/facts.jsonl`).length > 0;
  } catch {
    return false;
  }
})();

if (isHeld) {
  const reports = reportsScore(shared, catalogue);
  console.log(
    "The five reports, figures of the core tier: metric and value; with period and scope too",
  );
  print(rowsOf(reports.core));
  console.log("All tiers");
  print(rowsOf(reports.all));
  console.log(
    `headline figures ${percent(reports.headline)} · non-metrics reported ${String(reports.falseNumbers)} of 408` +
      ` · offsets exact ${String(reports.exactOffsets)} of ${String(reports.offsets)}` +
      ` · numbers accounted for ${percent(reports.accounted)}\n`,
  );
  const passages = passagesScore(shared, catalogue, {
    misses: options.includes("--misses"),
    sample,
  });
  console.log("Passages, metrics of the taxonomy: metric and value (a third was never looked at)");
  print(passages.rows);
  for (const line of passages.lines) console.log(line);
} else console.log(`skipped: the annotated reports are not beside this checkout (${shared})`);

const fresh = freshScore(catalogue);
console.log("Fresh passages of our own, answered before they were read");
print(fresh.rows);
if (options.includes("--misses")) for (const line of fresh.differences) console.log(line);

console.log("Generated sentences, 4 seeds of 2000");
print(generatedScore(catalogue, [1, 2, 3, 4], 2000));
console.log("Speed on one core, texts of our own making");
print(speedOf(catalogue));
