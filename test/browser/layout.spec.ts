import { collisions, measure as measureAll } from "./support/boxes.ts";
import { openLive, openQuiet } from "./support/page.ts";
import { expect, home, inLong, languages, test, type Page } from "./support/test.ts";

const drawings = "main figure [data-marks]:visible .plot svg.fadu-plot";

async function findCollisions(page: Page): Promise<string[]> {
  return collisions(await page.locator(drawings).evaluateAll(measureAll));
}

test.describe("in the drawings", () => {
  for (const language of languages)
    for (const width of [320, 360, 768, 1440])
      test(`no text lies on another or is cut off (${language}, ${width} px)`, async ({
        browser,
        site,
      }) => {
        const context = await browser.newContext({
          javaScriptEnabled: false,
          viewport: { width, height: 900 },
        });
        const page = await context.newPage();
        await page.goto(site.url + home(language));
        await expect(page.locator("main figure [data-marks]:visible > .plot")).toHaveCount(7);
        expect(await page.locator(drawings).count()).toBeGreaterThan(7);
        expect(await findCollisions(page)).toEqual([]);
        await context.close();
      });

  for (const language of languages)
    test(
      `of every measure no text lies on another (${language})`,
      inLong(language === "zh"),
      async ({ page }) => {
        await page.setViewportSize({ width: 360, height: 800 });
        await openLive(page, home(language));
        const options = page.locator("#input-metric option");
        const measures = await options.evaluateAll((all) =>
          all.map((option) => option.textContent),
        );
        const found: string[] = [];
        // Those that most reports state; every one of them in the long run.
        const looked = process.env["FADU_LONG"] ? measures : measures.slice(0, 24);
        for (const measure of looked) {
          await page.evaluate(choose, measure);
          const svgs = page.locator("#any-metric [data-marks]:visible svg.fadu-plot");
          found.push(
            ...collisions(await svgs.evaluateAll(measureAll)).map((text) => `${measure}: ${text}`),
          );
        }
        expect(measures.length).toBeGreaterThan(80);
        expect(found).toEqual([]);
      },
    );
});

/** Runs in the page: chooses a measure as a hand would and waits until its chart is drawn. */
async function choose(measure: string | null): Promise<void> {
  const select = document.querySelector<HTMLSelectElement>("#input-metric");
  const option = [...(select?.options ?? [])].find(({ textContent }) => textContent === measure);
  if (!select || !option) throw new Error(`missing measure: ${measure}`);
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  const title = () => document.querySelector("#any-metric h4")?.textContent;
  for (let i = 0; title() !== measure && i < 600; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (title() !== measure) throw new Error(`missing chart: ${measure}`);
}

test.describe("on 320 px", () => {
  test.use({ viewport: { width: 320, height: 700 } });

  for (const path of ["", "en/", "figures/", "en/figures/"])
    test(`nothing scrolls sideways but tables in their frames: /${path}`, async ({ page }) => {
      await openQuiet(page, path);
      const widths = () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
      expect(await widths()).toEqual([320, 320]);
      // A table that opens takes the place of its chart and of what is folded there.
      for (const summary of await page.locator("summary:visible").elementHandles())
        if (await summary.isVisible()) await summary.click();
      expect(await widths()).toEqual([320, 320]);
    });

  test("every mark is at least 24 px wide and high to a finger", async ({ page }) => {
    await openQuiet(page);
    const small = await page
      .locator("main [data-marks]:visible a[data-fact]")
      .evaluateAll((marks) =>
        marks.flatMap((mark) => {
          const { width, height } = mark.getBoundingClientRect();
          return width >= 24 && height >= 24
            ? []
            : [`${mark.getAttribute("aria-label") ?? ""}: ${width} × ${height}`];
        }),
      );
    expect(small).toEqual([]);
  });

  test("the evidence leaves the number in sight", async ({ page }) => {
    await openQuiet(page);
    const mark = page.locator("#fines-by-region a.mark:visible").first();
    await mark.scrollIntoViewIfNeeded();
    await mark.click();
    const box = await page.locator('[data-panel="evidence"]').boundingBox();
    expect(box?.width).toBe(320);
    expect(box?.height ?? 0).toBeLessThan(700 * 0.75);
    await expect(page.locator('[data-panel="evidence"] mark').first()).toBeInViewport();
  });
});

test("no name of a row or column reaches over its cell onto the symbols beside it", async ({
  page,
}) => {
  for (const width of [1440, 800, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of width === 1440 ? ["en/", "", "en/regions/"] : ["en/", ""]) {
      await page.goto(path);
      const heads = page.locator("main .coverage th:visible");
      expect(await heads.count()).toBeGreaterThan(10);
      const over = await heads.evaluateAll((all) =>
        all.flatMap((head) => {
          const range = document.createRange();
          range.selectNodeContents(head);
          const [text, cell] = [range.getBoundingClientRect(), head.getBoundingClientRect()];
          return text.right > cell.right + 1 || text.left < cell.left - 1 ? [head.textContent] : [];
        }),
      );
      expect(over, `${path} at ${width} px`).toEqual([]);
    }
  }
});
