import type { Browser, CDPSession, Page, Request } from "playwright";
import { coldPage, type Profile } from "./page.ts";
import type { Row } from "./rows.ts";

/** A page that draws the chart, and how its marks are found. */
export interface Entrant {
  readonly name: string;
  readonly url: string;
  /** CSS selector of the marks in the drawing for wide windows. */
  readonly marks: string;
}

/** What one cold visit cost. */
export interface Cost {
  /** Milliseconds until every number has its mark on screen. */
  readonly time: number;
  /** Bytes on the wire, headers included, until nothing more is asked for. */
  readonly bytes: number;
  readonly requests: number;
}

/** What a page tells a reader. */
export interface Told {
  /** Marks whose accessible name, as the browser computes it, has the region and the number. */
  readonly named: number;
  readonly missing: "said" | "blank" | "as a number";
  /** Rows whose clause stands in the page. */
  readonly clauses: number;
  /** Marks that are links to something in the page. */
  readonly linked: number;
  /** Different reports that the page names. */
  readonly reports: number;
}

const unhurried: Profile = { name: "", cpu: null, network: null };

/** Runs in the page: the mark `chart` is set once a frame that holds all marks was painted. */
function watch({ marks, count }: { marks: string; count: number }): void {
  requestAnimationFrame(() => {
    if (document.querySelectorAll(marks).length < count) watch({ marks, count });
    else setTimeout(() => performance.mark("chart"), 0);
  });
}

async function open(browser: Browser, entrant: Entrant, profile: Profile, rows: readonly Row[]) {
  const page = await coldPage(browser, profile);
  const count = rows.filter(({ value }) => value !== null).length;
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  const script = `${watch.toString()};watch(${JSON.stringify({ marks: entrant.marks, count })})`;
  await page.addInitScript({ content: script });
  await page.goto(entrant.url);
  await page.waitForFunction(() => performance.getEntriesByName("chart").length > 0, null, {
    timeout: 60_000,
  });
  await page.waitForLoadState("networkidle");
  return { page, requests };
}

/** One visit with an empty cache. */
export async function cost(
  browser: Browser,
  entrant: Entrant,
  profile: Profile,
  rows: readonly Row[],
): Promise<Cost> {
  const { page, requests } = await open(browser, entrant, profile, rows);
  const time = await page.evaluate(() => {
    const times = ["first-contentful-paint", "chart"].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN,
    );
    return Math.max(...times);
  });
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  await page.context().close();
  const bytes = sizes.reduce((sum, s) => sum + s.responseBodySize + s.responseHeadersSize, 0);
  return { time, bytes, requests: requests.length };
}

/** What the page tells, by the browser's own accessibility tree and by its text. */
export async function told(
  browser: Browser,
  entrant: Entrant,
  rows: readonly Row[],
): Promise<Told> {
  const { page } = await open(browser, entrant, unhurried, rows);
  const names = await markNames(page, entrant.marks);
  const linked = await page.locator(entrant.marks).evaluateAll(countLinked);
  const text = await page.evaluate(() => {
    for (const block of document.querySelectorAll("script,style")) block.remove();
    return document.body.textContent ?? "";
  });
  await page.context().close();
  const numbers = rows.filter(({ value }) => value !== null);
  return {
    named: numbers.filter((row) => names.some((name) => tells(name, row))).length,
    missing: missingOf(names, rows),
    clauses: numbers.filter(({ clause }) => clause !== "" && text.includes(clause)).length,
    linked,
    reports: new Set(rows.map(({ report }) => report).filter((name) => text.includes(name))).size,
  };
}

/** Runs in the page. */
function countLinked(marks: readonly Element[]): number {
  return marks.filter((mark) => {
    const href = mark.closest("a")?.getAttribute("href") ?? "";
    return href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1)));
  }).length;
}

/** The name of each mark; "" for one that the accessibility tree leaves out. */
async function markNames(page: Page, marks: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("Accessibility.enable");
  const { root } = await session.send("DOM.getDocument");
  const selected = { nodeId: root.nodeId, selector: marks };
  const { nodeIds } = await session.send("DOM.querySelectorAll", selected);
  return Promise.all(nodeIds.map((nodeId) => nameOf(session, nodeId)));
}

async function nameOf(session: CDPSession, nodeId: number): Promise<string> {
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    nodeId,
    fetchRelatives: false,
  });
  const [node] = nodes;
  return node === undefined || node.ignored ? "" : String(node.name?.value ?? "");
}

/** Whether a name has the row's region and its number, to three digits, in 万 or in ones. */
function tells(name: string, { region, value }: Row): boolean {
  const numbers = (name.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const isNear = (n: number) =>
    [1, 10_000].some((one) => Math.abs(n - (value ?? NaN) * one) <= 0.005 * Math.abs(n));
  return name.includes(region) && numbers.some(isNear);
}

function missingOf(names: readonly string[], rows: readonly Row[]): Told["missing"] {
  const missing = rows.filter(({ value }) => value === null);
  const isSaid = (row: Row) =>
    names.some((name) => name.includes(row.region) && name.includes(row.missing));
  if (missing.every(isSaid)) return "said";
  return names.length > rows.length - missing.length ? "as a number" : "blank";
}
