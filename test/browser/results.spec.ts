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
  await write(page, "fines-by-region", "type: plot\nmarks: [{mark: text, x: n, y: n, text: n}]");
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: "longtask" });
  });
  const cell = editCell(page, "fines").locator("tbody details.long");
  /** The longest time in which the page was held while a cell of so many characters came. */
  const heldBy = async (length: number): Promise<number> => {
    await page.evaluate(() => void ((window as unknown as { long: number[] }).long.length = 0));
    await write(page, "fines", `SELECT ${length} AS n, repeat('字', ${length}) AS huge`);
    await page.keyboard.press("Control+Enter");
    const row = editCell(page, "fines").locator("tbody tr", { hasText: length.toLocaleString() });
    await expect(row).toHaveCount(1, { timeout: 30_000 });
    await expect(editCell(page, "fines-by-region")).toHaveAttribute("data-status", "done");
    await cell.locator("summary").click();
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
    return Math.max(0, ...long);
  };
  await heldBy(100);
  const short = await heldBy(200);
  const held = (await heldBy(10_000_000)) - short;
  // Half a second, or on a machine with other work what it takes to read so much text four times.
  const reading = await page.evaluate(() => {
    const bytes = new TextEncoder().encode("字".repeat(10_000_000));
    const start = performance.now();
    new TextDecoder().decode(bytes);
    return performance.now() - start;
  });
  expect(held).toBeLessThan(Math.max(500, 4 * reading));
  await expect(cell).toContainText("9,980,000");
});
