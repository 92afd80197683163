/**
 * `npx tsx bench/develop.ts`: what a maintainer waits for under `npm run dev`: the server, the first
 * page and later ones as HTML, and a changed notebook or drawing on an open page.
 */
import { chromium } from "@playwright/test";
import { startDevelopment, type Development } from "../test/browser/support/develop.ts";

const limits = { "first page": 2000, "later page": 1000 };

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - start);
  const limit = Object.entries(limits).find(([key]) => name.startsWith(key))?.[1];
  console.log(`${name}: ${ms} ms${limit === undefined ? "" : ` (limit ${limit})`}`);
  return result;
}

async function load(address: string): Promise<void> {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok || !text.includes("<figure")) throw new Error(`${address}: ${response.status}`);
}

async function onPage({ address, edit }: Development): Promise<void> {
  const browser = await chromium.launch({
    executablePath:
      process.env["CHROMIUM_SHELL_PATH"] ?? process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    const isLive = () => performance.getEntriesByName("fadu:live").length;
    await timed("page until it is live", async () => {
      await page.goto(`${address}regions/`);
      await page.waitForFunction(isLive);
    });
    const changes = [
      ["changed notebook", "notebooks/regions.md", "## ", "## ~ "],
      ["changed drawing", "src/charts/layout.ts", "tick: 12", "tick: 13"],
    ] as const;
    for (const [name, file, from, to] of changes) {
      const before = await page.evaluate(isLive);
      await timed(`${name} until the page is live again`, async () => {
        edit(file, from, to);
        await page.waitForFunction(
          (count) => performance.getEntriesByName("fadu:live").length > count,
          before,
        );
      });
    }
  } finally {
    await browser.close();
  }
}

const development = await timed("server", startDevelopment);
try {
  await timed("first page", () => load(development.address));
  for (const path of ["regions/", "en/inspections/", "gallery/", "regions/"])
    await timed(`later page ${path}`, () => load(development.address + path));
  await onPage(development);
} finally {
  await development.close();
}
