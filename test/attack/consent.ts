import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import type { Attempt, Family, World } from "./family.ts";

/** Whether the code ran, as anybody can see on the page; the source itself does not say it. */
const RAN = "RAN-42";
const cell = (info: string, body: string): string => `\n\`\`\`${info}\n${body}\n\`\`\`\n`;
const code = (n = 6): string => `[{ n: "RAN-" + ${n} * 7 }]`;
const hostile = (body = code(), more = ""): string =>
  `---\ntitle: Hostile\n---\n\nA text.\n${cell("js id=canary", body)}\nSays \${canary.n}.\n${more}`;

const kit = `<!doctype html>\n<notebook>\n  <title>Kit</title>
  <script id="1" type="module" output="canary">\n    ${code()}\n  </script>
  <script id="2" type="text/markdown">\n    Says \${canary.n}.\n  </script>\n</notebook>\n`;

function linkOf(text: string): string {
  const shared = { text, slug: "hostile", language: "en", inputs: {}, tables: [] } as const;
  const encoded = encodeLink(shared);
  if (!encoded.ok) throw new Error("the link is too long");
  return `en/edit/${encoded.fragment}`;
}

const asks = (page: Page, id = "canary") => page.locator(`[data-cell="${id}"] [data-action=run]`);

async function seen(page: Page, text: string): Promise<boolean> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator("body")
        .innerText()
        .catch(() => ""),
    ),
  );
  return texts.some((one) => one.includes(text));
}

/** Null where the code waits and the reader is asked. */
async function waits(page: Page, ran = RAN): Promise<string | null> {
  await asks(page).waitFor({ timeout: 20_000 });
  await page.waitForTimeout(150);
  return (await seen(page, ran)) ? "the code ran unasked" : null;
}

async function menu(page: Page, item: string, opener = ".edit-head [data-action=more]") {
  await page.locator(opener).first().click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function saved(page: Page): Promise<void> {
  await page.locator('.edit-head[data-saved="saved"]').waitFor();
}

async function openFile(page: Page, name: string, content: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.locator("[data-action=open]").click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

async function type(page: Page, id: string, text: string): Promise<void> {
  const source = page.locator(".edit-cell").filter({ has: page.locator(`[data-cell="${id}"]`) });
  await source.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(text);
}

/** One stranger's notebook on its way through the product, unasked at every station. */
async function* journey(page: Page, { size }: World): AsyncGenerator<Attempt> {
  await page.goto(linkOf(hostile()));
  yield { name: "opened by link", broke: await waits(page) };
  await page.locator("[data-action=keep]").click();
  yield { name: "kept", broke: await waits(page) };
  await saved(page);
  if (size === "full") {
    await page.reload();
    yield { name: "kept and reloaded", broke: await waits(page) };
    await type(page, "cell-1", "x");
    await saved(page);
    yield { name: "a keystroke in a text", broke: await waits(page) };
  }
  await type(page, "canary", " ");
  await page.keyboard.press("Control+Enter");
  await saved(page);
  await page.reload();
  yield { name: "a keystroke in the code itself, run and reloaded", broke: await waits(page) };
  await page.locator("[data-action=language]").click();
  await page.waitForURL(/\/edit\/\?my=/);
  yield { name: "the other language", broke: await waits(page) };
  await menu(page, "留一个版本");
  await type(page, "cell-1", "y");
  await menu(page, "版本");
  await page.locator("dialog [data-action=restore]").first().click();
  yield { name: "a version gone back to", broke: await waits(page) };
  await saved(page);
  await page.goto("en/edit/");
  await menu(page, "Duplicate", "[data-my] button");
  await page.getByRole("link", { name: /copy/i }).click();
  yield { name: "duplicated", broke: await waits(page) };
}

async function* files(page: Page, { size }: World): AsyncGenerator<Attempt> {
  const packed = zipSync({ "notebook.md": strToU8(hostile()) });
  const all = [
    ["a.fadu.zip", packed],
    ["a.md", strToU8(hostile())],
    ["a.html", strToU8(kit)],
  ] as const;
  for (const [name, content] of size === "full" ? all : all.slice(0, 1)) {
    await page.goto("en/edit/");
    await openFile(page, name, content);
    yield { name: `opened as ${name}`, broke: await waits(page) };
  }
}

/** What pages before this one kept: no word of who wrote it. */
async function* olderDatabase(page: Page): AsyncGenerator<Attempt> {
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("fadu", 1);
        open.onsuccess = () => {
          const tx = open.result.transaction("drafts", "readwrite");
          const draft = { id: "older", slug: "older", title: "Older", text, origin: null };
          tx.objectStore("drafts").put({ ...draft, revision: 1, changed: 1, tables: [] });
          tx.oncomplete = () => (open.result.close(), resolve());
        };
        open.onerror = () => reject(open.error as DOMException);
      }),
    hostile(),
  );
  await page.goto("en/edit/?my=older");
  yield { name: "kept by an older page", broke: await waits(page) };
}

