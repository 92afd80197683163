import { expect, type Locator, type Page } from "@playwright/test";

export function html(page: Page): Locator {
  return page.locator("html");
}

export function panel(page: Page): Locator {
  return page.locator('[data-panel="evidence"]');
}

/** Waits until all charts are interactive. */
export async function untilLive(page: Page): Promise<void> {
  await expect(html(page)).toHaveAttribute("data-engine", "ready", { timeout: 30_000 });
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0);
  // A cell that is computed anew says so.
  await expect(page.locator("main [aria-busy]")).toHaveCount(0);
}

/** Opens a page whose engine waits to be asked: all that needs none is quicker to test so. */
export async function openQuiet(page: Page, path = ""): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await page.goto(path);
  await expect(page.locator(".engine [data-action=run]")).toBeVisible();
}

export async function openLive(page: Page, path = ""): Promise<void> {
  await page.goto(path);
  await untilLive(page);
}

/** The facts of a chart's marks that a reader sees, in order. */
export function shownMarks(page: Page, chart: string): Promise<string[]> {
  return page
    .locator(`#${chart} [data-marks]:visible [data-evidence]`)
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-evidence") ?? ""));
}

/** Waits until a chart no longer shows these marks; gives those it shows then. */
export async function untilChanged(
  page: Page,
  chart: string,
  before: readonly string[],
): Promise<string[]> {
  // An engine that died in between needs its time to come back.
  await expect.poll(() => shownMarks(page, chart), { timeout: 60_000 }).not.toEqual(before);
  return shownMarks(page, chart);
}

/** Lets requests wait until the function that it gives is called. */
export async function hold(page: Page, pattern: string): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** What the clipboard holds, as a reader learns it: our pages themselves may not read it. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("textarea"), { id: "pasted" });
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.focus();
  });
  await page.keyboard.press("Control+V");
  const field = page.locator("#pasted");
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}
