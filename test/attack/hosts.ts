import type { BrowserContextOptions, Page } from "playwright";
import type { Attempt, Family, World } from "./family.ts";
import { openBadHost, type Alter, type BadHost } from "./host.ts";
import { openOtherBuild, otherTable } from "./other-build.ts";

const WAIT = { timeout: 30_000 };

/** Null where it comes about. */
const broken = (what: Promise<unknown>, words: string): Promise<string | null> =>
  what.then(
    () => null,
    () => words,
  );

async function openPage(
  world: World,
  host: BadHost,
  options: BrowserContextOptions = { serviceWorkers: "block" },
): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await world.browser.newContext({ baseURL: host.url, viewport, ...options });
  return context.newPage();
}

/** The engine waits to be asked for, so that what fails is what the attack is about. */
async function openSaving(page: Page, path: string): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await page.goto(path);
}

const live = (page: Page) => page.locator("html[data-engine=ready]").waitFor(WAIT);
const source = (page: Page) =>
  page
    .locator(".edit-cell")
    .filter({ has: page.locator('[data-cell="fines"]') })
    .locator(".cm-content");

async function edit(page: Page, path = "en/edit/"): Promise<void> {
  await page.goto(path);
  await page.locator("[data-template=chart]").click(WAIT);
  await source(page).click(WAIT);
}

async function type(page: Page, text: string): Promise<void> {
  await source(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(text);
  await page.locator('.edit-head[data-saved="saved"]').waitFor(WAIT);
}

const isNewBuild = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset["build"] === "2");

/** A part of the page that is wanted for the first time. */
const wantPart = (page: Page) => page.locator("[data-action=data]").first().click();

/** The site is replaced while somebody edits, with the service worker there. */
async function* updated(world: World): AsyncGenerator<Attempt> {
  const [host, other] = [await openBadHost(world.site), await openOtherBuild(world.site)];
  // What the worker keeps is there, not what the browser happens to have.
  const headers = { "cache-control": "no-store" };
  host.behave((_, answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }));
  const old = await openPage(world, host, { serviceWorkers: "allow" });
  await edit(old);
  // Its worker has the whole build by then.
  await old.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WAIT);
  host.deploy(other);
  const fresh = await old.context().newPage();
  await fresh.goto("en/");
  yield {
    name: "a page opened after an update is of the new build",
    broke: (await isNewBuild(fresh)) ? null : "it is of the old one",
  };
  yield { name: "and works with its tables", broke: await broken(live(fresh), "no engine") };
  const isWaiting = await fresh.evaluate(async () => {
    const its = await navigator.serviceWorker.ready;
    // It fetches the whole build first.
    for (let turn = 0; turn < 600 && !its.waiting; turn++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return its.waiting !== null;
  });
  yield { name: "its worker waits for the old page", broke: isWaiting ? null : "it took over" };
  await wantPart(old);
  const dialog = old.getByRole("button", { name: "Choose a file" });
  yield {
    name: "the old page still gets a part that it had not loaded",
    broke: await broken(dialog.waitFor({ timeout: 10_000 }), "the part is gone"),
  };
  await old.keyboard.press("Escape");
  await type(old, " -- typed-after");
  await old.reload();
  const text = source(old).getByText("typed-after");
  yield { name: "what was typed in it is kept", broke: await broken(text.waitFor(WAIT), "lost") };
  const isOnlyNew = await isNewBuild(old);
  yield { name: "reloaded it is of the new build", broke: isOnlyNew ? null : "mixed" };
  await old.context().close();
  await Promise.all([host.close(), other.close()]);
}

/** The same without a worker: what the old page has not loaded is gone. */
async function* gone(world: World): AsyncGenerator<Attempt> {
  const [host, other] = [await openBadHost(world.site), await openOtherBuild(world.site)];
  const page = await openPage(world, host);
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await edit(page);
  await type(page, " -- typed-before");
  host.deploy(other);
  await wantPart(page);
  const notice = page.locator("[data-notice=part]");
  const said = notice.getByText(/could not be loaded.*reload and try again/);
  yield { name: "a part that is gone is said", broke: await broken(said.waitFor(), "not said") };
  yield { name: "and is no error of its own", broke: uncaught[0] ?? null };
  await type(page, " -- typed-after");
  await notice.locator("[data-action=reload]").click();
  const text = source(page).getByText("typed-before -- typed-after");
  yield { name: "nothing typed is lost", broke: await broken(text.waitFor(WAIT), "lost") };
  await wantPart(page);
  const dialog = page.getByRole("button", { name: "Choose a file" });
  yield { name: "reloaded it works", broke: await broken(dialog.waitFor(WAIT), "it does not") };
  host.deploy(world.site);
  await openSaving(page, "");
  host.behave((path, answer) =>
    path.startsWith("assets/")
      ? { ...answer, headers: {}, body: Buffer.from("<!doctype html>") }
      : answer,
  );
  await page.locator("[data-action=search]").first().click();
  const here = page.locator("[data-notice=part]").getByText(/没有载入.*刷新后再试/);
  const broke = await broken(here.waitFor(), "not said");
  yield { name: "HTML for a script is said, in the reader's language", broke };
  await page.context().close();
  await Promise.all([host.close(), other.close()]);
}

