import type { BrowserContext, Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import { beat, longest } from "./beat.ts";
import { heldBy, type Attempt, type Family, type World } from "./family.ts";
import { leastOf } from "../least.ts";
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

function cellsOf({ kind, options, sql = rows }: HostileOptions, i: number): string {
  const reads = /^from:|^options:/m.test(options) || kind === "chart";
  const cell = kind === "chart" ? `chart id=tried${i} data=rows${i}` : `input id=tried${i}`;
  const query = reads ? `\`\`\`sql id=rows${i}\n${sql}\n\`\`\`\n\n` : "";
  // An input names its query itself.
  const named = options.replace(/^from: rows$/m, `from: rows${i}`);
  return `${query}\`\`\`${cell}\n${named}\n\`\`\`\n\n`;
}

/** What keeps the cell from being drawn, in words; null where it is drawn. */
async function answer(page: Page, i: number): Promise<string | null> {
  const cell = page.locator(`.edit-cell:has([data-cell="tried${i}"])`);
  const over = page.locator(":is([data-status=done], [data-status=failed])");
  // An attack whose own query fails tries nothing.
  const query = page.locator(`.edit-cell[data-status=failed]:has([data-cell="rows${i}"])`);
  await cell.and(over).or(query).first().waitFor({ timeout: ANSWERED });
  if ((await query.count()) > 0)
    throw new Error(`invalid attack: ${await query.locator(".edit-problems").innerText()}`);
  const isDone = (await cell.getAttribute("data-status")) === "done";
  return isDone
    ? null
    : (await cell.locator(".edit-problems li").allTextContents()).join(" ").trim();
}

type Named = readonly [name: string, options: HostileOptions];

/** Notebooks of one cell each in the full form, of all in the short. */
function groupsOf({ size, wants = () => true }: World): Named[][] {
  const all = Object.entries(hostileOptions).filter(([name]) => wants(name));
  if (size === "full") return all.map((one) => [one]);
  return [all.filter(([name]) => short.includes(name))];
}

/** Opens cells in one notebook; the longest hold counts for each. */
async function attempt(
  context: BrowserContext,
  site: string,
  group: readonly Named[],
): Promise<Attempt[]> {
  const text = `---\ntitle: a\n---\n\n${group.map(([, one], i) => cellsOf(one, i)).join("")}`;
  const shared = { slug: "a", language: "en", inputs: {}, tables: [] } as const;
  const link = encodeLink({ ...shared, text }, { limit: 119_000 });
  if (!link.ok) throw new Error("invalid attack: it fits into no link");
  const page = await context.newPage();
  let crashed = false;
  page.on("crash", () => (crashed = true));
  await page.addInitScript(beat);
  const all = (broke: string | null) => group.map(([name]) => ({ name, broke }));
  try {
    await page.goto(`${site}en/edit/${link.fragment}`, { timeout: ANSWERED });
    for (const [i, [name]] of group.entries())
      if ((await answer(page, i)) === "") return [{ name, broke: "says nothing" }];
    // What was drawn must also be laid out and painted, and the page answer again.
    await page.screenshot({ timeout: PAINTED });
    const held = await longest(page);
    const broke = held > HELD ? `held the page for ${held.toFixed(0)} ms` : null;
    return all(broke).map((one) => ({ ...one, held }));
  } catch (error) {
    return all(crashed ? "crashed the page" : (String(error).split("\n")[0] ?? "failed"));
  } finally {
    await Promise.race([page.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
}

/** Options of charts and inputs that would draw, count or tick without end. */
export const options: Family = {
  name: "options of charts and inputs that hold or break the page",
  surface: "a link",
  async *attempts(world: World): AsyncIterable<Attempt> {
    const context = await world.browser.newContext({ serviceWorkers: "block" });
    for (const group of groupsOf(world))
      yield* await leastOf(
        HELD,
        ([first]) => first && heldBy(first),
        () => attempt(context, world.site.url, group),
      );
    await context.close();
  },
};
