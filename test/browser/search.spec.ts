import AxeBuilder from "@axe-core/playwright";
import { factById } from "./support/data.ts";
import { html, openQuiet, panel } from "./support/page.ts";
import { expect, home, inLong, languages, test, type Page } from "./support/test.ts";

const dialog = (page: Page) => page.locator('[data-panel="search"]');
const field = (page: Page) => dialog(page).getByRole("combobox");
const active = (page: Page) => dialog(page).locator('[role=option][aria-selected="true"]');
const axe = (page: Page) => new AxeBuilder({ page }).include('[data-panel="search"]');

async function find(page: Page, query: string): Promise<void> {
  await field(page).fill(query);
  await expect(dialog(page).locator(".status")).toContainText(/找到|Found/);
}

test("search finds 汉字 without word boundaries, pinyin initials and mistyped English", async ({
  page,
}) => {
  await openQuiet(page);
  expect(await page.evaluate(() => performance.getEntriesByName("fadu:search-index"))).toEqual([]);
  await page.locator("[data-action=search]").click();
  await find(page, "漳州罚款");
  await expect(dialog(page).locator('[data-hit="zz-29"] q mark')).toHaveText("罚款");
  await find(page, "zzs");
  await expect(dialog(page).locator('[data-hit="zhangzhou"] mark')).toHaveText("漳州市");
  await find(page, "inspektion");
  await expect(dialog(page).locator('[data-hit="inspection_visits"]')).toBeVisible();
  expect(page.url()).not.toContain("inspektion");
  // No engine was asked for any of it.
  await expect(html(page)).toHaveAttribute("data-engine", "idle");
});

test("the keyboard leads from / to a clause, and back to where it was", async ({ page }) => {
  await openQuiet(page);
  const number = page.locator(".lead a.number").filter({ visible: true }).first();
  await number.focus();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("77.48");
  await expect(active(page)).toHaveAttribute("data-hit", "sw-51");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page).locator("blockquote[cite]").first()).toHaveText(
    factById("sw-51").evidence ?? "",
  );
  expect(new URL(page.url()).search).toBe("?fact=sw-51");
  await page.keyboard.press("Escape");
  await expect(number).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(number).toBeFocused();
});

for (const language of languages)
  test(
    `axe finds nothing in the open search, with and without results, and it fits a phone (${language})`,
    inLong(language === "en"),
    async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await openQuiet(page, home(language));
      await page.locator("[data-action=search]").click();
      for (const query of ["罚款", "qqqqxx"]) {
        await field(page).fill(query);
        await expect(dialog(page).locator(".status")).not.toBeEmpty();
        const { violations } = await axe(page).analyze();
        const found = violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
        expect.soft(found, `${language} ${query}`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: "dark" });
      await find(page, "fines");
      const { violations } = await axe(page).withRules(["color-contrast"]).analyze();
      expect.soft(violations.map(({ nodes }) => nodes.map(({ target }) => target))).toEqual([]);
      const box = await dialog(page).boundingBox();
      expect(box?.x).toBe(0);
      expect(box?.width).toBe(360);
    },
  );
