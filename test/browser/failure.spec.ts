import { html, openLive, panel, shownMarks, untilChanged, untilLive } from "./support/page.ts";
import { factById } from "./support/data.ts";
import { expect, test, type Page } from "./support/test.ts";

/** Every worker ends at once, as if the browser had run out of memory. */
async function killEngine(page: Page): Promise<void> {
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  await Promise.allSettled(workers.map((worker) => worker.evaluate(() => self.close())));
}

/** All that can be read without the engine, and the message that says so. */
async function expectReadable(page: Page, message: string): Promise<void> {
  await expect(html(page)).toHaveAttribute("data-engine", "failed", { timeout: 30_000 });
  await expect(page.locator(".engine [role=status]")).toContainText(message);
  await expect(page.locator('figure:not([data-state="static"])')).toHaveCount(0);
  await expect(page.locator("figure h3:visible")).toHaveCount(8);
  expect((await shownMarks(page, "fines-by-region")).length).toBe(8);
}

test("an engine that is killed comes back with the right charts", async ({ page }) => {
  await openLive(page);
  const all = await shownMarks(page, "fines-by-region");
  await test.step("killed in mid-query", async () => {
    const killed = killEngine(page);
    await page.locator("#input-year").selectOption("2022");
    await killed;
    const shown = await untilChanged(page, "fines-by-region", all);
    await untilLive(page);
    for (const id of shown) expect(factById(id).period_end?.slice(0, 4)).toBe("2022");
    await expect(page.locator(".problem")).toHaveCount(0);
  });
  await test.step("killed while nobody asked anything", async () => {
    await killEngine(page);
    const before = await shownMarks(page, "fines-by-region");
    await page.locator("#input-year").selectOption("all");
    expect(await untilChanged(page, "fines-by-region", before)).toEqual(all);
    await expect(html(page)).toHaveAttribute("data-engine", "ready");
    await expect(page.locator(".problem")).toHaveCount(0);
  });
});

test.describe("an engine that cannot be had", () => {
  test.use({ expected: /Failed to load resource|duckdb-eh/ });

  test("leaves what can be read, says so and can be tried again", async ({ page }) => {
    await page.route("**/*.wasm*", (route) => route.fulfill({ status: 404 }));
    await page.goto("");
    await expectReadable(page, "查询引擎未能启动，图表仍可阅读，筛选不可用。");
    await expect(page.locator("#input-year")).toBeDisabled();
    const id = (await shownMarks(page, "fines-by-region"))[0] ?? "";
    await page.locator("#fines-by-region a.mark:visible").first().click();
    await expect(panel(page).locator("blockquote mark").first()).toHaveText(
      factById(id).value_text,
    );
    await page.keyboard.press("Escape");
    await page.unroute("**/*.wasm*");
    await page.locator(".engine [data-action=run]").click();
    await untilLive(page);
    await expect(page.locator("#input-year")).toBeEnabled();
  });

  test("says so in English too", async ({ page }) => {
    await page.route("**/*.wasm*", (route) => route.fulfill({ status: 404 }));
    await page.goto("en/");
    await expectReadable(page, "The query engine did not start.");
    await expect(page.locator(".engine [data-action=run]")).toHaveText("Try again");
  });

  test("because the network fails says so in words", async ({ page }) => {
    await page.route("**/*.wasm*", (route) => route.abort());
    await page.goto("");
    await expectReadable(page, "请检查网络后重试");
  });
});

test.describe("a data file", () => {
  test("with another hash is not used, and named", async ({ page }) => {
    await page.route("**/data/facts.arrow*", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[100] = (body[100] ?? 0) ^ 1;
      await route.fulfill({ response, body });
    });
    await page.goto("");
    await expectReadable(page, "数据文件 facts.arrow 的指纹不符");
    await page.locator("#fines-by-region a.mark:visible").first().click();
    await expect(page.locator('[data-notice="data"]')).toContainText("facts.arrow");
    await expect(panel(page)).toHaveCount(0);
    await page.unroute("**/data/facts.arrow*");
    await page.locator(".engine [data-action=run]").click();
    await untilLive(page);
    await page.locator("#fines-by-region a.mark:visible").first().click();
    await expect(panel(page).locator("blockquote mark").first()).toBeVisible();
  });

  test.describe("that is not there", () => {
    test.use({ expected: /Failed to load resource/ });

    test("is named, and the page stays readable", async ({ page }) => {
      await page.route("**/data/reports.arrow*", (route) => route.fulfill({ status: 404 }));
      await page.goto("en/");
      await expectReadable(page, "reports.arrow cannot be fetched");
    });
  });
});
