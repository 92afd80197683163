import { chromium } from "playwright";
import { serve } from "./scripts/serve.ts";
const [dir, path, out, w="1440", scheme="light"] = process.argv.slice(2) as any;
const site = await serve({ dir, port: 0 } as any);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox","--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: +w, height: 900 }, colorScheme: scheme, locale: "zh-CN", serviceWorkers: "block" } as any);
await page.goto(site.url + path); await page.waitForTimeout(1500);
await page.screenshot({ path: out, fullPage: true });
await browser.close(); process.exit(0);
