import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { editCell, newNotebook, write } from "./support/edit.ts";
import { expect, test } from "./support/test.ts";

/** 500 regions that state 20 metrics each: 10 000 rows, each a mark of its own. */
const query = `SELECT 'r' || (i // 20) AS region_id, '第' || (i // 20) || '县' AS region_zh,
  'County ' || (i // 20) AS region_en, 'm' || (i % 20) AS metric_id, i::DOUBLE AS value, '件' AS unit,
  count(*) OVER () AS n
FROM range(10000) t(i) ORDER BY i`;

const title = 'title: {zh: "${fines.n}个数字", en: "${fines.n} figures"}';

/** Keeps how long the page was held at a time. */
async function watchHolds(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const held: number[] = [0];
    Object.assign(window, { held });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) held.push(duration);
    }).observe({ type: "longtask" });
  });
  return () => page.evaluate(() => Math.max(...(window as unknown as { held: number[] }).held));
}

async function linesOf(download: Download): Promise<string[]> {
  const text = (await readFile(await download.path())).toString();
  return text.split("\r\n").slice(1).filter(Boolean);
}

/** A notebook of 10 000 rows with a chart of them. */
async function tenThousand(page: Page, type: string): Promise<void> {
  await newNotebook(page);
  await write(page, "fines", query);
  await page.keyboard.press("Control+Enter");
  await expect(editCell(page, "fines")).toHaveAttribute("data-status", "done");
  await write(page, "fines-by-region", type);
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("#fines-by-region")).toHaveAttribute("data-state", "live");
}

const matrix = "type: matrix\nrows: region_id\ncolumns: metric_id\ncells: symbols";

test("a matrix of 10 000 marks has pages by region, each reached by key and by touch", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await tenThousand(page, `${matrix}\n${title}`);
  const figure = page.locator("#fines-by-region");
  await expect(figure.locator("h3")).toHaveText("10,000 figures");
  await expect(figure.locator(".page-at")).toHaveText("Regions 1–40 of 500: County 0 to County 39");
  const rows = figure.locator(".coverage tbody tr");
  await expect(rows).toHaveCount(40);
  const longest = await watchHolds(page);

  await test.step("by key: the next page follows the last row", async () => {
    const second = figure.locator("details.page > summary").first();
    await expect(second).toHaveText("Regions 41–80 of 500: County 40 to County 79");
    await second.focus();
    await page.keyboard.press("Enter");
    await expect(rows).toHaveCount(80);
    await expect(second).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(figure.locator("details.page").first().locator(":focus")).toHaveCount(1);
  });

  await test.step("by touch: the last page, in a place that a finger meets", async () => {
    const last = figure.locator("details.page > summary").last();
    await last.scrollIntoViewIfNeeded();
    expect((await last.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await last.click();
    await expect(rows).toHaveCount(100);
    await expect(rows.last().locator("th")).toContainText("County 499");
  });

  await test.step("and what leaves the page has every row", async () => {
    await figure.locator("[data-action=download]").click();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      figure.locator("[data-format=csv]").click(),
    ]);
    expect(await linesOf(csv)).toHaveLength(10_000);
  });
  expect(await longest()).toBeLessThan(2_000);
});

test("a table of 10 000 rows has pages, of which the last is opened by key as soon as the first", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await tenThousand(page, `type: table\n${title}`);
  const figure = page.locator("#fines-by-region");
  await expect(figure.locator(".page-at")).toHaveText("Rows 1–320 of 10,000");
  await expect(figure.locator("details.page")).toHaveCount(31);
  const longest = await watchHolds(page);
  const last = figure.locator("details.page > summary").last();
  await last.focus();
  await page.keyboard.press("Enter");
  await expect(figure.locator("tbody tr").last()).toContainText("9,999");
  await expect(figure.locator("tbody tr")).toHaveCount(320 + 80);
  await page.keyboard.press("Enter");
  await figure.locator("[data-action=download]").click();
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    figure.locator("[data-format=csv]").click(),
  ]);
  expect(await linesOf(csv)).toHaveLength(10_000);
  expect(await longest()).toBeLessThan(2_000);
});
