import { editCell, newNotebook, write } from "./support/edit.ts";
import { expect, test, type Page } from "./support/test.ts";

/** How far each box within the page that scrolls up and down around an element is scrolled. */
function scrollers(page: Page, id: string): Promise<number[]> {
  return editCell(page, id)
    .locator("tbody tr")
    .first()
    .evaluate((row) => {
      const found: number[] = [];
      for (let one = row.parentElement; one && one !== document.body; one = one.parentElement) {
        const { overflowY } = getComputedStyle(one);
        const isOpen = overflowY === "visible" || overflowY === "clip";
        if (!isOpen && one.scrollHeight > one.clientHeight + 1) found.push(one.scrollTop);
      }
      return found;
    });
}

test("a long and wide result scrolls in one place, and lets the page go on at its end", async ({
  page,
}) => {
  await newNotebook(page);
  const columns = Array.from({ length: 30 }, (_, i) => `i AS column_${i}`).join(", ");
  await write(page, "fines", `SELECT ${columns} FROM range(400) t(i)`);
  await page.keyboard.press("Control+Enter");
  const rows = editCell(page, "fines").locator("tbody tr");
  await expect(rows).toHaveCount(100);
  expect(await scrollers(page, "fines")).toEqual([0]);
  await rows.nth(2).hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => scrollers(page, "fines")).toEqual([200]);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 100_000);
  // A wheel that begins in the table ends there; the next one moves the page.
  await page.waitForTimeout(600);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});

test("a cell of ten million characters leaves the page free, and says how much it is", async ({
  page,
}) => {
  await newNotebook(page);
  await expect(editCell(page, "fines-by-region")).toHaveAttribute("data-status", "done");
  await write(page, "fines", "SELECT i AS n, repeat('字', 10000000) AS huge FROM range(1) t(i)");
  await write(page, "fines-by-region", "type: plot\nmarks: [{mark: text, x: n, y: n, text: n}]");
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: "longtask" });
  });
  await editCell(page, "fines").locator("[data-action=run]").click();
  const cell = editCell(page, "fines").locator("tbody details.long");
  await expect(cell).toHaveCount(1, { timeout: 30_000 });
  await cell.locator("summary").click();
  await expect(cell).toContainText("9,980,000");
  await expect(editCell(page, "fines-by-region")).toHaveAttribute("data-status", "done");
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  expect(Math.max(0, ...long)).toBeLessThan(500);
});
