import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, expect, test, type Page } from "./support/test.ts";

const figure = "fines-by-region";

/** What a reader has of a page: marks that lead to clauses, those that have no name, and its width. */
function look() {
  const seen = (element: Element) => element.getClientRects().length > 0;
  const marks = [...document.querySelectorAll("[data-marks] a[href^='#c-']")].filter(seen);
  const lost = marks.filter((mark) => {
    const target = document.getElementById(mark.getAttribute("href")?.slice(1) ?? "");
    return !mark.getAttribute("aria-label") || !target?.closest(".clauses");
  });
  const html = document.documentElement;
  return {
    marks: marks.length,
    lost: lost.length,
    overflow: html.scrollWidth - html.clientWidth,
    isLive: html.dataset["frame"] === "live",
  };
}

async function expectWhole(page: Page): Promise<void> {
  await expect(page.locator("figcaption h1")).toBeVisible();
  const { marks, lost, overflow } = await page.evaluate(look);
  expect(marks).toBeGreaterThan(5);
  expect({ lost, overflow }).toEqual({ lost: 0, overflow: 0 });
}

for (const [name, width] of [
  ["wide", 960],
  ["narrow", 320],
] as const)
  test(`a figure's page is whole without any script (${name})`, async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${site.url}embed/${figure}/`);
    await expectWhole(page);
    await page.locator("[data-marks]:visible a[href^='#c-']").first().click();
    // The list of clauses opens by itself where an address leads into it.
    await expect(page.locator(".clauses li:target blockquote mark").first()).toBeVisible();
    await context.close();
  });

test("a package works from a folder of the reader's own, without a host", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).protocol));
  await page.goto(pathToFileURL(join(dist, "embed", figure, "index.html")).href);
  await expectWhole(page);
  expect(new Set(asked)).toEqual(new Set(["file:"]));
  await page.locator("a[data-action=language]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expectWhole(page);
});

test("in print everything is unfolded, black on white", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(`embed/${figure}/`);
  await expect(page.locator(".rows table")).toBeVisible();
  for (const clause of await page.locator(".clauses blockquote").all())
    await expect(clause).toBeVisible();
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]).toContain(paper);
  const ink = await page.locator("h1").evaluate((one) => getComputedStyle(one).color);
  expect(ink).toMatch(/^rgb\((?:[0-5]?\d), (?:[0-5]?\d), (?:[0-5]?\d)\)$/);
});

test("a host with hostile rules and a strict policy shows the figures as they are", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto("article/strict/");
  const frames = page.locator("iframe");
  for (let turn = 0; turn < 10; turn++) {
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(60);
  }
  await expect(frames).toHaveCount(2);
  for (const handle of await frames.elementHandles()) {
    const frame = await handle.contentFrame();
    await frame?.waitForLoadState("load");
    const box = await handle.boundingBox();
    expect(box && box.width > 300 && box.height > 200, JSON.stringify(box)).toBe(true);
    const found = await frame?.evaluate(look);
    expect(found).toMatchObject({ lost: 0, overflow: 0, isLive: true });
    // Nothing of the figure is cut off by its frame.
    const needed = await frame?.evaluate(() => document.querySelector("main")?.scrollHeight ?? 0);
    expect(needed).toBeLessThanOrEqual(Math.ceil(box?.height ?? 0));
  }
});

test("an unknown figure is answered with the list of those that there are", async ({ page }) => {
  const response = await page.request.get("embed/nothing/");
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain(`${figure}/`);
});
