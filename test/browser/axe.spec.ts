import AxeBuilder from "@axe-core/playwright";
import { openLive, panel } from "./support/page.ts";
import { expect, home, languages, test, type Page } from "./support/test.ts";

async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect.soft(found, what).toEqual([]);
}

for (const language of languages)
  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds nothing (${language}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openLive(page, home(language));
      await page.locator("#mean-fine a.mark[data-evidence*='(']:visible").first().click();
      await expect(panel(page)).toBeVisible();
      await expectAccessible(page, "charts, with the evidence of a derived number");
      // Tables have the same colours in every language; they are many, so each theme is seen once.
      if ((language === "zh") === (colorScheme === "dark")) return;
      await page.keyboard.press("Escape");
      for (const table of await page.locator("[data-action=table]").all()) await table.click();
      await page.locator("#sources summary").click();
      await expectAccessible(page, "tables and sources");
    });

test("axe finds nothing in the second notebook, nor where something failed", async ({ page }) => {
  await openLive(page, "figures/?theme=nothing&fact=sw-999");
  await expect(page.locator("[data-notice]")).toBeVisible();
  await expect(panel(page).locator(".problem")).toBeVisible();
  await expectAccessible(page, "figures, a notice and an unknown fact");
});

test.describe("without a script", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("axe finds nothing on a phone", async ({ page }) => {
    await page.route("**/assets/**", (route) =>
      route.fulfill({ body: "", contentType: "text/javascript" }),
    );
    await page.goto("");
    await expect(page.locator("figure[data-state=static]")).toHaveCount(6);
    await expectAccessible(page, "static");
  });
});
