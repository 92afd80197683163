/**
 * What the page promises, in the browsers that the other tests do not run in: each thing once, by
 * hand's way. Where a browser is not on this machine, its test says so and is skipped.
 */
import { expect, test } from "@playwright/test";
import { factById } from "./support/data.ts";
import { otherEngines, type OtherBrowser } from "./support/engines.ts";
import { dist } from "./support/test.ts";
import { serve, type Served } from "../../scripts/serve.ts";

let site: Served;
let bare: Served;

test.beforeAll(async () => {
  site = await serve({ dir: dist, port: 0 });
  // A page in such a sandbox runs no script, as where the reader has turned scripts off.
  const sandbox = "sandbox allow-same-origin; style-src 'self' 'unsafe-inline'";
  bare = await serve({ dir: dist, port: 0, headers: { "content-security-policy": sandbox } });
});

test.afterAll(async () => {
  await site.close();
  await bare.close();
});

for (const { name, missing, start } of otherEngines)
  test(`${name}: read, filter, edit, place and take`, async () => {
    test.skip(missing !== null, `${name} is not on this machine: ${missing}`);
    test.setTimeout(300_000);
    const browser = await start();
    test.info().annotations.push({ type: "version", description: browser.version });
    try {
      await test.step("reading without any script", () => readBare(browser));
      await browser.open(`${site.url}en/`);
      await untilLive(browser);
      await test.step("evidence by mouse and by key", () => askByMouseAndKey(browser));
      await test.step("filter", () => filter(browser));
      await test.step("download", () => download(browser));
      await test.step("embed", () => embed(browser));
      await browser.open(`${site.url}en/edit/`);
      await test.step("edit and run", () => edit(browser));
      await test.step("a file of one's own", () => addFile(browser));
    } finally {
      await browser.close();
    }
  });

const chart = "#fines-by-region";
const mark = `${chart} [data-marks] a.mark`;
const fines = '.edit-cell:has([data-cell="fines"])';
const patience = { timeout: 60_000 };

const textOf = (browser: OtherBrowser, selector: string): Promise<string> =>
  browser.run((selector) => document.querySelector(selector)?.textContent ?? "", selector);

const countOf = (browser: OtherBrowser, selector: string): Promise<number> =>
  browser.run((selector) => document.querySelectorAll(selector).length, selector);

async function untilLive(browser: OtherBrowser): Promise<void> {
  const marks = () => browser.run(() => performance.getEntriesByName("fadu:live").length);
  await expect.poll(marks, patience).toBeGreaterThan(0);
}

async function readBare(browser: OtherBrowser): Promise<void> {
  await browser.open(`${bare.url}en/`);
  expect(await textOf(browser, "h1")).toContain("Five enforcement reports");
  expect(await textOf(browser, "html")).not.toBe("");
  expect(await browser.run(() => document.documentElement.dataset["engine"])).toBe("idle");
  expect(await countOf(browser, mark)).toBeGreaterThan(2);
  const dangling = await browser.run(
    (mark) =>
      [...document.querySelectorAll(mark)].filter((link) => {
        const id = link.getAttribute("href")?.split("#")[1];
        return !id || !document.getElementById(id);
      }).length,
    mark,
  );
  expect(dangling).toBe(0);
}

/** The panel holds the clause of the mark's fact, to the letter. */
async function expectClause(browser: OtherBrowser, id: string): Promise<void> {
  const quote = '[data-panel="evidence"] blockquote[cite]';
  await expect.poll(() => textOf(browser, quote)).toBe(factById(id).evidence);
}

async function askByMouseAndKey(browser: OtherBrowser): Promise<void> {
  const id = await browser.run(
    (mark) => document.querySelector(mark)?.getAttribute("data-evidence") ?? "",
    mark,
  );
  await browser.click(mark);
  await expectClause(browser, id);
  await browser.press("Escape");
  const isShut = () =>
    browser.run(() => !document.querySelector('[data-panel="evidence"]')?.checkVisibility());
  await expect.poll(isShut).toBe(true);
  await browser.run((mark) => document.querySelector<HTMLElement>(mark)?.focus(), mark);
  await browser.press("Enter");
  await expectClause(browser, id);
  await browser.press("Escape");
  await expect.poll(isShut).toBe(true);
}

