import { hold, openLive, openQuiet, panel, shownMarks, untilLive } from "./support/page.ts";
import { expect, test, type Page } from "./support/test.ts";

function markNames(page: Page): Promise<string[]> {
  return page
    .locator("main [data-marks]:visible [data-evidence]")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""));
}

test.describe("the language", () => {
  test("changes in place: address, text, names, filters and evidence", async ({ page }) => {
    await openLive(page, "?year=2022");
    const facts = await shownMarks(page, "fines-by-region");
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await page.locator("#fines-by-region a.mark:visible").first().click();
    const id = new URL(page.url()).searchParams.get("fact");
    await page.locator("[data-action=language]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    await expect(page).toHaveURL(new RegExp(`/en/\\?year=2022&fact=${id}$`));
    await expect(page).toHaveTitle(/Five enforcement reports/);
    await expect(page.locator("h1:visible")).toContainText("Five enforcement reports");
    await expect(page.locator("#fines-by-region .subtitle")).toContainText("Administrative fines");
    await expect(page.locator('label[for="input-year"]')).toHaveText("Year");
    await expect(page.locator("#input-year")).toHaveValue("2022");
    await expect(panel(page).locator("h2")).toHaveText("Evidence");
    await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(facts);
    expect((await markNames(page)).filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
    expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
    const linked = await page.evaluate(() =>
      [...document.head.querySelectorAll("link")].map(({ href }) => href),
    );
    for (const url of linked) expect((await page.request.get(url)).status(), url).toBe(200);

    const shown = await page.locator("main").innerText();
    await page.reload();
    await untilLive(page);
    expect(await page.locator("main").innerText(), "as the page itself says it").toBe(shown);
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

    await page.locator("[data-action=language]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
    await expect(page).toHaveURL(new RegExp(`[^n]/\\?year=2022&fact=${id}$`));
    expect((await markNames(page)).filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
    expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
  });

  test("changes by going to the other page before the charts are live", async ({ page }) => {
    const release = await hold(page, "**/*.wasm*");
    await page.goto("?year=2022#mean-fine");
    await page.locator("[data-action=language]").click();
    await expect(page).toHaveURL(/\/en\/\?year=2022#mean-fine$/);
    await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    release();
  });

  test("leaves no Chinese but the reports' own words on the English page", async ({ page }) => {
    await openQuiet(page, "en/?fact=sw-47");
    await expect(panel(page).locator("dl")).toBeVisible();
    const strange = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        // Marked as Chinese, or an English sentence that quotes a Chinese word.
        const own = element?.closest('[lang^="zh"], script, style, pre');
        const term = element?.closest("dd")?.previousElementSibling?.textContent ?? "";
        if (
          own ||
          ["Definition", "Note"].includes(term) ||
          !/\p{Script=Han}/u.test(walker.currentNode.textContent ?? "")
        )
          continue;
        found.push(`${element?.className ?? ""}: ${walker.currentNode.textContent ?? ""}`);
      }
      return [...new Set(found)];
    });
    expect(strange).toEqual([]);
  });
});
