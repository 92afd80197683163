import { hold, html, openLive, openQuiet, untilLive } from "./support/page.ts";
import { expect, home, inLong, languages, test, type Page } from "./support/test.ts";

/** Every figure's place on the page, in whole-document px. */
function boxes(page: Page) {
  return page.locator("main figure").evaluateAll((figures) =>
    figures.map((figure) => {
      const { left, top, width, height } = figure.getBoundingClientRect();
      return { id: figure.id, left, top: top + scrollY, width, height };
    }),
  );
}

/** Sums what the browser counts as layout shift; bound to the page before its first paint. */
function countShifts(): void {
  const all = Object.assign(globalThis, { shifts: [] as string[], shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
      if (entry.hadRecentInput) continue;
      all.shifted += entry.value;
      all.shifts.push(
        ...entry.sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 80)),
      );
    }
  }).observe({ type: "layout-shift", buffered: true });
}

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

test.describe("the live page", () => {
  for (const language of languages) {
    for (const width of language === "zh" ? [1280, 360] : [768, 360]) {
      test(
        `becomes live without a jump (${language}, ${width} px)`,
        inLong(language === "en" || width === 1280),
        async ({ page }) => {
          await page.setViewportSize({ width, height: 800 });
          await page.addInitScript(countShifts);
          const release = await hold(page, "**/assets/session-*.js");
          await page.goto(home(language));
          const before = await boxes(page);
          await expect(page.locator('figure:not([data-state="static"])')).toHaveCount(0);
          release();
          await untilLive(page);
          await expect(page.locator('figure:not([data-state="live"])')).toHaveCount(0);
          const after = await boxes(page);
          expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
          for (const [i, box] of after.entries())
            for (const side of ["left", "top", "width", "height"] as const)
              expect
                .soft(Math.abs(box[side] - (before[i]?.[side] ?? NaN)), `${box.id} ${side}`)
                .toBeLessThan(2);
          const { shifted, shifts } = await page.evaluate(() => {
            const counted = globalThis as typeof globalThis & { shifted: number; shifts: string[] };
            return { shifted: counted.shifted, shifts: counted.shifts };
          });
          expect(shifted, shifts.join("\n")).toBeLessThan(0.02);
        },
      );
    }
  }

  test("tells its moments, and asks for no engine before the first figure", async ({ page }) => {
    await openLive(page);
    const { marks, strange, bytes } = await page.evaluate(() => {
      const marks = performance
        .getEntriesByType("mark")
        .filter(({ name }) => name.startsWith("fadu:"));
      const early = performance
        .getEntriesByType("resource")
        .filter(
          ({ startTime }) => startTime < (marks[0]?.startTime ?? 0),
        ) as PerformanceResourceTiming[];
      const own = [
        ...document.querySelectorAll<HTMLScriptElement>("script[src]"),
        ...document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]"),
      ].map((element) => ("src" in element ? element.src : element.href));
      return {
        marks: marks.map(({ name }) => name),
        strange: early.map(({ name }) => name).filter((name) => !own.includes(name)),
        bytes: early.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      };
    });
    expect(marks).toEqual(["fadu:first-figure", "fadu:engine-ready", "fadu:live"]);
    // The entry and the few small files that it is cut into.
    expect(strange).toEqual([]);
    expect(bytes).toBeLessThan(20_000);
  });

  test("waits to be asked where the reader saves data, then shows what loads", async ({ page }) => {
    const release = await hold(page, "**/*.wasm*");
    await openQuiet(page);
    const start = page.locator(".engine [data-action=run]");
    await expect(start).toHaveText("载入互动图表（约8 MB）");
    await expect(html(page)).toHaveAttribute("data-engine", "idle");
    await start.click();
    await expect(html(page)).toHaveAttribute("data-engine", "loading");
    await expect(page.locator(".engine progress")).toBeVisible();
    await expect(page.locator('.engine [role="status"]')).toContainText("正在载入");
    release();
    await untilLive(page);
    await expect(start).toBeHidden();
    await expect(page.locator(".engine progress")).toBeHidden();
  });

  test("moves nothing where the reader wants no movement", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openQuiet(page);
    await page.locator("#fines-by-region a[data-fact]:visible").first().click();
    await expect(page.locator('[data-panel="evidence"]')).toBeVisible();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    expect(moving).toBe(0);
    const declared = await page.locator('[data-panel="evidence"]').evaluate((panel) => {
      const { animationName, transitionDuration } = getComputedStyle(panel);
      return { animationName, transitionDuration };
    });
    expect(declared).toEqual({ animationName: "none", transitionDuration: "0s" });
  });
});
