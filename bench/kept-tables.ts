/**
 * How soon a notebook with big tables of one's own is there after a reload: its text, and all of it.
 * Needs a build; `FADU_DIST` names another. Times are of this machine; compare two builds on it.
 */
import { chromium, type Page } from "playwright";
import { serve } from "../scripts/serve.ts";

const rows = Number(process.argv[2] ?? 300_000);
const names = ["one", "two"];

function csv(): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, i) => `${i},${(i * 7919) % 100_003},${(i % 997) / 8},地区${i % 31},2024-0${(i % 9) + 1}-11`,
  );
  return Buffer.from(`id,amount,share,region,day\n${lines.join("\n")}\n`);
}

async function take(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("[data-action=data]").click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name: `${name}.csv`, mimeType: "text/csv", buffer });
  await page.locator("dialog .own-confirm:enabled").click({ timeout: 300_000 });
  await page.getByText(/is in/).waitFor({ timeout: 300_000 });
  await page.keyboard.press("Escape");
  await page.locator('.edit-head[data-saved="saved"]').waitFor({ timeout: 300_000 });
}

const site = await serve({
  port: 0,
  ...(process.env["FADU_DIST"] ? { dir: process.env["FADU_DIST"] } : {}),
});
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({ serviceWorkers: "block" });
await page.goto(`${site.url}en/edit/`);
await page.locator("[data-template=chart]").click();
await page.locator(".edit-cell").first().waitFor();
const buffer = csv();
for (const name of names) await take(page, name, buffer);
const begun = performance.now();
const since = (): string => ((performance.now() - begun) / 1000).toFixed(1);
await page.reload();
await page.locator(".edit-cell .prose, .edit-cell h1").first().waitFor({ timeout: 300_000 });
console.log(`text after ${since()} s`);
await page.locator("figure[data-state=live]").first().waitFor({ timeout: 300_000 });
console.log(`a chart that needs no table of one's own after ${since()} s`);
await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0, null, {
  timeout: 300_000,
});
console.log(`all after ${since()} s (${names.length} tables of ${rows} rows)`);
await browser.close();
await site.close();
