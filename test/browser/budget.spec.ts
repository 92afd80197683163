import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stageFiles, stages, weigh, type Stage } from "./support/stages.ts";
import { dist, expect, test } from "./support/test.ts";

/** Bytes of each stage, compressed with Brotli; what may not grow without somebody deciding so. */
const budget = JSON.parse(
  readFileSync(fileURLToPath(new URL("../budget.json", import.meta.url)), "utf8"),
) as Readonly<Record<Stage, number>>;

test("what a reader has to load stays within its budget", async ({ browser, site }) => {
  const context = () => browser.newContext({ serviceWorkers: "block" });
  const files = await stageFiles(site.url, context);
  const sum = (stage: Stage) => files[stage].reduce((bytes, path) => bytes + weigh(dist, path), 0);
  const measured = Object.fromEntries(stages.map((stage) => [stage, sum(stage)]));
  console.log(JSON.stringify(measured));
  const over = stages.filter((stage) => sum(stage) > budget[stage]);
  expect(over.map((stage) => [stage, measured[stage], files[stage]])).toEqual([]);
  // What is measured is there: a stage without files would be within any budget.
  expect(stages.filter((stage) => files[stage].length === 0)).toEqual([]);
  expect(files.tables.every((path) => path.endsWith(".arrow"))).toBe(true);
});
