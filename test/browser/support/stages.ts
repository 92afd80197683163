import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright";

/**
 * What a reader waits for, step by step: until the first figure is painted; scripts and tables
 * until a number leads to its clause, which is all that comes before the engine; what makes the
 * charts live beside the engine; what editing adds to a live page; what a JavaScript cell does.
 */
export const stages = ["first figure", "scripts", "tables", "live", "editing", "sandbox"] as const;
export type Stage = (typeof stages)[number];

/** Files of each stage, as paths below the site; a file belongs to the first that asks for it. */
export type Stages = Readonly<Record<Stage, readonly string[]>>;

/** Bytes of a file as a host sends it that compresses. */
export function weigh(dist: string, path: string): number {
  const file = join(dist, path.replace(/(^|\/)$/, "$1index.html"));
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
  const isText = /\.(?:html|js|css|arrow)$/.test(file);
  return isText ? brotliCompressSync(readFileSync(file)).length : statSync(file).size;
}

/** Paths that a page and its workers have asked for, in order and once each. */
function listen(context: BrowserContext, root: string): Set<string> {
  const asked = new Set<string>();
  context.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    const base = new URL(root);
    if (origin === base.origin && pathname.startsWith(base.pathname))
      asked.add(pathname.slice(base.pathname.length));
  });
  return asked;
}

/** Does something and tells what it asked for. */
async function added(asked: Set<string>, action: () => Promise<unknown>): Promise<string[]> {
  const before = new Set(asked);
  await action();
  return [...asked].filter((path) => !before.has(path));
}

/** A slow machine is not a fault of the page. */
const WAIT = { timeout: 60_000 };

const isMarked = (page: Page, mark: string): Promise<unknown> =>
  page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, WAIT);

/**
 * A visit whose engine waits to be asked, so that all that comes without it is before it: what a
 * reader needs to open the clause behind a number.
 */
async function reading(context: BrowserContext, root: string) {
  const asked = listen(context, root);
  const page = await context.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await page.goto(root);
  await isMarked(page, "fadu:first-figure");
  await page.locator("main a.mark:visible").first().click();
  await page.locator('[data-panel="evidence"] blockquote').first().waitFor(WAIT);
  const early = await page.evaluate(() => {
    const [painted] = performance.getEntriesByName("fadu:first-figure");
    return performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime <= (painted?.startTime ?? 0))
      .map(({ name }) => name);
  });
  const paths = new Set(["", ...early.map((url) => url.slice(root.length).split("?")[0] ?? "")]);
  const rest = [...asked].filter((path) => !paths.has(path));
  await page.close();
  return {
    "first figure": [...asked].filter((path) => paths.has(path)),
    scripts: rest.filter((path) => !path.startsWith("data/")),
    tables: rest.filter((path) => path.startsWith("data/")),
  };
}

/** What comes while the engine starts, but for the engine: what runs and draws the cells. */
async function live(context: BrowserContext, root: string): Promise<string[]> {
  const asked = listen(context, root);
  const page = await context.newPage();
  await page.goto(root);
  await isMarked(page, "fadu:live");
  await page.close();
  return [...asked].filter((path) => !isEngine(path));
}

/** Engine and binding; what else its parts are named, they come in the same breath. */
const isEngine = (path: string): boolean => /\/(?:duckdb|browser|Arrow)[-.]/.test(path);

/** What a live page asks for when its reader begins to edit, parts in workers too. */
async function editing(context: BrowserContext, root: string): Promise<string[]> {
  const asked = listen(context, root);
  const page = await context.newPage();
  await page.goto(root);
  await isMarked(page, "fadu:live");
  const files = await added(asked, async () => {
    await page.keyboard.press("e");
    await page.locator(".edit-cell .cm-content").first().waitFor(WAIT);
    // Compiled, in its worker, and drawn anew.
    await page.locator(".edit-cell figure[data-state=live]").first().waitFor(WAIT);
  });
  await page.close();
  return files;
}

/** What the cells of a notebook with JavaScript ask for: the frame and what runs in its worker. */
async function sandbox(context: BrowserContext, root: string): Promise<string[]> {
  const asked = listen(context, root);
  const page = await context.newPage();
  await page.goto(`${root}introduction/`);
  await isMarked(page, "fadu:live");
  await page.locator("main iframe").first().waitFor(WAIT);
  await page.close();
  return [...asked].filter((path) => /^assets\/sandbox-/.test(path));
}

/** Visits a built site in fresh contexts. */
export async function stageFiles(
  root: string,
  newContext: () => Promise<BrowserContext>,
): Promise<Stages> {
  const visit = async <T>(use: (context: BrowserContext, root: string) => Promise<T>) => {
    const context = await newContext();
    try {
      return await use(context, root);
    } finally {
      await context.close();
    }
  };
  const early = await visit(reading);
  const known = new Set(Object.values(early).flat());
  return {
    ...early,
    live: (await visit(live)).filter((path) => !known.has(path)),
    editing: await visit(editing),
    sandbox: await visit(sandbox),
  };
}
