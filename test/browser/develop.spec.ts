import { expect, test } from "@playwright/test";
import { startDevelopment } from "./support/develop.ts";

test("under npm run dev a changed notebook or drawing is shown without loading page or engine anew", async ({
  page,
}) => {
  const { address, edit, close } = await startDevelopment();
  try {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(`${address}en/regions/`);
    const live = () => page.evaluate(() => performance.getEntriesByName("fadu:live").length);
    await expect.poll(live, { timeout: 60_000 }).toBe(1);
    const marked = () => page.evaluate(() => "marked" in window);
    await page.evaluate(() => Object.assign(window, { marked: true }));
    loaded.length = 0;

    edit(
      "notebooks/regions.md",
      "measures have figures in",
      "measures have, as changed, figures in",
    );
    await expect(page.getByText("measures have, as changed, figures in").first()).toBeVisible();
    await expect.poll(live, { timeout: 60_000 }).toBe(2);

    const radii = async () =>
      new Set(
        await page
          .locator("svg circle")
          .evaluateAll((all) => all.map((one) => one.getAttribute("r"))),
      );
    expect(await radii()).not.toContain("9.25");
    edit("src/charts/glyph.ts", "RADIUS = 6.5", "RADIUS = 9.25");
    await expect.poll(live, { timeout: 60_000 }).toBe(3);
    expect(await radii()).toContain("9.25");
    expect(await marked()).toBe(true);

    // What is wrong is said, and the page stays until it is right.
    edit("notebooks/regions.md", "cells: symbols", "cells: symbolz");
    await expect(page.locator("vite-error-overlay")).toContainText("notebooks/regions.md:");
    edit("notebooks/regions.md", "cells: symbolz", "cells: symbols");
    await expect(page.locator("vite-error-overlay")).toHaveCount(0);
    expect(await marked()).toBe(true);
    const engine = loaded.filter((url) => /duckdb|\.wasm|\.arrow/.test(url));
    expect(engine).toEqual([]);
  } finally {
    await close();
  }
});
