import { facts } from "./support/data.ts";
import { openLive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

test("the second notebook filters its figures by corpus, report, theme and region", async ({
  page,
}) => {
  await openLive(page, "figures/");
  const rows = page.locator("#all-figures tbody tr");
  const core = facts().filter(({ evidence }) => evidence !== null).length;
  await expect(rows).toHaveCount(facts().length);
  await expect(rows.locator("td.clause q")).toHaveCount(core);
  await page.locator("#input-corpus").selectOption("opening");
  await expect(rows).toHaveCount(facts().length - core);
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
