import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { factById, facts, regions } from "./support/data.ts";
import { panel } from "./support/page.ts";
import { dist, expect, host, inLong, languages, test, type Language } from "./support/test.ts";

const inLanguage = (language: Language) => (language === "zh" ? "" : "en/");
const pathOf = (id: string, language: Language) => `${inLanguage(language)}regions/${id}/`;
const built = (path: string) => readFileSync(join(dist, path, "index.html"), "utf8");

/** Regions that a figure names. */
const held = [...new Set(facts().map(({ region_id }) => region_id))];

test("every region with figures has a page in both languages, and every link of it leads to a file", () => {
  test.setTimeout(240_000);
  const lost: string[] = [];
  for (const language of languages)
    for (const id of readdirSync(join(dist, inLanguage(language), "regions"))) {
      if (id.includes(".")) continue;
      const path = pathOf(id, language);
      const { document } = new JSDOM(built(path)).window;
      for (const element of document.querySelectorAll("[href], [src]")) {
        const href = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
        if (/^(?:https?|data):/.test(href)) continue;
        const [file = "", anchor] = href.split("#");
        const target = posix.join(path, file.split("?")[0] ?? "");
        const isThere =
          file === ""
            ? document.getElementById(anchor ?? "") !== null
            : existsSync(join(dist, target.endsWith("/") ? `${target}index.html` : target));
        if (!isThere) lost.push(`${path}: ${href}`);
      }
    }
  expect(lost).toEqual([]);
  for (const language of languages)
    for (const id of held) expect(existsSync(join(dist, pathOf(id, language)))).toBe(true);
});

test("a page of a region is short, and names itself in the other language", () => {
  for (const id of held) {
    const html = built(pathOf(id, "en"));
    expect(gzipSync(html).length, id).toBeLessThan(30_000);
    expect(html).toContain(`hreflang="zh-CN" href="../../../regions/${id}/"`);
  }
  // Two for each region: the service worker keeps those that are visited.
  expect(readFileSync(join(dist, "sw.js"), "utf8")).not.toContain("regions/");
});

test("the list of all regions leads to each of them, in both languages", async ({ page }) => {
  for (const language of languages) {
    await page.goto(`${inLanguage(language)}regions/`);
    const hrefs = await page
      .locator("#region-index a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const ids = hrefs.map((href) => /\/regions\/([^/]+)\/$/.exec(href)?.[1]);
    expect(ids.toSorted()).toEqual(held.toSorted());
  }
});

for (const [language, width, colorScheme] of [
  ["zh", 1440, "light"],
  ["en", 360, "dark"],
  ["en", 1440, "dark"],
  ["zh", 360, "light"],
] as const)
  test(
    `a page of a region opens, and each number leads to its clause by keyboard (${language}, ${width} px, ${colorScheme})`,
    inLong((language === "zh") === (width === 360)),
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(pathOf("wansheng", language));
      await expect(page.locator("h1")).toHaveText(
        language === "zh"
          ? "万盛经济技术开发区"
          : "Wansheng Economic and Technological Development Zone",
      );
      const own = facts().filter(
        ({ region_id, same_as }) => region_id === "wansheng" && same_as === null,
      );
      const stated = page.locator(":is(#headlines, #more) [data-fact]:visible");
      const shown = await stated.evaluateAll((all) =>
        all.map((mark) => mark.getAttribute("data-fact") ?? ""),
      );
      expect(shown.toSorted()).toEqual(own.map(({ fact_id }) => fact_id).toSorted());
      await walk(page, shown.length);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual(
        [],
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      expect(await cut(page)).toEqual([]);
    },
  );

type Page = Parameters<typeof panel>[0];

/** Goes through the headlines and the tables by key, and opens each number. */
async function walk(page: Page, count: number): Promise<void> {
  const opened = new Set<string>();
  for (const group of await page.locator(":is(#headlines, #more) [data-marks]").all()) {
    await expect(group.locator('a[tabindex="0"]')).toHaveCount(1);
    await group.locator('a[tabindex="0"][data-fact]').focus();
    const marks = await group.locator("[data-fact]").count();
    for (let i = 0; i < marks; i++) {
      const id = await page.evaluate(() => document.activeElement?.getAttribute("data-fact"));
      await page.keyboard.press("Enter");
      await expect(panel(page).locator("blockquote mark").first()).toHaveText(
        factById(id ?? "").value_text,
      );
      opened.add(id ?? "");
      await page.keyboard.press("Escape");
      await expect(panel(page)).toHaveCount(0);
      await page.keyboard.press("ArrowDown");
    }
  }
  expect(opened.size).toBe(count);
}

/** Numbers and names that do not fit where they stand. */
function cut(page: Page): Promise<string[]> {
  return page
    .locator(".region-page :is(td.value, tbody th, .headlines li)")
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
}

test("a page of a region loads no engine, and says the rest without a script", async ({
  page,
  browser,
  site,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("en/regions/kezilesu/");
  await page.locator("#headlines a.value").first().click();
  await expect(panel(page).locator("a[href$='/en/regions/kezilesu/']")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => /duckdb|\.bin$/.test(path))).toEqual([]);
  await test.step("without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.url}en/regions/zhuzhou/`);
    await plain.locator("#more a[data-fact]").first().click();
    await expect(plain.locator("#sources li:target mark")).toBeVisible();
    await plain.locator("[data-action=language]").click();
    await expect(plain).toHaveURL(/\/regions\/zhuzhou\/$/);
    await expect(plain.locator("h1")).toHaveText("株洲市");
    await plain.locator(".trail a").first().click();
    await expect(plain).toHaveURL(/[^n]\/regions\/$/);
    await context.close();
  });
});

test.describe("after a visit", () => {
  // The worker asks the network first, and the browser says that it is not there.
  test.use({ serviceWorkers: "allow", expected: /Failed to load resource/ });

  test("a page of a region works without its host, and one that was not visited is not kept", async ({
    page,
  }) => {
    const served = await host();
    try {
      await page.goto(`${served.url}en/regions/zhuzhou/`);
      await expect.poll(() => page.evaluate(kept), { timeout: 60_000 }).toContain("facts.arrow");
    } finally {
      await served.close();
    }
    expect((await page.evaluate(kept)).match(/\/regions\/[a-z]+\//g)).toEqual([
      "/regions/zhuzhou/",
    ]);
    await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
    await page.locator("#more a[data-fact]").first().click();
    await expect(panel(page).locator("blockquote mark").first()).toBeVisible();
  });
});

/** The addresses that the browser holds for this site, its worker's being ready. */
async function kept(): Promise<string> {
  await navigator.serviceWorker.ready;
  const names = await caches.keys();
  const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return caught
    .flat()
    .map(({ url }) => url)
    .join(" ");
}

test("search leads to the page of a region, and so does the map", async ({ page }) => {
  await page.goto("en/regions/suzhou/");
  await page.keyboard.press("/");
  await page.locator("[role=combobox]").fill("Xiamen");
  await page.locator("[role=option].hit-region").first().click();
  await expect(page).toHaveURL(/\/en\/regions\/xiamen\/$/);
  await page.goto("en/regions/");
  const names = page.locator("#map [data-lead]:visible");
  expect(await names.count()).toBeGreaterThan(3);
  const target = await names.first().getAttribute("href");
  const id = /\/regions\/(.*)\/$/.exec(target ?? "")?.[1];
  expect(regions().map(({ region_id }) => region_id)).toContain(id);
  await names.first().click();
  await expect(page).toHaveURL(new RegExp(`/en/regions/${id}/$`));
});
