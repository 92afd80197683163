import type { BrowserContext, Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import { beat, longest } from "./beat.ts";
import type { Attempt, Family, World } from "./family.ts";
import { hostileOptions, type HostileOptions } from "./hostile-options.ts";

/** The longest that the page may be held, in ms. */
const HELD = 3000;
/** The longest until the cell is drawn or says why not, in ms: the engine's start is in it. */
const ANSWERED = 30_000;
/** The longest until the browser has painted what was drawn, in ms. */
const PAINTED = 10_000;

/** Of each mechanism one, in the short form. */
const short = [
  "steps of 1e-9",
  "dots beside each other",
  "facets of facets",
  "ten thousand boxes to tick",
];

const rows = "SELECT i AS x, i % 97 AS y, 'c' || i % 7 AS c FROM range(10000) t(i)";

function notebookOf({ kind, options, sql = rows }: HostileOptions): string {
  const reads = /^from:|^options:/m.test(options) || kind === "chart";
  const cell = kind === "chart" ? "chart id=tried data=rows" : "input id=tried";
  const query = reads ? `\`\`\`sql id=rows\n${sql}\n\`\`\`\n\n` : "";
  return `---\ntitle: a\n---\n\n${query}\`\`\`${cell}\n${options}\n\`\`\`\n`;
}

/** What keeps the cell from being drawn, in words; null where it is drawn. */
async function answer(page: Page): Promise<string | null> {
  const cell = page.locator('.edit-cell:has([data-cell="tried"])');
  const over = page.locator(":is([data-status=done], [data-status=failed])");
  // An attack whose own query fails tries nothing.
  const query = page.locator('.edit-cell[data-status=failed]:has([data-cell="rows"])');
  await cell.and(over).or(query).first().waitFor({ timeout: ANSWERED });
  if ((await query.count()) > 0)
    throw new Error(`invalid attack: ${await query.locator(".edit-problems").innerText()}`);
  const isDone = (await cell.getAttribute("data-status")) === "done";
  return isDone
    ? null
    : (await cell.locator(".edit-problems li").allTextContents()).join(" ").trim();
}

async function attempt(context: BrowserContext, site: string, hostile: HostileOptions) {
  const shared = { slug: "a", language: "en", inputs: {}, tables: [] } as const;
  const link = encodeLink({ ...shared, text: notebookOf(hostile) }, { limit: 119_000 });
  if (!link.ok) throw new Error("invalid attack: it fits into no link");
  const page = await context.newPage();
  let crashed = false;
  page.on("crash", () => (crashed = true));
  await page.addInitScript(beat);
  try {
    await page.goto(`${site}en/edit/${link.fragment}`, { timeout: ANSWERED });
    const said = await answer(page);
    if (said === "") return "says nothing";
    // What was drawn must also be laid out and painted, and the page answer again.
    await page.screenshot({ timeout: PAINTED });
    const held = await longest(page);
    return held > HELD ? `held the page for ${held.toFixed(0)} ms` : null;
  } catch (error) {
    return crashed ? "crashed the page" : (String(error).split("\n")[0] ?? "failed");
  } finally {
    await Promise.race([page.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
}

/** Options of charts and inputs that would draw, count or tick without end. */
export const options: Family = {
  name: "options of charts and inputs that hold or break the page",
  surface: "a link",
  async *attempts({ browser, site, size, wants = () => true }: World): AsyncIterable<Attempt> {
    const context = await browser.newContext({ serviceWorkers: "block" });
    for (const [name, hostile] of Object.entries(hostileOptions))
      if ((size === "full" || short.includes(name)) && wants(name))
        yield { name, broke: await attempt(context, site.url, hostile) };
    await context.close();
  },
};
