import { factById } from "./support/data.ts";
import { openQuiet, panel } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

const mark = "#fines-by-region a.mark:visible";

test.describe("the address", () => {
  test("holds the open fact: a reload opens it again, Back closes it", async ({ page }) => {
    await openQuiet(page);
    await page.locator(mark).first().click();
    await expect(page).toHaveURL(/\?fact=[\w-]+$/);
    const url = page.url();
    await page.reload();
    await expect(panel(page)).toBeVisible();
    expect(page.url()).toBe(url);
    await page.goBack();
    await expect(panel(page)).toHaveCount(0);
    await page.goForward();
    await expect(panel(page)).toBeVisible();
  });

  test("Back closes the evidence without leaving the page", async ({ page }) => {
    await openQuiet(page);
    await page.locator(mark).first().click();
    await expect(panel(page)).toBeVisible();
    await page.goBack();
    await expect(panel(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\/$/);
  });

  test("keeps the evidence that was opened before the page had begun", async ({ page }) => {
    // Nothing tells the page that its first chart is painted until the test does.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      PerformanceObserver.prototype.observe = () => {};
      const { setTimeout } = globalThis;
      const painted: TimerHandler[] = [];
      const later = (act: TimerHandler, delay?: number) =>
        delay === 3000 ? painted.push(act) : setTimeout(act, delay);
      Object.assign(globalThis, { painted, setTimeout: later });
    });
    await page.goto("");
    await page.locator(mark).first().click();
    await expect(panel(page)).toBeVisible();
    const { search } = new URL(page.url());
    const begun = await page.evaluate(() => {
      const { painted } = globalThis as unknown as { painted: (() => void)[] };
      for (const act of painted) act();
      return painted.length;
    });
    expect(begun).toBe(1);
    await page.locator("[data-action=language]").click();
    await expect(page).toHaveURL(/\/en\//);
    expect(new URL(page.url()).search).toBe(search);
    expect(search).toMatch(/^\?fact=[\w-]+$/);
  });

  test("opens a derived number by its formula", async ({ page }) => {
    await openQuiet(page, "?fact=quotient(sw-51,sw-50)");
    await expect(panel(page)).toBeVisible();
    for (const [i, id] of ["sw-51", "sw-50"].entries())
      await expect(panel(page).locator("section.fact").nth(i).locator("mark").first()).toHaveText(
        factById(id).value_text,
      );
  });

  test("keeps filters and fact beside each other", async ({ page }) => {
    await openQuiet(page, "?year=2022&scope=bureau");
    await page.locator(mark).first().click();
    await expect(page).toHaveURL(/\?year=2022&scope=bureau&fact=[\w-]+$/);
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\?year=2022&scope=bureau$/);
  });

  for (const [path, text] of [
    ["?fact=sw-999", "地址里的“sw-999”不是本站的数字编号"],
    ["en/?fact=sw-999", "“sw-999” in the address is not a figure of this site"],
    ["?fact=quotient(sw-51,nothing)", "地址里的“quotient(sw-51,nothing)”不是本站的数字编号"],
    ["?fact=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "地址里的“<img src=x onerror=alert(1)>”"],
  ] as const)
    test(`says what it does not know: ${path}`, async ({ page }) => {
      await openQuiet(page, path);
      await expect(panel(page).locator(".problem")).toContainText(text);
      await expect(page.locator("figure h3").first()).toBeVisible();
    });

  for (const [path, text] of [
    ["#no-such-chart", "地址里的“#no-such-chart”在本页没有对应的图表。"],
    ["en/#no-such-chart", "“#no-such-chart” in the address names nothing on this page."],
  ] as const)
    test(`says which cell is not there: ${path}`, async ({ page }) => {
      await openQuiet(page, path);
      await expect(page.locator('[data-notice="anchor"]')).toContainText(text);
    });

  test("names a chart and shows it", async ({ page }) => {
    await openQuiet(page, "#approval-time");
    await expect(page.locator("[data-notice]")).toHaveCount(0);
    await expect(page.locator("#approval-time h3")).toBeInViewport();
  });

  test("understands ?lang=en and turns it into a path", async ({ page }) => {
    await page.goto("?lang=en&year=2022");
    await expect(page).toHaveURL(/\/en\/\?year=2022$/);
    await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    await page.goto("en/?lang=zh");
    await expect(page).toHaveURL(/[^n]\/$/);
    await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
    await page.goto("figures/?lang=en");
    await expect(page).toHaveURL(/\/en\/figures\/$/);
  });
});
