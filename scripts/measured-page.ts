import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright";
import { serve } from "./serve.ts";

/** Serves the folder that `--dir` names, `dist` by default, and gives a page of a browser to measure it. */
export async function withMeasuredPage(
  work: (page: Page, site: string) => Promise<void>,
): Promise<void> {
  const { values } = parseArgs({ options: { dir: { type: "string", default: "dist" } } });
  const site = await serve({ dir: values.dir, port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    await work(await browser.newPage(), site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}
