import { openQuiet } from "./support/page.ts";
import { expect, test, type Page } from "./support/test.ts";

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

const light = "rgb(255, 255, 255)";

test.describe("the theme", () => {
  test("follows the system until the reader chooses, and is kept", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openQuiet(page);
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await paper(page)).toBe(light);
    const button = page.locator("[data-action=theme]");
    await button.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await button.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await paper(page)).toBe(dark);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await paper(page)).toBe(dark);
    await button.click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
    expect(await paper(page)).toBe(light);
  });

  test("can be chosen where storage is refused", async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new DOMException("refused", "SecurityError");
        },
      }),
    );
    await openQuiet(page);
    await page.locator("[data-action=theme]").click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await page.locator("[data-action=theme]").click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});
