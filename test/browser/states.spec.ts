import type { Locator, Page } from "@playwright/test";
import { editCell, newNotebook, source, write } from "./support/edit.ts";
import { expect, test } from "./support/test.ts";

/** How much of its ink an element is drawn with, all that it stands in included. */
function ink(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    let product = 1;
    for (let one: Element | null = node; one; one = one.parentElement)
      product *= Number(getComputedStyle(one).opacity);
    return product;
  });
}

/** The menu of a cell opens by a click where it is seen, and what it offers is done by another. */
async function expectMenu(page: Page, id: string): Promise<void> {
  await editCell(page, id).locator("[data-action=cell-more]").click();
  const item = page.getByRole("menuitem", { name: "Hide the source" });
  await item.click({ trial: true });
  await page.keyboard.press("Escape");
  await expect(item).toHaveCount(0);
}

async function expectFull(page: Page, id: string): Promise<void> {
  expect(await ink(source(page, id)), "the source is not faded").toBe(1);
  const bar = editCell(page, id).locator(".edit-bar .tools");
  expect(await ink(bar), "the bar is not faded").toBe(1);
  await expectMenu(page, id);
}

const endless = "SELECT count(*) AS n FROM range(1000000000000) a(i) WHERE sqrt(i) < 0";
const state = (page: Page, id: string) => editCell(page, id).locator(".edit-bar .state");

test("a cell that failed, was stopped or waits can be used as any other, and says what it is", async ({
  page,
}) => {
  await newNotebook(page);
  const [query, chart] = [editCell(page, "fines"), editCell(page, "fines-by-region")];
  await expect(chart).toHaveAttribute("data-status", "done");

  await test.step("a failed cell, and one that reads it", async () => {
    await write(page, "fines", "SELECT nothing FROM facts");
    await page.keyboard.press("Control+Enter");
    await expect(query).toHaveAttribute("data-status", "failed");
    await expect(chart).toHaveAttribute("data-status", "stale");
    for (const id of ["fines", "fines-by-region"]) await expectFull(page, id);
    await expect(state(page, "fines")).toHaveText("failed");
    await expect(state(page, "fines-by-region")).toContainText("fines");
    await expect(state(page, "fines-by-region")).not.toContainText("waiting");
    // What was shown before is still there, and seen to be old.
    expect(await ink(chart.locator("figure"))).toBeLessThan(1);
  });

  await test.step("a cell that runs, and one that waits for it", async () => {
    await write(page, "fines", endless);
    await page.keyboard.press("Control+Enter");
    await expect(query).toHaveAttribute("data-status", "pending");
    await expect(chart).toHaveAttribute("data-status", "stale");
    await expect(state(page, "fines-by-region")).toContainText("waiting for what it reads");
    for (const id of ["fines", "fines-by-region"]) await expectFull(page, id);
  });

  await test.step("a cell that was stopped, and one that would read it", async () => {
    await query.locator("[data-action=stop]").click();
    await expect(query).toHaveAttribute("data-status", "stale");
    for (const id of ["fines", "fines-by-region"]) {
      await expect(state(page, id)).not.toContainText("waiting");
      await expect(state(page, id)).not.toBeEmpty();
      await expectFull(page, id);
    }
    await expect(state(page, "fines")).toContainText("topped");
  });
});
