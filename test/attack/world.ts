import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type BrowserContext } from "playwright";
import type { Served } from "../../scripts/serve.ts";
import { openCanary } from "./canary.ts";
import type { Size, World } from "./family.ts";
import { namesIn } from "./net-log.ts";

export interface OpenWorld extends World {
  close(): Promise<void>;
}

function launchOptions(log: string) {
  return {
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      `--log-net-log=${log}`,
    ],
  };
}

/** A browser of its own with listeners about it: what it asks for is heard, and what it looks up. */
export async function openWorld(site: Served, size: Size): Promise<OpenWorld> {
  const folder = mkdtempSync(join(tmpdir(), "fadu-attack-"));
  const logs = [join(folder, "browser.json")];
  const browser = await chromium.launch(launchOptions(join(folder, "browser.json")));
  const newPage = browser.newPage.bind(browser);
  // Run from a script, functions that go to a page call this helper of the script's compiler.
  browser.newPage = async (options) => {
    const page = await newPage(options);
    await page.addInitScript("globalThis.__name ??= (one) => one");
    return page;
  };
  const canary = await openCanary();
  let regular: Promise<BrowserContext> | undefined;
  const openRegular = (): Promise<BrowserContext> => {
    const log = join(folder, "regular.json");
    logs.push(log);
    return chromium.launchPersistentContext(join(folder, "profile"), launchOptions(log));
  };
  /** The log is written some events later; a page of the canary's is some events. */
  const flush = async (context: Pick<BrowserContext, "newPage">): Promise<void> => {
    const page = await context.newPage();
    for (let turn = 0; turn < 3; turn++) await page.goto(`http://127.0.0.1:${canary.port}/flush`);
    await page.close();
  };
  return {
    browser,
    site,
    canary,
    size,
    regular: () => (regular ??= openRegular()),
    async lookups() {
      await flush(browser);
      if (regular) await flush(await regular);
      await sleep(300);
      return [...new Set(logs.flatMap((log) => namesIn(readFileSync(log, "utf8"))))];
    },
    async close() {
      if (regular) await (await regular).close();
      await browser.close();
      await canary.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
