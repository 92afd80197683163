import { existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { serve } from "../scripts/serve.ts";
import type { Fact } from "../src/domain/index.ts";
import { lines } from "./code.ts";
import { printFigures } from "./figures.ts";
import { marks, openBrowser, profiles, visit, type Mark, type Visit } from "./page.ts";
import { median, printTable } from "./table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the project aims at: which mark, on which profile, in ms or bytes on the wire. */
const limits = [
  { mark: "fadu:first-figure", profile: 1, what: "ms", limit: 600 },
  { mark: "fadu:first-figure", profile: 1, what: "kB", limit: 60 },
  { mark: "fadu:engine-ready", profile: 0, what: "ms", limit: 2500 },
] as const;

function bytesTo(visits: readonly Visit[], mark: Mark): number {
  return median(visits.map(({ bytes }) => bytes[mark])) / 1000;
}

function timeTo(visits: readonly Visit[], mark: Mark): number {
  return median(visits.map((v) => v.marks[mark]));
}

function printVisits(all: readonly (readonly Visit[])[]): void {
  const head = ["mark", ...profiles.map(({ name }) => `${name}, ms`), "on the wire, kB"];
  printTable(
    head,
    marks.map((mark) => [
      `\`${mark}\``,
      ...all.map((visits) => timeTo(visits, mark).toFixed(0)),
      bytesTo(all[1] ?? [], mark).toFixed(1),
    ]),
  );
  printTable(
    ["aim", "measured", "limit", "ratio", ""],
    limits.map(({ mark, profile, what, limit }) => {
      const visits = all[profile] ?? [];
      const measured = what === "ms" ? timeTo(visits, mark) : bytesTo(visits, mark);
      return [
        `\`${mark}\`, ${profiles[profile]?.name ?? ""}`,
        `${measured.toFixed(0)} ${what}`,
        `${limit} ${what}`,
        (measured / limit).toFixed(2),
        measured <= limit ? "ok" : "over",
      ];
    }),
  );
  const early = (all[1] ?? []).flatMap((v) => v.early);
  const engine = early.filter((url) => /duckdb|wasm/.test(url));
  console.log(
    `requests begun before the first figure: ${(early.length / (all[1]?.length ?? 1)).toFixed(1)} a visit, ${engine.length} of them for DuckDB\n`,
  );
}

function printCounts(): void {
  const facts = JSON.parse(readFileSync(`${root}public/data/facts.json`, "utf8")) as Fact[];
  const exact = facts.filter(({ alignment }) => alignment === "exact").length;
  const core = facts.filter(({ alignment }) => alignment !== "figure").length;
  const source = lines(`${root}src`, /\.(?:ts|css|js)$/);
  const test = lines(`${root}test`, /\.(?:ts|mjs)$/);
  printTable(
    ["count", ""],
    [
      ["figures", String(facts.length)],
      ["with an exact clause", `${exact} of ${core} in reports read whole`],
      ["lines in `src/`", String(source)],
      ["lines in `test/`", `${test} (${(test / source).toFixed(2)} a line of code)`],
    ],
  );
}

async function main(): Promise<void> {
  if (!existsSync(`${root}dist/index.html`))
    spawnSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
  const { url, close } = await serve({ dir: `${root}dist`, port: 0 });
  const browser = await openBrowser();
  try {
    const all: Visit[][] = [];
    for (const profile of profiles) {
      const visits: Visit[] = [];
      for (let i = 0; i < (profile.cpu ? 3 : 5); i++)
        visits.push(await visit(browser, url, profile));
      all.push(visits);
    }
    printVisits(all);
    printCounts();
    await printFigures(`${root}dist`, browser);
  } finally {
    await browser.close();
    await close();
  }
}

await main();
