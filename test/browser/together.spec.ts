import { openLive, shownMarks, untilChanged, untilLive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

test("a reader puts figures on one axis anyway; it stays in the link, the language and the history", async ({
  page,
}) => {
  await openLive(page);
  const fines = page.locator("#fines-by-region");
  const button = fines.locator("[data-action=together]");
  const before = await shownMarks(page, "fines-by-region");
  const panels = fines.locator("[data-marks]:visible svg.fadu-plot [aria-label^=x-axis]");
  expect(await panels.count()).toBeGreaterThan(1);

  await test.step("by keyboard, with the focus kept and a standing warning", async () => {
    await button.focus();
    await page.keyboard.press("Enter");
    const after = await untilChanged(page, "fines-by-region", before);
    expect(after.toSorted()).toEqual(before.toSorted());
    await expect(button).toHaveText("分开看");
    await expect(button).toBeFocused();
    await expect(fines.locator(".warning")).toContainText("统计范围不同");
    await expect(fines.locator(".alone")).toHaveCount(0);
    await expect(page).toHaveURL(/\?together=fines-by-region$/);
  });
  await test.step("after a change of language and a reload", async () => {
    await page.locator("[data-action=language]").click();
    await expect(fines.locator(".warning")).toContainText("at the reader’s request");
    await expect(page).toHaveURL(/\/en\/\?together=fines-by-region$/);
    await page.reload();
    await untilLive(page);
    await expect(button).toHaveText("Apart again");
    await expect(fines.locator(".warning")).toBeVisible();
  });
  await test.step("released, and back by the history", async () => {
    await button.click();
    await expect(fines.locator(".warning")).toHaveCount(0);
    await expect(page).toHaveURL(/\/en\/$/);
    await page.goBack();
    await expect(fines.locator(".warning")).toBeVisible();
  });
});
