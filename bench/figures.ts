/**
 * Prints what each figure page weighs, and one figure beside the same chart by other libraries.
 * `npx tsx bench/figures.ts [dist]`, default the repository's `dist`. The others are installed
 * into `.cache/peers` on the first run; where that cannot be, the rest is printed.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import type { Browser } from "playwright";
import { serve } from "../scripts/serve.ts";
import { cost, told, type Cost, type Entrant, type Told } from "./look.ts";
import { openBrowser, profiles, type Profile } from "./page.ts";
import { figurePages } from "./pages.ts";
import { buildPeer, installPeers, peerSite, type Words } from "./peers.ts";
import { figureRows, type Row } from "./rows.ts";
import { median, printTable } from "./table.ts";

/** A page in one request stays below. */
const LIMIT = 8000;
const ID = "mean-fine";
const VISITS = 5;

function printPages(dist: string): void {
  const pages = figurePages(dist);
  const row = ({ path, marks, numbers, raw, brotli }: (typeof pages)[number]) => [
    `\`${path}\``,
    String(marks),
    String(numbers),
    String(raw),
    String(brotli),
    brotli > LIMIT ? "over" : "",
  ];
  printTable(["page", "marks", "numbers with clause", "bytes", "brotli", "8 kB"], pages.map(row));
  const over = pages.filter(({ brotli }) => brotli > LIMIT);
  const fewest = Math.min(...over.map(({ numbers }) => numbers));
  console.log(
    `${pages.length} pages, ${over.length} over ${LIMIT} bytes${over.length > 0 ? ` (each with at least ${fewest} numbers)` : ""}; median ${median(pages.map(({ brotli }) => brotli))} bytes\n`,
  );
}

/** The words of our own page, for the others. */
function wordsOf(dist: string): Words {
  const html = readFileSync(join(dist, "embed", ID, "index.html"), "utf8");
  const caption = new JSDOM(html).window.document.querySelector("figcaption");
  return {
    title: caption?.querySelector("h1,h3")?.textContent ?? "",
    subtitle: caption?.querySelector(".subtitle")?.textContent ?? "",
    rows: figureRows(dist, ID),
  };
}

/** Builds what can be built; says what cannot. */
async function entrants(
  words: Words,
  ours: string,
  theirs: () => Promise<string>,
): Promise<readonly Entrant[]> {
  const failed = installPeers();
  await buildPeer("plot", words);
  if (failed === null) await buildPeer("vega", words);
  else console.log(`vega-embed is not measured: ${failed}\n`);
  const url = await theirs();
  const own = ".chart.wide :is([data-fact],[data-missing])";
  const all: readonly Entrant[] = [
    { name: "Fadu figure", url: `${ours}embed/${ID}/`, marks: own },
    { name: "Observable Plot", url: `${url}plot/`, marks: "[aria-label=dot] circle" },
    { name: "vega-embed", url: `${url}vega/`, marks: ".mark-symbol.role-mark > path" },
  ];
  return failed === null ? all : all.slice(0, 2);
}

/** In rounds, so that what else the machine does falls on all alike. */
async function visits(
  browser: Browser,
  all: readonly Entrant[],
  profile: Profile,
  rows: readonly Row[],
): Promise<ReadonlyMap<Entrant, readonly Cost[]>> {
  const costs = new Map<Entrant, Cost[]>(all.map((entrant) => [entrant, []]));
  for (let round = 0; round < VISITS; round++)
    for (const [entrant, list] of costs) list.push(await cost(browser, entrant, profile, rows));
  return costs;
}

function printSideBySide(
  all: readonly Entrant[],
  costs: readonly ReadonlyMap<Entrant, readonly Cost[]>[],
  says: readonly Told[],
  rows: readonly Row[],
): void {
  const values = (at: number, key: keyof Cost) =>
    all.map((entrant) => median((costs[at]?.get(entrant) ?? []).map((c) => c[key])));
  const numbers = rows.filter(({ value }) => value !== null).length;
  const reports = new Set(rows.map(({ report }) => report)).size;
  const missing = {
    said: "yes: a mark named as missing",
    blank: "not 0, but left blank, no word",
    "as a number": "no: drawn as a number",
  };
  printTable(
    [`${ID}: ${numbers} numbers, ${rows.length - numbers} missing`, ...all.map(({ name }) => name)],
    [
      ["on the wire (Brotli), kB", ...values(0, "bytes").map((n) => (n / 1000).toFixed(1))],
      ["requests", ...values(0, "requests").map(String)],
      ...profiles.map(({ name }, i) => [
        `time to chart, ${name}, ms`,
        ...values(i, "time").map((n) => n.toFixed(0)),
      ]),
      [
        "marks with region and number in their name",
        ...says.map(({ named }) => `${named} of ${numbers}`),
      ],
      ["missing row told from zero", ...says.map((s) => missing[s.missing])],
      ["marks that lead to their source", ...says.map(({ linked }) => `${linked} of ${numbers}`)],
      [
        "rows whose clause stands in the page",
        ...says.map(({ clauses }) => `${clauses} of ${numbers}`),
      ],
      ["reports named", ...says.map((s) => `${s.reports} of ${reports}`)],
    ],
  );
  console.log(
    `medians of ${VISITS} cold visits; all pages have the same title, subtitle and names of reports, the others hold their rows in the page and ask for one script; Plot names marks only where an author writes \`ariaLabel\`\n`,
  );
}

/** Prints both tables for a built site. */
export async function printFigures(dist: string, browser: Browser): Promise<void> {
  printPages(dist);
  await printPeers(dist, browser);
}

async function printPeers(dist: string, browser: Browser): Promise<void> {
  const words = wordsOf(dist);
  const { rows } = words;
  const own = await serve({ dir: dist, port: 0 });
  const closing = [own.close];
  const theirs = async () => {
    // Vega compiles its expressions, which our policy forbids.
    const headers = { "Content-Security-Policy": "" };
    const { url, close } = await serve({ dir: peerSite, port: 0, headers });
    closing.push(close);
    return url;
  };
  try {
    const all = await entrants(words, own.url, theirs);
    const costs: ReadonlyMap<Entrant, readonly Cost[]>[] = [];
    for (const profile of profiles) costs.push(await visits(browser, all, profile, rows));
    const says: Told[] = [];
    for (const entrant of all) says.push(await told(browser, entrant, rows));
    printSideBySide(all, costs, says, rows);
  } finally {
    for (const close of closing) await close();
  }
}

async function main(dist: string): Promise<void> {
  const browser = await openBrowser();
  try {
    await printFigures(dist, browser);
  } finally {
    await browser.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(resolve(process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url))));
}
