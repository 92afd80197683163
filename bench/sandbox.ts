/**
 * What the sandbox of JavaScript cells costs, against another checkout of Fadu: time of a cell's first
 * run and of the next ones, bytes that each cell loads and reads.
 * `npx tsx bench/sandbox.ts ../before`; `--pictures out/` draws `test/sandbox/samples.ts` by both, compares
 * the pictures and leaves them beside each other.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium, type Browser, type Page } from "playwright";
import { rows, samples } from "../test/sandbox/samples.ts";
import { serveSandboxPage, type SandboxPage } from "./sandbox/build.ts";
import { compare } from "./sandbox/compare.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: "string" }, only: { type: "string", default: "" } },
});
const [before] = positionals;
if (before === undefined) throw new Error("missing checkout to compare with");

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const pages = await Promise.all([before, "."].map(serveSandboxPage));
try {
  if (options.pictures === undefined) await times(browser, pages);
  else await pictures(browser, pages, options.pictures);
} finally {
  await browser.close();
  for (const page of pages) await page.close();
}

async function open(from: Browser, served: SandboxPage): Promise<Page> {
  const page = await (await from.newContext({ viewport: { width: 760, height: 600 } })).newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => "bench" in window);
  return page;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** By turns, so that a slow moment of the machine is one for both. */
async function times(from: Browser, served: readonly SandboxPage[]): Promise<void> {
  const cells = { "1 + 1": "1 + 1", "a chart": samples["plot dot, legend, title"] ?? "" };
  console.log("| cell | what | before | after | ratio |\n| --- | --- | --- | --- | --- |");
  for (const [name, source] of Object.entries(cells)) {
    const found: number[][][] = served.map(() => [[], [], []]);
    for (let turn = 0; turn < 5; turn++)
      for (const [i, one] of served.entries()) {
        const page = await open(from, one);
        const time = (times: number) =>
          page.evaluate(([s, v, n]) => window.bench.time(s, n, { rows: v }), [
            source,
            rows,
            times,
          ] as const);
        found[i]?.[0]?.push((await time(1))[0] ?? NaN);
        const [second, ...next] = await time(6);
        found[i]?.[1]?.push(second ?? NaN);
        found[i]?.[2]?.push(median(next));
        await page.context().close();
      }
    for (const [k, what] of ["first cell, cold", "another cell", "run again"].entries())
      row(
        `${name} | ${what}, ms`,
        found.map((one) => median(one[k] ?? [])),
        1,
      );
  }
  const sizes = await Promise.all(served.map((one) => bytes(from, one)));
  row(
    "any | first cell, bytes",
    sizes.map(([first]) => first ?? NaN),
    0,
  );
  row(
    "any | each further cell reads, bytes",
    sizes.map(([, next]) => next ?? NaN),
    0,
  );
}

function row(name: string, [a = NaN, b = NaN]: readonly number[], digits: number): void {
  console.log(`| ${name} | ${a.toFixed(digits)} | ${b.toFixed(digits)} | ${(b / a).toFixed(2)} |`);
}

/** Of the sandbox's own files: all for the first cell, the frame's alone for each further one. */
async function bytes(from: Browser, served: SandboxPage): Promise<number[]> {
  const page = await open(from, served);
  await page.evaluate(() => window.bench.time("1", 1));
  await page.context().close();
  const size = (end: string): number =>
    Math.max(
      0,
      ...[...served.sent]
        .filter(([path]) => path.includes("/sandbox-") && path.endsWith(end))
        .map(([, bytes]) => bytes),
    );
  return [size(".html") + size(".js"), size(".html")];
}

async function pictures(
  from: Browser,
  served: readonly SandboxPage[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tabs = await Promise.all(served.map((one) => open(from, one)));
  const judge = await from.newPage();
  const css =
    ".sandbox iframe { display: block; width: 100%; border: 0 } [data-theme=dark] body { background: #16181a }";
  for (const tab of tabs) await tab.addStyleTag({ content: css });
  for (const theme of ["light", "dark"] as const)
    for (const [name, source] of Object.entries(samples)) {
      if (!name.includes(options.only)) continue;
      const [a, b] = await Promise.all(tabs.map((tab) => picture(tab, source, theme)));
      if (!a || !b) continue;
      const { points, isOtherSize, together } = await compare(judge, a.png, b.png);
      writeFileSync(`${folder}/${name.replaceAll(/\W+/g, "-")}.${theme}.png`, together);
      const said = a.said === b.said ? "" : ` before ${a.said}, after ${b.said}`;
      console.log(
        `${String(points).padStart(7)} ${isOtherSize ? "other size " : ""}${name}, ${theme}${said}`,
      );
    }
}

async function picture(tab: Page, source: string, theme: "light" | "dark") {
  const said = await tab.evaluate(([s, t, v]) => window.bench.show(s, t, { rows: v }), [
    source,
    theme,
    rows,
  ] as const);
  // Tips and tables are drawn once more when they are measured.
  await tab.waitForTimeout(200);
  return { said, png: await tab.screenshot({ fullPage: true }) };
}
