import { readdirSync } from "node:fs";
import { join } from "node:path";
import { clips } from "../charts/clips.ts";
import { lengths, unlike } from "../charts/scales.ts";
import { figurePages, gather } from "./support/figures.ts";
import { dist, expect, home, inLong, languages, test, type Page } from "./support/test.ts";

/** Phones, half a desk, a desk; on paper the width that A4 leaves between its margins. */
const screens = [320, 360, 736, 1440] as const;
const A4 = 703;

/** A page that no script changes while it is measured. */
async function openStill(page: Page, address: string): Promise<void> {
  const nothing = { contentType: "text/javascript", body: "" };
  await page.route("**/*.js", (route) => route.fulfill(nothing));
  await page.goto(address);
}

async function openAll(page: Page, isOpen: boolean): Promise<void> {
  await page.evaluate((open) => {
    for (const one of document.querySelectorAll("details")) one.open = open;
  }, isOpen);
}

/** What is cut on a page as it comes and with all of it unfolded, at widths and on paper. */
async function cutOn(page: Page, widths: readonly number[]): Promise<string[]> {
  const found = new Set<string>();
  const look = async (where: string) => {
    for (const isOpen of [false, true]) {
      await openAll(page, isOpen);
      for (const { figure, what } of await page.locator("body").evaluate(clips))
        found.add(`${where}, ${figure}: ${what}`);
    }
  };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(`${width} px`);
  }
  await page.setViewportSize({ width: A4, height: 900 });
  await page.emulateMedia({ media: "print" });
  await look("A4");
  await page.emulateMedia({ media: "screen" });
  return [...found];
}

/** The pages whose tables are longest. */
const regions = ["regions/suzhou/", "regions/guangxi/"];

for (const path of ["", "inspections/"])
  test(`no number is cut on a phone or on paper: /en/${path}`, async ({ page, site }) => {
    await openStill(page, `${site.url}en/${path}`);
    expect(await page.locator("main figure").count()).toBeGreaterThan(3);
    expect(await cutOn(page, [360])).toEqual([]);
  });

for (const language of languages) {
  test(
    `no text of any figure is cut by what holds it, at all widths and on paper (${language})`,
    inLong(true),
    async ({ page, site }) => {
      const base = site.url + home(language);
      await openStill(page, base);
      const addresses = figurePages.map((path) => new URL(path, base).href);
      expect(await gather(page, addresses)).toBeGreaterThan(60);
      expect(await cutOn(page, screens)).toEqual([]);
      for (const path of regions) {
        await page.goto(base + path);
        expect([path, await cutOn(page, screens)]).toEqual([path, []]);
      }
    },
  );

  test(
    `no frame cuts a text or changes a scale (${language})`,
    inLong(true),
    async ({ page, site }) => {
      const frames = readdirSync(join(dist, "embed"), { withFileTypes: true });
      let measured = 0;
      for (const { name } of frames.filter((one) => one.isDirectory())) {
        await openStill(page, `${site.url}embed/${name}/${home(language)}`);
        for (const width of [320, 736]) {
          await page.setViewportSize({ width, height: 900 });
          const found = await page.locator("body").evaluate(lengths);
          measured += found.length;
          expect([name, width, unlike(found)]).toEqual([name, width, []]);
        }
        expect([name, await cutOn(page, screens)]).toEqual([name, []]);
      }
      expect(measured).toBeGreaterThan(150);
    },
  );

  // English has the longer numbers.
  test(
    `a length is as long as its number says, whatever stands beside it (${language})`,
    inLong(language === "zh"),
    async ({ page, site }) => {
      const base = site.url + home(language);
      await openStill(page, base);
      await gather(
        page,
        figurePages.map((path) => new URL(path, base).href),
      );
      // An open table stands in the place of its chart.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details.fold"))
          (one as HTMLDetailsElement).open = true;
      });
      for (const width of screens) {
        await page.setViewportSize({ width, height: 900 });
        const measured = await page.locator("main").evaluate(lengths);
        expect(measured.length).toBeGreaterThan(150);
        expect([width, unlike(measured)]).toEqual([width, []]);
      }
    },
  );
}

test("no axis stands under a single dot", async ({ page, site }) => {
  await openStill(page, site.url);
  await gather(
    page,
    figurePages.map((path) => new URL(path, site.url).href),
  );
  const marks = await page
    .locator("main svg.fadu-plot:has([aria-label^='x-axis'])")
    .evaluateAll((all) => all.map((svg) => svg.querySelectorAll(".row .glyph").length));
  expect(marks.length).toBeGreaterThan(60);
  expect(marks.filter((count) => count === 1)).toEqual([]);
});

test("what a form says stands once on a page, over the first figure that draws it", async ({
  page,
  site,
}) => {
  await openStill(page, `${site.url}en/gallery/`);
  const keys = await page.locator("main [data-form]").evaluateAll((all) =>
    all.map((one) => ({
      form: one.getAttribute("data-form") ?? "",
      isShown: one.checkVisibility(),
    })),
  );
  const shown = keys.filter(({ isShown }) => isShown).map(({ form }) => form);
  const first = [...new Set(keys.map(({ form }) => form))];
  expect(shown).toEqual(first);
  expect(keys.length).toBeGreaterThan(first.length);
  expect(shown).toEqual(expect.arrayContaining(["ring", "filled", "bar-ring"]));
});