interface Fault {
  readonly name: string;
  readonly words: RegExp;
  readonly facts: Alter;
}

const html = Buffer.from("<!doctype html><title>Sign in</title>");
const faults: readonly Fault[] = [
  {
    name: "not there",
    words: /facts\.arrow cannot be fetched/,
    facts: (_, answer) => ({ ...answer, status: 404, body: html }),
  },
  {
    name: "HTML instead",
    words: /facts\.arrow does not have the expected hash/,
    facts: (_, answer) => ({ ...answer, headers: { "content-type": "text/html" }, body: html }),
  },
  {
    name: "truncated",
    words: /facts\.arrow does not have the expected hash/,
    facts: (_, answer) => ({ ...answer, body: answer.body.subarray(0, -1) }),
  },
  {
    name: "connection cut",
    words: /facts\.arrow cannot be fetched/,
    facts: (_, answer) => ({ ...answer, cut: 1000 }),
  },
  {
    name: "a table of another build",
    words: /facts\.arrow does not have the expected hash.*new version/,
    facts: (_, answer) => ({ ...answer, body: otherTable(answer.body) }),
  },
  {
    name: "never answered",
    words: /facts\.arrow stopped arriving/,
    facts: (_, answer) => ({ ...answer, isSilent: true }),
  },
];

const ofFacts =
  (alter: Alter): Alter =>
  (path, answer) =>
    path.endsWith("facts.arrow") ? alter(path, answer) : answer;

/** What a host can do to a table, while a reader asks for a clause. */
async function* tables(world: World): AsyncGenerator<Attempt> {
  const host = await openBadHost(world.site);
  const page = await openPage(world, host);
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await openSaving(page, "en/");
  const mark = page.locator("#fines-by-region a.mark:visible").first();
  const panel = page.locator('[data-panel="evidence"]');
  const notice = page.locator("[data-notice=data]");
  // The last takes the loader's whole patience; the short form has one of each answer of the page.
  const short = ["HTML instead", "connection cut", "a table of another build"];
  const tried = world.size === "full" ? faults : faults.filter(({ name }) => short.includes(name));
  for (const { name, words, facts } of tried) {
    host.behave(ofFacts(facts));
    await mark.click();
    const said = notice.getByText(words);
    const broke = await broken(
      said.waitFor(world.size === "full" ? { timeout: 60_000 } : WAIT),
      "not said",
    );
    const isMixed = (await panel.count()) > 0 || !(await mark.isVisible());
    yield { name: `a table: ${name}`, broke: broke ?? (isMixed ? "the page used it" : null) };
    await notice.getByRole("button").click();
  }
  host.behave(ofFacts((_, answer) => ({ ...answer, pace: world.size === "full" ? 4_000 : 30 })));
  await mark.click();
  const clause = panel.locator("blockquote mark").first();
  const slow = await broken(clause.waitFor({ timeout: 60_000 }), "it did not come");
  yield { name: "a table that comes slowly is waited for, and trying again works", broke: slow };
  yield { name: "no error of the page's own", broke: uncaught[0] ?? null };
  await page.context().close();
  await host.close();
}

/** A browser that keeps nothing for a reader who only reads. */
function keepNothing(): void {
  // As a method: a function by name would need a word of the compiler's in the page.
  const denying = {
    async full(): Promise<never> {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  Object.defineProperty(caches, "open", { value: denying.full });
  Object.defineProperty(navigator.serviceWorker, "register", { value: denying.full });
}

async function* denied(world: World): AsyncGenerator<Attempt> {
  const host = await openBadHost(world.site);
  const page = await openPage(world, host, {});
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.addInitScript(keepNothing);
  await page.goto("en/");
  const works = await broken(live(page), "no engine");
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0);
  yield { name: "caches and workers denied to a reader", broke: works ?? complaints[0] ?? null };
  await page.context().close();
  await host.close();
}

export const hosts: Family = {
  name: "hosts that fail or change",
  surface: "the site's own host, the browser's stores",
  async *attempts(world) {
    yield* updated(world);
    yield* gone(world);
    yield* tables(world);
    yield* denied(world);
  },
};
