import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Download, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { readLedger } from "../../scripts/vite/ledger.ts";
import { editCell, newNotebook } from "./support/edit.ts";
import { untilLive } from "./support/page.ts";
import { expect, inLong, test } from "./support/test.ts";

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** Width and height as the head of a PNG says them. */
function sizeOf(png: Buffer): readonly [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Makes the page measure as where no font has Chinese, until ours is there. */
async function withoutChinese(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const draw = Object.getOwnPropertyDescriptor(prototype, "fillText")?.value as (
      ...args: unknown[]
    ) => void;
    prototype.fillText = function (text, x, y) {
      const isOurs = [...document.fonts].some(({ family }) => family.includes("Noto Sans SC"));
      draw.call(this, !isOurs && text > "\u2e80" ? "\u{e0fff}" : text, x, y);
    };
  });
}

// The browser says so of a font that is withheld.
test.use({ expected: /ERR_FAILED .*\.woff2/ });

test("a figure is taken by mouse and keyboard as picture, data and citation", async ({ page }) => {
  await page.goto("gallery/");
  const figure = page.locator("#gallery-ranking");
  const control = figure.locator("[data-action=download]");
  const before = await control.boundingBox();
  await untilLive(page);
  // It was there, unseen, before the page was live.
  expect(await control.boundingBox()).toEqual(before);
  expect(before?.height).toBeGreaterThanOrEqual(24);

  const take = async (format: string): Promise<Download> => {
    await control.click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.locator(`[data-format=${format}]`).click(),
    ]);
    return download;
  };

  const svg = await take("svg");
  expect(svg.suggestedFilename()).toMatch(/^fadu-gallery-ranking-zh-\d{4}-\d\d-\d\d\.svg$/);
  const drawn = (await bytesOf(svg)).toString();
  expect(drawn).toContain("万盛");
  expect(drawn).not.toMatch(/var\(|href/);
  await expect(figure.locator("[role=status]")).toContainText(svg.suggestedFilename());

  const png = await bytesOf(await take("png-3"));
  const [width, height] = sizeOf(png);
  expect(width).toBe(752 * 3);
  expect(height % 3).toBe(0);
  expect(png.length).toBeGreaterThan(40_000);

  const square = await bytesOf(await take("card-square"));
  expect(sizeOf(square)).toEqual([1080, 1080]);
  expect(sizeOf(await bytesOf(await take("card-tall")))).toEqual([1080, 1350]);
  await control.click();
  await figure.locator("[data-action=ground]").selectOption("clear_dark");
  await page.keyboard.press("Escape");
  const clear = (await bytesOf(await take("svg"))).toString();
  expect(clear).not.toContain('id="ground"');
  expect(clear).not.toBe(drawn);
  expect(sizeOf(await bytesOf(await take("card-wide")))).toEqual([1200, 675]);

  const csv = (await bytesOf(await take("csv"))).toString();
  expect(csv).toMatch(/^\ufeff?fact_id,.*report,flags,figure,caveats,address,exported\r\n/);
  const sheets = Object.keys(unzipSync(await bytesOf(await take("xlsx"))));
  expect(sheets.filter((name) => name.includes("worksheets/sheet"))).toHaveLength(2);
  const json = JSON.parse((await bytesOf(await take("json"))).toString()) as {
    about: { figure: string; source: string };
    rows: unknown[];
  };
  expect(json.about.source).toContain("来源：");
  expect(json.rows.length).toBeGreaterThan(1);

  // By keyboard alone: Enter opens, arrows walk, Enter takes, Escape closes.
  await control.focus();
  await page.keyboard.press("Enter");
  await expect(figure.locator("[data-format=svg]")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  const [citation] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  const [own, ...reports] = JSON.parse((await bytesOf(citation)).toString()) as {
    type: string;
    language: string;
    version?: string;
    issued?: unknown;
    URL?: string;
  }[];
  expect([own?.type, reports.length > 2]).toEqual(["figure", true]);
  const ledger = readLedger(resolve("."))["gallery-ranking"]?.at(-1);
  const parts = ledger?.date.split("-").map(Number);
  expect(own).toMatchObject({ version: ledger?.version, issued: { "date-parts": [parts] } });
  expect(own?.URL).toMatch(new RegExp(`/embed/gallery-ranking/${ledger?.version}/$`));
  expect((await page.request.get(own?.URL ?? "")).status()).toBe(200);
  expect(new Set(reports.map(({ language }) => language))).toEqual(new Set(["zh-CN"]));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(figure.locator("[data-format=svg]")).toBeHidden();
  await expect(control).toBeFocused();

  // Where the system has no Chinese, the picture carries ours.
  await withoutChinese(page);
  // And where ours cannot be had either, that is said, and no picture of boxes comes.
  const noFont = "**/*.woff2";
  await page.route(noFont, (route) => route.abort());
  await control.click();
  await figure.locator("[data-format=png-3]").click();
  await expect(figure.locator("[role=status]")).toContainText("本站的字体也没有取到");
  await page.keyboard.press("Escape");
  await page.unroute(noFont);
  const fonts: string[] = [];
  page.on("response", (answer) => {
    if (answer.url().endsWith(".woff2")) fonts.push(answer.url());
  });
  const again = await bytesOf(await take("png-3"));
  expect(fonts).toHaveLength(2);
  expect(sizeOf(again)).toEqual([width, height]);
  expect(again.equals(png)).toBe(false);
});

/** What of an element cannot be seen without scrolling to the side, in words. */
async function cutOff(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) => {
    const width = document.documentElement.clientWidth;
    const found = elements.flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const name = element.textContent ?? "";
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      return left < -0.5 || right > width + 0.5 || isCut ? [name] : [];
    });
    return document.documentElement.scrollWidth > width ? ["the page", ...found] : found;
  });
}

const formats = ["csv", "xlsx", "json", "parquet"];

for (const [width, language] of [
  [1440, "en"],
  [360, "en"],
  [360, "zh"],
] as const)
  test(
    `all formats can be seen at once, ${width} px wide (${language})`,
    inLong(language === "en"),
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await newNotebook(page, language === "en" ? "en/edit/" : "edit/");
      const fines = editCell(page, "fines");
      await expect(fines).toHaveAttribute("data-status", "done");
      await fines.locator("[data-action=cell-more]").click();
      const name = language === "en" ? "Download the result" : "下载结果";
      await page.getByRole("menuitem", { name }).click();
      const dialog = page.locator("dialog[open]");
      for (const format of formats)
        await expect(dialog.locator(`[data-format=${format}]`)).toBeInViewport({ ratio: 1 });
      expect(await cutOff(page, "dialog[open], dialog[open] *")).toEqual([]);
      await page.keyboard.press("Escape");

      await page.goto(language === "en" ? "en/gallery/" : "gallery/");
      await untilLive(page);
      const figure = page.locator("#gallery-ranking");
      await figure.locator("[data-action=download]").click();
      for (const format of ["svg", "png-4", ...formats, "cite-csl"]) {
        const entry = figure.locator(`[data-format=${format}]`);
        await entry.scrollIntoViewIfNeeded();
        await expect(entry).toBeInViewport({ ratio: 1 });
      }
      expect(
        await cutOff(page, "#gallery-ranking .take-menu, #gallery-ranking .take-menu *"),
      ).toEqual([]);
    },
  );
