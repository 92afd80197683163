/**
 * What the rules of comparability say, in numbers: pairs by verdict, reasons a pair, and the words
 * under each chart that ships. `npx tsx bench/caveats.ts [ROOT]` measures another checkout, with its
 * own data, rules and `dist/`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { group } from "d3-array";
import { JSDOM } from "jsdom";
import type * as Domain from "../src/domain/index.ts";
import type * as Read from "../scripts/read.ts";
import { median, printTable } from "./table.ts";

const root = resolve(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
const load = async <T>(path: string) => (await import(pathToFileURL(join(root, path)).href)) as T;

interface Tally {
  readonly verdicts: Map<string, number>;
  readonly reasons: number[];
}

/** Every pair of some figures, judged. */
function tally(
  figures: readonly Domain.Figure[],
  context: Domain.ComparisonContext,
  compare: typeof Domain.compare,
): Tally {
  const verdicts = new Map<string, number>();
  const reasons: number[] = [];
  figures.forEach((a, at) => {
    for (const b of figures.slice(at + 1)) {
      const found = compare(a, b, context);
      verdicts.set(found.verdict, (verdicts.get(found.verdict) ?? 0) + 1);
      reasons.push(found.reasons.length);
    }
  });
  return { verdicts, reasons };
}

async function printPairs(): Promise<void> {
  const { byId, checksOf, comparabilities, compare, comparabilityRules, derive, factsOf } =
    await load<typeof Domain>("src/domain/index.ts");
  const { readData } = await load<typeof Read>("scripts/read.ts");
  const { dataset } = await readData(join(root, "data"));
  const facts = factsOf(dataset);
  const context = {
    metrics: byId(dataset.metrics, "metric_id"),
    regions: byId(dataset.regions, "region_id"),
    reports: byId(dataset.reports, "report_id"),
    facts: byId(facts, "fact_id"),
    checks: checksOf(dataset),
  };
  const byMetric = group([...facts, ...derive(facts)], ({ metric_id }) => metric_id);
  const tallies = [...byMetric.values()].map((figures) => tally(figures, context, compare));
  const reasons = tallies.flatMap((one) => one.reasons);
  const count = (verdict: string) =>
    tallies.reduce((sum, { verdicts }) => sum + (verdicts.get(verdict) ?? 0), 0);
  printTable(
    ["pairs of one metric, stated and derived", ""],
    [
      ["rules", String(comparabilityRules.length)],
      ["pairs", String(reasons.length)],
      ...comparabilities.map((verdict) => [verdict, String(count(verdict))]),
      ["median reasons a pair", String(median(reasons))],
    ],
  );
}

/** How many words stand under a chart of a page, and how many cells and notes behind its number. */
function linesOf(figure: Element): [string, number, number] {
  const said = [...figure.querySelectorAll(".caveat, .folds summary")];
  const words = said.flatMap(
    ({ textContent }) => textContent.match(/\p{Script=Han}|[\p{L}\p{N}’–-]+/gu) ?? [],
  );
  return [figure.id, words.length, figure.querySelectorAll(".differences :is(td, li)").length];
}

function printLines(): void {
  const pages = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:^|\/)index\.html$/.test(path) && !/^(?:en|embed)\//.test(path))
    .toSorted();
  const rows = pages.flatMap((path) => {
    const { document } = new JSDOM(readFileSync(join(root, "dist", path), "utf8")).window;
    return [...document.querySelectorAll("figure[data-type]")].map((figure) => {
      const panels = figure.querySelectorAll(".chart.wide svg.fadu-plot, .chart.fluid svg").length;
      const type = figure.getAttribute("data-type") ?? "";
      return { path, type, panels, lines: linesOf(figure) };
    });
  });
  printTable(
    ["page", "chart", "type", "drawings", "words", "unfolded cells and notes"],
    rows.map(({ path, type, panels, lines: [id, shown, folded] }) => [
      `/${path.replace("index.html", "")}`,
      id,
      type,
      String(panels),
      String(shown),
      String(folded),
    ]),
  );
  const shown = rows.map(({ lines }) => lines[1]);
  console.log(
    `${rows.length} charts, ${shown.reduce((a, b) => a + b, 0)} words, ${Math.max(...shown)} under one at most`,
  );
}

await printPairs();
if (existsSync(join(root, "dist/index.html"))) printLines();
else console.log("no dist/: `FADU_QUICK=1 npx vite build` first, for the words under charts");
