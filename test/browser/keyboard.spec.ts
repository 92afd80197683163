import { regions } from "./support/data.ts";
import { openLive, openQuiet, panel } from "./support/page.ts";
import { expect, home, languages, test, type Page } from "./support/test.ts";

/** What the arrow keys walk along: numbers, gaps, and notes about them. */
const marks = ":is([data-fact], [data-missing], [data-annotation])";

/** Id and number of the focused mark among the visible marks of its chart. */
function focusedMark(page: Page) {
  return page.evaluate((marks) => {
    const mark = document.activeElement?.closest(marks);
    const group = mark?.closest("[data-marks]");
    if (!mark || !group) return -1;
    return [...group.querySelectorAll(marks)].indexOf(mark);
  }, marks);
}

test.describe("the keyboard", () => {
  test("reaches every mark of every chart", async ({ page }) => {
    await openLive(page);
    // What is folded is walked past: the ring of what is shown closes without it.
    const folded = page.locator("#fines-by-region [data-marks]").filter({ visible: true });
    await folded.locator(`[tabindex="0"]${marks}`).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await focusedMark(page)).toBeGreaterThan(0);
    await page.keyboard.press("ArrowRight");
    expect(await focusedMark(page)).toBe(0);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.fold"))
        fold.open = true;
    });
    for (const chart of await page.locator("[data-marks]").filter({ visible: true }).all()) {
      const count = await chart.locator(marks).count();
      const all = Array.from({ length: count }, (_, i) => i);
      const steps = await chart.locator("[tabindex]:is(a, .mark)").count();
      await expect(chart.locator(`[tabindex="0"]${marks}`)).toHaveCount(1);
      await chart.locator(`[tabindex="0"]${marks}`).focus();
      for (const key of ["ArrowRight", "ArrowDown"]) {
        const reached = new Set<number>();
        for (let i = 0; i < steps; i++) {
          reached.add(await focusedMark(page));
          await page.keyboard.press(key);
        }
        reached.delete(-1);
        expect([key, ...[...reached].toSorted((a, b) => a - b)]).toEqual([key, ...all]);
        // Once around.
        expect(await focusedMark(page)).toBe(0);
      }
      await page.keyboard.press("End");
      expect(await focusedMark(page)).toBe(count - 1);
      await page.keyboard.press("Home");
      expect(await focusedMark(page)).toBe(0);
    }
  });

  test("enters a chart with one Tab, Enter opens, Escape returns", async ({ page }) => {
    await openLive(page);
    await page.locator("#fines-by-region h3 a").last().focus();
    await page.keyboard.press("Tab");
    expect(await focusedMark(page)).toBe(0);
    await page.keyboard.press("ArrowRight");
    const chosen = await focusedMark(page);
    expect(chosen).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    expect(await focusedMark(page)).toBe(chosen);
    const stops = [
      ".fold > summary >> visible=true >> nth=0",
      ".fold > summary >> visible=true >> nth=1",
      ".differences > summary",
      ".reports > summary",
      "[data-action=table]",
      "[data-action=together]",
      "[data-action=download]",
      "[data-action=embed]",
    ];
    for (const stop of stops) {
      await page.keyboard.press("Tab");
      await expect(page.locator(`#fines-by-region ${stop}`)).toBeFocused();
    }
    for (let step = 0; step < stops.length; step++) await page.keyboard.press("Shift+Tab");
    expect(await focusedMark(page)).toBe(chosen);
  });

  test("is shown where it is, and a tip says the name of the mark", async ({ page }) => {
    await openQuiet(page);
    const mark = page.locator("#fines-by-region a.mark:visible").first();
    const outline = () =>
      mark.evaluate((element) => {
        const hit = element.querySelector(".hit") ?? element;
        return getComputedStyle(hit).strokeWidth + getComputedStyle(hit).stroke;
      });
    const quiet = await outline();
    await page.locator("#fines-by-region h3 a").last().focus();
    await page.keyboard.press("Tab");
    await expect(mark).toBeFocused();
    expect(await outline()).not.toBe(quiet);
    const tip = page.locator("body > .tip:visible");
    const name = (await mark.getAttribute("aria-label")) ?? "";
    expect(await tip.innerText()).toBe(name.split("；").join("\n"));
    await page.keyboard.press("Escape");
    await expect(tip).toHaveCount(0);
  });

  test("skips to the text", async ({ page }) => {
    await openQuiet(page);
    await page.keyboard.press("Tab");
    await expect(page.locator(".skip")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
  });
});

/** A value with its unit, as the names write it. */
const values = {
  zh: /[\d.,]+(?:万元|亿元|家次|家|件|项|%|个百分点|\S)/,
  en: /(?:CNY )?[\d.,]+ ?(?:%|pp|\w+)?/,
} as const;
const years = /(?:19|20)\d\d/;

for (const language of languages)
  test(`every mark says region, value, unit and period (${language})`, async ({ page }) => {
    await openQuiet(page, home(language));
    const names = regions().map((region) => region[`${language}_short`]);
    const named = await page
      .locator("main [data-marks]:visible :is([data-fact], [data-missing])")
      .evaluateAll((marks) =>
        marks.map((mark) => ({
          name: mark.getAttribute("aria-label") ?? "",
          isMissing: mark.hasAttribute("data-missing"),
        })),
      );
    expect(named.length).toBeGreaterThan(60);
    for (const { name, isMissing } of named) {
      expect(names.filter((one) => name.startsWith(one))).not.toEqual([]);
      if (isMissing) {
        const words = language === "zh" ? /未报告/g : /not reported/g;
        expect(name.match(words), name).toHaveLength(1);
      } else {
        expect(name).toMatch(values[language]);
        expect(name).toMatch(years);
      }
    }
  });

test("a heading is called what it says, though the numbers in it have longer names", async ({
  page,
}) => {
  await openQuiet(page, "en/");
  const headings = page.locator("main :is(h1, h2, h3, h4):visible");
  expect(await headings.count()).toBeGreaterThan(10);
  expect(await headings.locator(".number").count()).toBeGreaterThan(3);
  for (const heading of await headings.all())
    await expect(heading).toHaveAccessibleName((await heading.innerText()).replace(/\s+/g, " "));
});
