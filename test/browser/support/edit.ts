import { expect, type Locator, type Page } from "@playwright/test";

/** A cell under edit, by the id that others read. */
export function editCell(page: Page, id: string): Locator {
  return page.locator(".edit-cell").filter({ has: page.locator(`[data-cell="${id}"]`) });
}

export function source(page: Page, id: string): Locator {
  return editCell(page, id).locator(".cm-content");
}

/** Waits until the notebook on the page runs. */
export async function untilEditing(page: Page): Promise<void> {
  await expect(page.locator(".edit-cell").first()).toBeVisible({ timeout: 30_000 });
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0, null, {
    timeout: 60_000,
  });
}

/** Replaces the source of a cell by typing. */
export async function write(page: Page, id: string, text: string): Promise<void> {
  await source(page, id).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Opens a new notebook with a query `fines` and a chart of it. */
export async function newNotebook(page: Page, path = "en/edit/"): Promise<void> {
  await page.goto(path);
  await page.locator("[data-template=chart]").click();
  await untilEditing(page);
}

export async function untilSaved(page: Page): Promise<void> {
  await expect(page.locator(".edit-head")).toHaveAttribute("data-saved", "saved");
}
