import { facts } from "./support/data.ts";
import { openLive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

test("the second notebook filters its figures by corpus, report, theme and region", async ({
  page,
}) => {
  await openLive(page, "figures/");
  const rows = page.locator("#all-figures tbody tr");
  /** Further pages are made when a reader opens them. */
  const expectRows = async (count: number): Promise<void> => {
    const total = page.locator("#all-figures .page-at");
    if (count > 320) await expect(total).toContainText(`共${count}行`);
    const folded = page.locator("#all-figures details.page:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    await expect(rows).toHaveCount(count);
  };
  const core = facts().filter(({ evidence }) => evidence !== null).length;
  await expectRows(facts().length);
  await expect(rows.locator("td.clause q")).toHaveCount(core);
  await page.locator("#input-corpus").selectOption("opening");
  await expectRows(facts().length - core);
  await expect(rows.locator("td.flags").first()).toContainText("网页只读了开头");
  await page.locator("#input-region").selectOption("xiamen");
  await expect(rows.locator("th")).toContainText(["厦门"]);
  await expect(page).toHaveURL(/figures\/\?corpus=opening&region=xiamen$/);
  await page.locator("#input-region").selectOption("all");
  await page.locator("#input-corpus").selectOption("all");
  const ofShanwei = facts().filter(({ report_id }) => report_id === "shanwei-2022").length;
  await page.locator("#input-report").selectOption("shanwei-2022");
  await expect(rows).toHaveCount(ofShanwei);
  await page.locator("#input-theme").selectOption("penalties");
  await expect(rows).not.toHaveCount(ofShanwei);
  await expect(page).toHaveURL(/figures\/\?report=shanwei-2022&theme=penalties$/);
  const shown = await rows.count();
  await page.locator("[data-action=language]").click();
  await expect(page).toHaveURL(/en\/figures\/\?report=shanwei-2022&theme=penalties$/);
  await expect(rows).toHaveCount(shown);
});
