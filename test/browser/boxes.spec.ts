import { readFileSync } from "node:fs";
import { loadGrammar } from "../../src/charts/index.ts";
import { collisions } from "../charts/boxes.ts";
import { draw } from "../charts/draw.ts";
import { hardCases } from "../charts/hard-cases.ts";
import { world } from "../charts/world.ts";
import { figurePages, gather } from "./support/figures.ts";
import { expect, home, inLong, languages, test, type Page } from "./support/test.ts";

/** An article's column, half a desk, a desk. */
const widths = [320, 640, 960];

/** 12 px of a drawing for 344 on a screen of 320, and of one for 704 in a column of 640. */
const LEAST = 10.8;

const style = ["page/style.css", "charts/figure.css"]
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8"))
  .join("\n");

/** The made-up cases as HTML, drawn as the build draws. */
async function hardHtml(language: (typeof languages)[number]): Promise<string> {
  const grammar = await loadGrammar();
  const context = world(language);
  return hardCases(language)
    .map(({ name, spec, rows }) => {
      const variants = ["wide", "narrow"] as const;
      const options = {
        title: name,
        onTogether: null,
        id: name,
        state: "static",
        variants,
      } as const;
      return draw(spec, rows, context, { ...options, grammar }).outerHTML;
    })
    .join("");
}

async function measure(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width: width + 32, height: 900 });
    const here = await page.locator("main").evaluate(collisions, LEAST);
    found.push(...here.map(({ figure: id, what }) => `${width} px, ${id}: ${what}`));
  }
  return found;
}

for (const language of languages)
  // English has the longer labels.
  test(
    `no label of any chart meets another or is cut off at 320, 640 and 960 px (${language})`,
    inLong(language === "zh"),
    async ({ browser, site }) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      // A page that no script changes while it is measured.
      await page.route("**/*.js", (route) => route.abort());
      await page.goto(site.url + home(language));
      const base = site.url + home(language);
      const count = await gather(
        page,
        figurePages.map((path) => new URL(path, base).href),
      );
      expect(count).toBeGreaterThan(60);
      expect(await measure(page)).toEqual([]);
      const html = await hardHtml(language);
      // No page of ours, so no policy of one: what is set as a text is markup there.
      await page.goto("about:blank");
      await page.setContent(
        `<!doctype html><html lang="${language}"><style>${style}</style><main><div class="cell chart">${html}</div></main>`,
      );
      expect(await measure(page)).toEqual([]);
      await context.close();
    },
  );
