import AxeBuilder from "@axe-core/playwright";
import { openLive, openQuiet, panel } from "./support/page.ts";
import { expect, home, inLong, languages, test, type Page } from "./support/test.ts";

interface Extent {
  /** Default: all rules. */
  readonly rules?: string[];
  /** Selectors of what has not been looked at before; default: the whole page. */
  readonly within?: readonly string[];
}

/** Rows of a long table are alike: of each some are looked at, since axe takes long over all. */
const LOOKED_AT = 24;

async function expectAccessible(
  page: Page,
  what: string,
  { rules, within = [] }: Extent = {},
): Promise<void> {
  await page.addStyleTag({ content: `tr:nth-child(n+${LOOKED_AT}) { display: none; }` });
  const axe = within.reduce((one, part) => one.include(part), new AxeBuilder({ page }));
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect.soft(found, what).toEqual([]);
}

for (const language of languages)
  test(
    `axe finds nothing, light and dark, with and without evidence (${language})`,
    inLong(language === "en"),
    async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openLive(page, home(language));
      await page
        .locator("#mean-fine a.mark[data-evidence='quotient(sw-51,sw-38)']:visible")
        .first()
        .click();
      await expect(panel(page)).toBeVisible();
      await page.emulateMedia({ colorScheme: "light" });
      await expectAccessible(page, "charts and the evidence of a derived number, light");
      await page.emulateMedia({ colorScheme: "dark" });
      // Of all rules this one alone looks at colours.
      await expectAccessible(page, "the same, dark", { rules: ["color-contrast"] });
      await page.keyboard.press("Escape");
      for (const table of await page.locator("[data-action=table]").all()) await table.click();
      await page.locator("#sources summary").click();
      await expectAccessible(page, "tables and sources, dark", {
        within: ["details.rows", "#sources"],
      });
    },
  );

test("axe finds nothing in other notebooks, nor where the address is wrong", async ({ page }) => {
  await openQuiet(page, "en/figures/?region=zhuzhou&fact=sw-999#nothing");
  await expect(page.locator("[data-notice]")).toBeVisible();
  await expect(panel(page).locator(".problem")).toBeVisible();
  await expectAccessible(page, "figures, a notice and an unknown fact");
  await page.goto("en/gallery/");
  await page.locator("#gallery-waffle a.mark[data-several]:visible").first().click();
  await expect(panel(page).locator("h2")).toHaveText(/^Evidence of \d+ figures$/);
  await expectAccessible(page, "general charts, their groups and the evidence of one", {
    within: [
      "#gallery-histogram",
      "#gallery-box",
      "#gallery-heat",
      "#gallery-waffle",
      "[data-panel]",
    ],
  });
});

test.describe("before any script", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("axe finds nothing on a phone", async ({ page }) => {
    await page.route("**/assets/**", (route) =>
      route.fulfill({ body: "", contentType: "text/javascript" }),
    );
    await page.goto("");
    await expect(page.locator("figure[data-state=static]")).toHaveCount(8);
    await expectAccessible(page, "static");
  });
});
