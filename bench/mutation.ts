/**
 * `npm run mutation [-- PART…] [--share 0.1] [--seed 1]`: puts faults into the code one at a time
 * and counts those that its tests find (Stryker), by part of the code; fails where a part falls
 * below its limit. `--share` tries a random share of the lines, for an estimate: the score then
 * stands with the half width of its interval of 95 %.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { randomFrom } from "../test/notebook/random.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Part {
  readonly name: string;
  /** Folder below `src`. */
  readonly folder: string;
  /** Files within it that are not tried: lists and shapes, texts, what other parts hold. */
  readonly but: RegExp;
  /** What its tests are, for Vitest. */
  readonly tests: readonly string[];
  /** Tests that take too long for one mutant. */
  readonly without: readonly string[];
  /** The least score, in percent. */
  readonly limit: number;
}

const lists =
  /(?:^|\/)(?:index|words|types|document|definitions|codes|columns|schema|parse|values)\.ts$/;
const drawing = [
  "test/charts/gallery.test.ts",
  "test/charts/pages.test.ts",
  "test/charts/awkward.test.ts",
  "test/charts/whole/**",
];

const parts: readonly Part[] = [
  {
    name: "domain",
    folder: "domain",
    but: new RegExp(`${lists.source}|^(?:views|search)/`),
    tests: ["test/domain/*.test.ts"],
    without: ["corpus", "document", "views"].map((name) => `test/domain/${name}.test.ts`),
    limit: 85,
  },
  {
    name: "figures",
    folder: "figures",
    but: lists,
    tests: ["test/figures/**/*.test.ts", "test/charts/*.test.ts"],
    without: drawing,
    limit: 85,
  },
  {
    name: "charts",
    folder: "charts",
    but: new RegExp(`${lists.source}|^plot/`),
    tests: ["test/charts/*.test.ts", "test/figures/**/*.test.ts"],
    without: drawing,
    limit: 75,
  },
  {
    name: "charts/plot",
    folder: "charts/plot",
    but: lists,
    tests: ["test/charts/**/*.test.ts"],
    without: drawing.slice(0, 3),
    limit: 75,
  },
  {
    name: "data-files",
    folder: "data-files",
    but: new RegExp(`${lists.source}|^panels/|worker`),
    tests: ["test/data-files/*.test.ts"],
    without: [],
    limit: 75,
  },
  {
    name: "drafts/store",
    folder: "drafts/store",
    but: lists,
    tests: ["test/drafts/store/*.test.ts"],
    without: [],
    limit: 75,
  },
  {
    name: "drafts/link",
    folder: "drafts/link",
    but: lists,
    tests: ["test/drafts/link/*.test.ts"],
    without: [],
    limit: 85,
  },
];

/** Lines that are tried together where only a share is: about one function. */
const RUN = 8;

/** What Stryker mutates: whole files, or runs of lines of them. */
function mutated({ folder, but }: Part, share: number, random: () => number): string[] {
  const files = readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !but.test(file))
    .toSorted();
  return files.flatMap((file) => {
    const path = `src/${folder}/${file}`;
    if (share >= 1) return [path];
    const lines = readFileSync(join(root, path), "utf8").split("\n").length;
    const runs = Array.from({ length: Math.ceil(lines / RUN) }, (_, at) => at * RUN + 1);
    return runs
      .filter(() => random() < share)
      .map((from) => `${path}:${from}-${Math.min(lines, from + RUN - 1)}`);
  });
}

interface Score {
  readonly tried: number;
  readonly found: number;
  readonly late: number;
  readonly survived: readonly string[];
}

async function scoreOf(part: Part, share: number, seed: number): Promise<Score> {
  process.env["FADU_MUTATION_TESTS"] = part.tests.join(",");
  process.env["FADU_MUTATION_WITHOUT"] = part.without.join(",");
  const name = part.name.replace("/", "-");
  const stryker = new Stryker({
    packageManager: "npm",
    testRunner: "vitest",
    vitest: { configFile: "vitest.mutation.config.ts", related: false },
    coverageAnalysis: "perTest",
    // What is made when a file is loaded would cost a whole run of the tests for each mutant.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 5000,
    incremental: share >= 1,
    incrementalFile: `.cache/mutation-${name}.json`,
    tempDirName: `.cache/stryker-${name}`,
    reporters: [],
    allowEmpty: true,
    thresholds: { high: 100, low: 0, break: null },
    mutate: mutated(part, share, randomFrom(seed)),
  });
  const results = await stryker.runMutationTest();
  const count = (...kinds: string[]) =>
    results.filter(({ status }) => kinds.includes(status)).length;
  return {
    tried: count("Killed", "Timeout", "Survived", "NoCoverage"),
    found: count("Killed", "Timeout"),
    late: count("Timeout"),
    survived: results
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ fileName, location, mutatorName, replacement, status }) => {
        const place = `${fileName.replace(root, "")}:${location.start.line}:${location.start.column}`;
        return `${place} ${mutatorName} ${status === "NoCoverage" ? "(no test)" : ""} → ${replacement ?? ""}`;
      }),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    survivors: { type: "boolean", default: false },
  },
});
const share = Number(values.share);
const wanted = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0 || !(share > 0))
  throw new Error(
    `usage: npm run mutation -- [${parts.map(({ name }) => name).join("|")}] --share 0.1`,
  );
let failed = false;
for (const part of wanted) {
  const start = performance.now();
  const { tried, found, late, survived } = await scoreOf(part, share, Number(values.seed));
  const score = (100 * found) / tried;
  const half = share < 1 ? 196 * Math.sqrt(((found / tried) * (1 - found / tried)) / tried) : 0;
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(
    `${part.name}: ${found} of ${tried} found, ${score.toFixed(1)} %${half > 0 ? ` ± ${half.toFixed(1)}` : ""}, ` +
      `${late} of them by the time limit (limit ${part.limit} %), ${minutes} min`,
  );
  if (values.survivors) for (const line of survived) console.log(`  ${line}`);
  if (score + half < part.limit) failed = true;
}
process.exitCode = failed ? 1 : 0;
