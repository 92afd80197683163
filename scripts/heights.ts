/**
 * `npx tsx scripts/heights.ts [--dir dist]`: measures in a browser how high the figures of the article
 * are at each width, and writes `docs/article/heights.json`, which its snippets keep free.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { format } from "prettier";
import { measuredWidths, stepsOf } from "../src/page/publish/measure.ts";
import type { Step } from "../src/publish/figure-page/index.ts";
import { withMeasuredPage } from "./measured-page.ts";

const articles = ["zh", "en"].map((language) =>
  fileURLToPath(new URL(`../docs/article/${language}.html`, import.meta.url)),
);
const target = fileURLToPath(new URL("../docs/article/heights.json", import.meta.url));

function figuresOfArticles(): string[] {
  const text = articles.map((file) => readFileSync(file, "utf8")).join("");
  return [...new Set([...text.matchAll(/\{\{figure ([\w-]+) /g)].map(([, id = ""]) => id))];
}

async function measure(page: Page, address: string): Promise<Step[]> {
  await page.goto(address);
  const measured: Step[] = [];
  for (const width of measuredWidths) {
    await page.setViewportSize({ width, height: 600 });
    const height = await page.evaluate(() =>
      Math.ceil(document.documentElement.getBoundingClientRect().height),
    );
    measured.push([width, height]);
  }
  return stepsOf(measured);
}

await withMeasuredPage(async (page, site) => {
  const heights: Record<string, Record<string, Step[]>> = {};
  for (const id of figuresOfArticles())
    heights[id] = {
      zh: await measure(page, `${site}embed/${id}/`),
      en: await measure(page, `${site}embed/${id}/en/`),
    };
  writeFileSync(target, await format(JSON.stringify(heights), { parser: "json", printWidth: 100 }));
  console.log(`heights: ${Object.keys(heights).join(", ")}`);
});
