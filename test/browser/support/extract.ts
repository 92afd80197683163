import { expect, type Locator, type Page } from "@playwright/test";

export { test, expect } from "./test.ts";
export { panel, untilLive } from "./page.ts";

/** Opens the page that reads reports, in English. */
export async function startExtract(page: Page): Promise<void> {
  await page.goto("en/extract/");
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0, null, {
    timeout: 60_000,
  });
}

const prose = "坚持依法行政，健全制度，规范程序，严格公正文明执法，接受社会监督。\n";

/** A report of our own making with so many figures, of which the extractor is sure, and so many bytes at least. */
export function report(figures: number, place = "汕尾市", bytes = 0): string {
  const filler = prose.repeat(Math.ceil(bytes / figures / new TextEncoder().encode(prose).length));
  const sectors = ["危险化学品", "烟花爆竹", "非煤矿山", "工贸", "冶金"];
  const lines = Array.from({ length: figures }, (_, at) => {
    const sector = sectors[at % sectors.length] ?? "";
    return `${filler}${String(at + 1)}月台账：2022年，${sector}行业第${String(at + 1)}组实施行政处罚${String(100 + at)}件。`;
  });
  const title = `${place}应急管理局2022年度行政执法工作报告`;
  return [title, ...lines, `${place}应急管理局`, "2023年1月5日", ""].join("\n");
}

/** Gives files of text to the page as a person drops them, and waits until they are read. */
export async function take(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const encoder = new TextEncoder();
  await takeBytes(
    page,
    files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
  );
}

/** Gives files to the page as a person drops them, and waits until they are read. */
export async function takeBytes(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  await dropBytes(page, files);
  await expect(page.locator(".reading")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator(".figure-row.is-current")).toHaveCount(1, { timeout: 60_000 });
}

/** Drops files of text, and waits for nothing. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const encoder = new TextEncoder();
  await dropBytes(
    page,
    files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
  );
}

async function dropBytes(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString("base64"),
  }));
  await page.evaluate((packed) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of packed)
      transfer.items.add(
        new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name),
      );
    const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.querySelector(".intake")?.dispatchEvent(drop);
  }, given);
}

/** Presses keys where the reader stands. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.locator(".figure-row.is-current, form").first().waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

export function rows(page: Page): Locator {
  return page.locator(".figure-row");
}

/** The rows that show a value. */
export function row(page: Page, value: string): Locator {
  return page.locator(".figure-head", { has: page.getByText(value, { exact: true }) });
}

/** Waits until the browser has everything on its disk. */
export async function untilKept(page: Page): Promise<void> {
  await expect(page.locator(".saved")).toHaveAttribute("data-kept", "saved");
}
