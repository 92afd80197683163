import type { BrowserContext, Page } from "playwright";
import { deflateSync } from "fflate";
import { encodeLink } from "../../src/drafts/link/link.ts";
import { concatenate, crc32 } from "../../src/bytes/index.ts";
import { toBase64Url } from "../../src/drafts/link/base64.ts";
import { beat, longest } from "./beat.ts";
import { hostileNotebooks } from "./hostile-notebooks.ts";
import { heldBy, type Attempt, type Family, type World } from "./family.ts";
import { leastOf } from "../least.ts";

/** The longest that the page may be held, in ms: a reader takes it for stuck from about there. */
const HELD = 2000;
/** The longest until the page has answered, in ms: loading, the deadline, beginning anew. */
const ANSWERED = 20_000;

interface Hostile {
  readonly name: string;
  /** What stands behind `edit/`. */
  readonly address: string;
  /** A notebook is shown as text; anything else is refused with a word. */
  readonly isNotebook: boolean;
}

const shared = { slug: "a", language: "en", inputs: {}, tables: [] } as const;

function linkOf(text: string): string | null {
  const link = encodeLink({ ...shared, text }, { limit: 119_000 });
  return link.ok ? link.fragment : null;
}

/** The longest text of a kind that fits into a link, of `most` repetitions at most. */
function notebook(name: string, make: (n: number) => string, most: number): Hostile {
  for (let n = most; n >= 10; n = Math.floor(n / 2)) {
    const address = make(n).length < 3_900_000 ? linkOf(make(n)) : null;
    if (address !== null) return { name: `${name} × ${n}`, address, isNotebook: true };
  }
  throw new Error(`invalid kind: ${name} (fits into no link)`);
}

function packed(bytes: Uint8Array): string {
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(bytes));
  return `#n=1.${toBase64Url(concatenate([sum, deflateSync(bytes, { level: 9 })]))}`;
}

/** Addresses that hold no notebook, however they are read. */
function broken(): Hostile[] {
  const whole = linkOf("---\ntitle: a\n---\n\n# a\n") ?? "";
  const text = (json: string) => packed(new TextEncoder().encode(`${json}\n# a\n`));
  const bomb = packed(new Uint8Array(60_000_000));
  const fragments: Record<string, string> = {
    "a link cut": whole.slice(0, -7),
    "a link cut to nothing": "#n=1.",
    "4 MB and more of nothing": bomb,
    "a head in heads": text("[".repeat(1_000_000)),
    "a head of many tables": text(
      JSON.stringify([
        "a",
        "en",
        {},
        Array.from({ length: 20_000 }, (_, i) => [`t${i}`, "csv", 0]),
      ]),
    ),
    "a head of many inputs": text(
      JSON.stringify([
        "a",
        "en",
        Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`i${i}`, "1"])),
        [],
      ]),
    ),
    "a head with a long slug": text(JSON.stringify(["a".repeat(100_000), "en", {}, []])),
    "a version to come": "#n=99999.AAAA",
    "no version": "#n=x",
    "a long fragment": `#n=1.${"A".repeat(500_000)}`,
    dots: `#n=1.${"a.".repeat(50_000)}`,
  };
  for (let i = 0; i < 12; i++) {
    const at = 10 + ((i * 37) % (whole.length - 12));
    const other = whole.charAt(at) === "A" ? "B" : "A";
    fragments[`a letter changed at ${at}`] = whole.slice(0, at) + other + whole.slice(at + 1);
  }
  return Object.entries(fragments).map(([name, address]) => ({ name, address, isNotebook: false }));
}

/** Kinds in the short form: each once was a crash or a page held for seconds. */
const short = ["keys of keys", "end marks of divs", "texts"];

function attacks({ size }: World): Hostile[] {
  const kinds = Object.entries(hostileNotebooks).filter(
    ([name]) => size === "full" || short.includes(name),
  );
  const notebooks = kinds.flatMap(([name, make]) => {
    if (size === "short") return [notebook(name, make, 4000)];
    // A limit may be passed long before: what is just below it is tried too.
    return [50, 4000, 64_000].map((most) => notebook(name, make, most));
  });
  return [...notebooks, ...(size === "full" ? broken() : broken().slice(2, 3))];
}

/** What the page says, until it says something. */
async function answer(page: Page, isNotebook: boolean): Promise<string> {
  const place = isNotebook
    ? page.locator(
        [
          ".edit-problems li",
          ".edit-cell:is([data-status=done], [data-status=failed])",
          // A stranger's code waits to be asked for, and front matter alone has no cell.
          ".edit-cell .js-bar button",
          "main:not(:has(.edit-cell)) [data-action=add]",
        ].join(", "),
      )
    : page.locator(".notices .problem");
  await place.first().waitFor({ state: "visible", timeout: ANSWERED });
  return (await place.first().textContent()) ?? "";
}

/** Whether one can go on: write into the source, or begin a notebook. */
async function isUsable(page: Page, isNotebook: boolean): Promise<boolean> {
  if (!isNotebook) return page.locator("[data-template]").first().isVisible();
  const source = page.locator(".edit-cell .cm-content").first();
  if ((await source.count()) === 0) return page.locator("[data-action=add]").first().isVisible();
  await source.focus({ timeout: 5000 });
  await page.keyboard.type("usable");
  return (await source.textContent())?.includes("usable") ?? false;
}

async function attempt(context: BrowserContext, site: string, hostile: Hostile): Promise<Attempt> {
  const { name, address, isNotebook } = hostile;
  const page = await context.newPage();
  let crashed = false;
  page.on("crash", () => (crashed = true));
  // The engine is another's affair, and what it costs would be counted here.
  await page.route("**/*duckdb*", (route) => route.abort());
  await page.addInitScript(beat);
  try {
    await page.goto(`${site}en/edit/${address}`, { timeout: ANSWERED });
    const said = await answer(page, isNotebook);
    if (said.trim() === "" && !isNotebook) return { name, broke: "said nothing" };
    if (!(await isUsable(page, isNotebook))) return { name, broke: "cannot be used afterwards" };
    const held = await longest(page);
    return { name, held, broke: held > HELD ? `held the page for ${held.toFixed(0)} ms` : null };
  } catch (error) {
    const how = crashed ? "crashed the page" : (String(error).split("\n")[0] ?? "failed");
    return { name, broke: how };
  } finally {
    await page.close();
  }
}

export const links: Family = {
  name: "links and notebooks that hold or break the page",
  surface: "a link",
  async *attempts(world): AsyncIterable<Attempt> {
    const { wants = () => true, browser, site } = world;
    const open = () => browser.newContext({ serviceWorkers: "block" });
    const shared = world.size === "short" ? await open() : null;
    for (const hostile of attacks(world).filter(({ name }) => wants(name)))
      yield await leastOf(HELD, heldBy, async () => {
        const context = shared ?? (await open());
        const tried = await attempt(context, site.url, hostile);
        if (!shared) await context.close();
        return tried;
      });
    await shared?.close();
  },
};