/** Once asked, it runs, also after a reload; what comes by another hand is asked for again. */
async function* afterConsent(page: Page, { size }: World): AsyncGenerator<Attempt> {
  const runs = async (): Promise<string | null> => {
    await page.getByText(`Says ${RAN}`).waitFor({ timeout: 20_000 });
    return null;
  };
  await asks(page).click();
  yield { name: "runs once it is asked for", broke: await runs() };
  await saved(page);
  await page.reload();
  yield { name: "consent is kept", broke: await runs() };
  if (size === "short") return;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText(`Says ${RAN}`).waitFor({ timeout: 20_000 });
  await type(other, "canary", '.map(() => ({ n: "RAN-" + 7 * 7 }))');
  await other.keyboard.press("Control+Enter");
  await other.getByText("Says RAN-49").waitFor({ timeout: 20_000 });
  await saved(other);
  await type(page, "cell-1", "z");
  await page.locator("[data-action=take-theirs]").click();
  yield { name: "code of the other tab, taken", broke: await waits(page, "RAN-49") };
  await other.close();
}

const ways: readonly (readonly [name: string, sql: string])[] = [
  ["by name", "SELECT pay FROM salaries"],
  ["through a text of two lines", "SELECT pay FROM 'sala'\n'ries'"],
  ["through a space that is none", "SELECT pay FROM query_table\u200b('sala' || 'ries')"],
  ["through query_table()", "SELECT pay FROM query_table('sala' || 'ries')"],
  ["through a macro of the engine", "SELECT bin AS pay FROM histogram('sala' || 'ries', pay)"],
  ["through an escape", "SELECT pay FROM E'sal\\x61ries'"],
  ["through the catalogue", "SELECT estimated_size AS pay FROM duckdb_tables()"],
  ["through its description", "SELECT name AS pay FROM (SHOW ALL TABLES)"],
];

/** A table of the reader's own, which code that may run would like to have. */
async function* tables(page: Page, { size }: World): AsyncGenerator<Attempt> {
  const tried = size === "full" ? ways : ways.slice(1, 5);
  const queries = tried.map(([, sql], i) => cell(`sql id=q${i}`, sql)).join("");
  const reads = tried.map((_, i) => `...q${i}`).join(", ");
  const each = tried.map((_, i) => cell(`js id=thief${i}`, `[{ n: "GOT-" + q${i}.length }]`));
  const last = cell("js id=all", `[{ n: "ALL-" + [${reads}].map((d) => d.pay).join() }]`);
  await page.goto(linkOf(hostile(code(), `${queries}${each.join("")}${last}\nTook \${all.n}.\n`)));
  await asks(page).click();
  await page.getByText(`Says ${RAN}`).waitFor({ timeout: 20_000 });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page
      .locator("[data-action=data]")
      .click()
      .then(() => page.getByRole("button", { name: "Choose a file" }).click()),
  ]);
  const buffer = Buffer.from("name,pay\nA,4711\nB,4712\n");
  await chooser.setFiles({ name: "salaries.csv", mimeType: "text/csv", buffer });
  await page.locator("dialog .own-confirm:enabled").click({ timeout: 20_000 });
  await page.getByText(/is in/).waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[data-cell="q0"]').getByText("4,711").waitFor({ timeout: 20_000 });
  for (const [i, [name]] of tried.entries()) {
    const request = page.locator(`[data-cell="thief${i}"]`).getByText("salaries");
    const isAsked = await request.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    const got = await seen(page, "GOT-2");
    yield { name: `an own table ${name}`, broke: isAsked && !got ? null : "the code read it" };
  }
  await asks(page, "all").click();
  const has = page.getByText(/Took ALL-4711/);
  yield {
    name: "an own table once it is allowed by name",
    broke: await has.waitFor({ timeout: 20_000 }).then(() => null, String),
  };
}

export const consent: Family = {
  name: "code that runs or reads unasked",
  surface: "link, file, store",
  async *attempts(world) {
    const context = await world.browser.newContext({
      baseURL: world.site.url,
      serviceWorkers: "block",
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    yield* journey(page, world);
    yield* files(page, world);
    yield* olderDatabase(page);
    yield* afterConsent(page, world);
    yield* tables(page, world);
    await context.close();
  },
};
