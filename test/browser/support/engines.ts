import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { Builder, Key } from "selenium-webdriver";

/** Another browser under test, with what a person does: one page, one window of 1280 × 800. */
export interface OtherBrowser {
  readonly version: string;
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Runs a function of the page; what it takes and gives is JSON. */
  run<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<R>;
  /** Presses the mouse on the first element, once it is there, scrolled into view. */
  click(selector: string): Promise<void>;
  /** Presses and releases a key where the focus is. */
  press(key: "Enter" | "Escape" | "ArrowRight"): Promise<void>;
  /** Types into what has the focus, in place of all that it holds. */
  write(text: string): Promise<void>;
  /** Bytes of the first file that the browser has saved by a name that ends so. */
  saved(ending: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** A browser that this machine may have. */
export interface OtherEngine {
  readonly name: string;
  /** What is missing here; null where it can be started. */
  readonly missing: string | null;
  start(): Promise<OtherBrowser>;
}

/** Where Debian has them; environment variables name others. */
const paths = {
  firefox: process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr",
  driver: process.env["WEBKIT_DRIVER_PATH"] ?? "/usr/bin/WebKitWebDriver",
  webkit: process.env["WEBKIT_PATH"] ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  xvfb: process.env["XVFB_PATH"] ?? "/usr/bin/Xvfb",
};

export const otherEngines: readonly OtherEngine[] = [
  { name: "Firefox", missing: firstMissing(paths.firefox), start: startFirefox },
  {
    name: "WebKit",
    missing: firstMissing(paths.driver, paths.webkit, paths.xvfb),
    start: startWebKit,
  },
];

function firstMissing(...files: readonly string[]): string | null {
  return files.find((file) => !existsSync(file)) ?? null;
}

async function startFirefox(): Promise<OtherBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "fadu-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: paths.firefox,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": folder,
      "browser.download.useDownloadDir": true,
    },
  });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    open: async (url) => void (await page.goto(url)),
    // The library's type takes handles for arguments too, which ours never are.
    run: (work, ...args) => page.evaluate(work as (...args: unknown[]) => never, ...args),
    click: (selector) => page.locator(selector).click(),
    press: (key) => page.keyboard.press(key),
    async write(text) {
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(text);
    },
    saved: (ending) => savedIn(folder, ending),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** WebKit has no windowless way: it draws on a screen of its own. */
async function startWebKit(): Promise<OtherBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "fadu-webkit-"));
  const display = `:${200 + (process.pid % 700)}`;
  const screen = spawn(paths.xvfb, [display, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: "ignore",
  });
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    HOME: folder,
    // As root the browser's own sandbox cannot be set up.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
  };
  const server = spawn(paths.driver, [`--port=${port}`], { env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}/status`);
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: paths.webkit, args: ["--automation"] },
    })
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  const capabilities = await driver.getCapabilities();
  const keys = { Enter: Key.ENTER, Escape: Key.ESCAPE, ArrowRight: Key.ARROW_RIGHT };
  return {
    version: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
    open: (url) => driver.get(url),
    run: (work, ...args) => driver.executeScript(work, ...args),
    click: async (selector) => {
      // The driver's own click knows no marks of a drawing.
      const find = () => driver.executeScript<Point>(middleOf, selector);
      const at = await driver.wait(find, 30_000, `missing element: ${selector}`);
      await driver.actions().move(at).click().perform();
    },
    press: (key) => driver.actions().sendKeys(keys[key]).perform(),
    write: async (text) => {
      await driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
      await driver.actions().sendKeys(text).perform();
    },
    saved: (ending) => savedIn(folder, ending),
    async close() {
      await driver.quit().catch(() => {});
      server.kill();
      screen.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs in the page: scrolls the first element into view and says where its middle is. */
function middleOf(selector: string): Point | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: "center" });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("missing port");
  return address.port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

async function savedIn(folder: string, ending: string): Promise<Buffer> {
  for (let tries = 0; tries < 100; tries++) {
    const names = await readdir(folder, { recursive: true });
    const name = names.find((name) => name.endsWith(ending));
    if (name) {
      const bytes = await readFile(join(folder, name));
      if (bytes.length > 0) return bytes;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`missing download: *${ending} in ${folder}`);
}