async function filter(browser: OtherBrowser): Promise<void> {
  const before = await countOf(browser, mark);
  await choose(browser, "#input-year", "2022");
  await expect.poll(() => countOf(browser, mark), patience).toBeLessThan(before);
  const ids = await browser.run(
    (mark) => [...document.querySelectorAll(mark)].map((a) => a.getAttribute("data-evidence")),
    mark,
  );
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(factById(id ?? "").period_end?.slice(0, 4)).toBe("2022");
  expect(await browser.run(() => location.search)).toBe("?year=2022");
  await choose(browser, "#input-year", "all");
  await expect.poll(() => countOf(browser, mark), patience).toBe(before);
}

/** Lists of choices open in a window of the system's, which no driver reaches. */
const choose = (browser: OtherBrowser, selector: string, value: string): Promise<void> =>
  browser.run(
    (selector, value) => {
      const list = document.querySelector<HTMLSelectElement>(selector);
      if (!list) throw new Error(`missing list: ${selector}`);
      list.value = value;
      list.dispatchEvent(new Event("input", { bubbles: true }));
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    value,
  );

async function download(browser: OtherBrowser): Promise<void> {
  await browser.click(`${chart} [data-action=download]`);
  await browser.click(`${chart} [data-format=csv]`);
  const said = () => textOf(browser, `${chart} [role=status]`);
  await expect.poll(said).toContain("Saved as");
  const csv = (await browser.saved(".csv")).toString();
  expect(csv).toMatch(/^\ufeff?fact_id,/);
  const shown = await countOf(browser, mark);
  expect(csv.trimEnd().split("\r\n").length).toBeGreaterThan(shown);
}

async function embed(browser: OtherBrowser): Promise<void> {
  await browser.click(`${chart} [data-action=embed]`);
  const snippet = "dialog[data-dialog=embed] [data-way=iframe] textarea";
  const value = () =>
    browser.run(
      (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value ?? "",
      snippet,
    );
  await expect.poll(value).toMatch(/<iframe src="[^"]+\/embed\/fines-by-region\//);
  const [, address = ""] = /src="([^"]+)"/.exec(await value()) ?? [];
  await browser.open(address);
  expect(await countOf(browser, "figure [data-marks] a.mark")).toBeGreaterThan(2);
  const isLive = () => browser.run(() => document.documentElement.dataset["frame"]);
  await expect.poll(isLive).toBe("live");
  await browser.click("figure [data-marks] a.mark");
  const quote = "[data-panel=evidence] blockquote mark";
  await expect.poll(() => textOf(browser, quote)).not.toBe("");
}

async function edit(browser: OtherBrowser): Promise<void> {
  await browser.click("[data-template=chart]");
  await untilLive(browser);
  await write(browser, "SELECT 6 * 7 AS answer");
  await expect.poll(() => textOf(browser, `${fines} table tbody`), patience).toContain("42");
}

/** Writes the query `fines` and runs it. */
async function write(browser: OtherBrowser, sql: string): Promise<void> {
  await browser.click(`${fines} .cm-content`);
  await browser.write(sql);
  await browser.click(`${fines} [data-action=run]`);
}

async function addFile(browser: OtherBrowser): Promise<void> {
  await browser.run(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["place,fines\n厦门,12.5\n"], "mine.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer }));
  });
  const confirm = "dialog .own-confirm:enabled";
  await expect.poll(() => countOf(browser, confirm), patience).toBe(1);
  await browser.click(confirm);
  await expect.poll(() => textOf(browser, "dialog [role=status]"), patience).toContain("is in");
  await browser.press("Escape");
  await write(browser, "SELECT * FROM mine");
  await expect.poll(() => textOf(browser, `${fines} table tbody`), patience).toContain("厦门");
}
