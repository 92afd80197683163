import { facts } from "./support/data.ts";
import { openLive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

test("the second notebook filters its 165 figures by report and by theme", async ({ page }) => {
  await openLive(page, "figures/");
  const rows = page.locator("#all-figures tbody tr");
  await expect(rows).toHaveCount(165);
  await expect(rows.locator("td.clause q")).toHaveCount(165);
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
