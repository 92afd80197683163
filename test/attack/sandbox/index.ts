import type { Frame, Locator, Page } from "playwright";
import type { Attempt, Family, World } from "../family.ts";
import { untilEditing, write } from "../../browser/support/edit.ts";
import { drawn, patches, ways } from "./ways.ts";

/** The reader's own notebook with a js cell in it, in which the attacker writes. */
async function openCell({ browser, site }: World): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${site.url}en/introduction/#edit`);
  await untilEditing(page);
  return page;
}

const id = "share-of-bureau";

/** Done or failed, and for a while: what ran before is done until the next run begins. */
async function untilEnded(cell: Locator): Promise<void> {
  const end = performance.now() + 40_000;
  for (let calm = 0; calm < 4;) {
    await cell.page().waitForTimeout(100);
    const status = await cell.getAttribute("data-status");
    calm = status === "done" || status === "failed" ? calm + 1 : 0;
    if (performance.now() > end) throw new Error("the cell did not end");
  }
}

/** What stands at the end of an output: what was drawn before it is there, and of this run. */
let marks = 0;
async function runMarked(page: Page, source: (mark: string) => string) {
  const mark = `mark-${++marks}-end`;
  const { frame } = await run(page, source(mark));
  const shown = frame.locator("body").filter({ hasText: mark });
  await shown.waitFor({ timeout: 40_000 });
  return { frame, text: await shown.innerText() };
}

/** Runs code as the cell; gives the frame that draws it and the value, a text, that it shows. */
async function run(page: Page, source: string): Promise<{ frame: Frame; text: string }> {
  await write(page, id, source);
  await page.keyboard.press("Control+Enter");
  const cell = page.locator(`.edit-cell:has([data-cell="${id}"])`);
  await untilEnded(cell);
  const handle = await page.locator(`[data-cell="${id}"] iframe`).elementHandle({ timeout: 5000 });
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("missing frame");
  return { frame, text: await frame.locator("body").innerText() };
}

const head = `const g = globalThis; const AsyncFunction = (async () => {}).constructor;
const wait = (ms) => new Promise((r) => setTimeout(r, ms)); const out = [];`;

function told(canary: World["canary"]): string {
  const { connections, requests, sockets, datagrams } = canary.heard();
  return JSON.stringify({ connections, requests, sockets, datagrams });
}

const waysOut = (world: World): AsyncIterable<Attempt> => waysFrom(world, ways);

/** Tries these ways, all in one cell. */
export async function* waysFrom(
  world: World,
  ways: Readonly<Record<string, string>>,
): AsyncIterable<Attempt> {
  const page = await openCell(world);
  const { canary } = world;
  const before = told(canary);
  const at = JSON.stringify(`http://127.0.0.1:${canary.port}/`);
  const tries = Object.entries({ ...ways, "patched intrinsics": patches }).map(
    ([name, code]) =>
      `try { const say = (x) => out.push([${JSON.stringify(name)}, "" + x]); await Promise.race([(async () => { ${code} })(), wait(900)]) } catch {}`,
  );
  const { text } = await runMarked(
    page,
    (mark) =>
      `${head} const at = ${at}; ${tries.join("\n")}\nreturn "got:" + JSON.stringify(out) + "\\n${mark}"`,
  );
  const got = new Map(JSON.parse(/got:(.*)/.exec(text)?.[1] ?? "") as [string, string][]);
  const reached = told(canary);
  for (const name of [...Object.keys(ways), "patched intrinsics"])
    yield { name, broke: got.get(name) ?? null };
  yield { name: "the canary stays silent", broke: reached === before ? null : reached };
  yield* afterwards(page, world);
  await page.close();
}

/** The page is as it was, and the next cell runs. */
async function* afterwards(page: Page, { site }: World): AsyncIterable<Attempt> {
  const unset = await page.evaluate(() => "canary" in window || "polluted" in Object.prototype);
  yield { name: "nothing is set in the page", broke: unset ? "the canary is set" : null };
  yield { name: "the page stays", broke: page.url().startsWith(site.url) ? null : page.url() };
  const { text } = await run(page, "21 * 2");
  yield { name: "the next cell runs", broke: text.trim() === "42" ? null : text };
}

/** What of a frame is not on anybody's list, as the browser sees it. */
function strange(): string[] {
  const refused =
    "script,iframe,frame,object,embed,link,meta,base,use,foreignObject,feImage,filter,animate,set,video,audio,source,area,map,template,dialog,slot,math,custom-element,[autofocus],[pattern],[formaction],[action],[ping],[target],[srcdoc],[srcset],[poster],[background],input[type=file],input[type=image]";
  const found = [...document.body.querySelectorAll(refused)].map((element) =>
    element.outerHTML.slice(0, 80),
  );
  for (const element of document.body.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      const isAddress =
        /^(?:xlink:)?href$|^src$/.test(name) &&
        !/^#|^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value);
      if (/^on/.test(name) || isAddress || /url\((?!["']?#)|javascript:|https?:/i.test(value))
        found.push(`${name}=${value.slice(0, 60)}`);
    }
  for (const style of document.body.querySelectorAll("style"))
    if (/url\(|@import|@font-face/i.test(style.textContent))
      found.push(style.textContent.slice(0, 80));
  if (
    [...document.body.querySelectorAll("*")].some(
      (element) => getComputedStyle(element).position === "fixed",
    )
  )
    found.push("a fixed element");
  if ("canary" in window) found.push("code ran");
  return found;
}

export async function* drawing(world: World): AsyncIterable<Attempt> {
  const page = await openCell(world);
  const { canary } = world;
  for (const markup of world.size === "full" ? drawn : [drawn.join("\n")]) {
    const before = told(canary);
    const html = JSON.stringify(markup.replaceAll("AT", `http://127.0.0.1:${canary.port}`));
    const { frame } = await runMarked(
      page,
      (mark) =>
        `const d = document.createElement("div"); d.innerHTML = ${html}; display(d); const s = svg\`<svg><g></g></svg>\`; s.firstChild.innerHTML = ${html}; display(s); display("${mark}"); return null`,
    );
    await page.waitForTimeout(400);
    for (const target of ["#out", "#js", "#btn"])
      await frame
        .locator(target)
        .first()
        .click({ timeout: 500, force: true })
        .catch(() => {});
    const found = await frame.evaluate(strange);
    const name = markup.length < 200 ? markup : `${drawn.length} kinds of markup at once`;
    yield { name, broke: found.length > 0 ? found.join("; ") : null };
    yield {
      name: `${name.slice(0, 40)}: silent`,
      broke: told(canary) === before ? null : told(canary),
    };
  }
  yield* afterwards(page, world);
  await page.close();
}

/** Trees, values and messages made to hold the page, and code that does not end. */
const burdens: Readonly<Record<string, string>> = {
  "a million elements": `const d = document.createElement("div"); for (let i = 0; i < 3e5; i++) d.append(document.createElement("i")); return d`,
  "a deep tree": `let d = document.createElement("div"); const top = d; for (let i = 0; i < 3000; i++) { const n = document.createElement("div"); d.append(n); d = n } return top`,
  "a long text": `"x".repeat(6e7)`,
  "three million items": `Array.from({ length: 3e6 }, (_, i) => ({ i }))`,
  "a value with __proto__": `JSON.parse('[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":1}]')`,
  "a value in itself": `const a = []; a.push(a); return a`,
  "a getter that does not end": `Object.defineProperty({}, "x", { enumerable: true, get() { for (;;); } })`,
  "a flood of errors": `for (let i = 0; i < 1e5; i++) Promise.reject(new Error("x")); return 1`,
  "a flood of drawings": `const d = display(document.createElement("b")); for (let i = 0; i < 2e4; i++) { d.textContent = i; if (i % 100 === 0) await null } return 1`,
  "an endless loop": `for (;;);`,
};

async function* burden(world: World): AsyncIterable<Attempt> {
  const page = await openCell(world);
  const isShort = ([name]: readonly [string, string]): boolean => name === "three million items";
  const all = Object.entries(burdens);
  const chosen = world.size === "full" ? all : all.filter(isShort);
  const pauseOf = async (source: string): Promise<number> => {
    await page.evaluate(watchPauses);
    await run(page, source).catch(() => {});
    return page.evaluate(() => (window as unknown as { longest: number }).longest);
  };
  // What typing and running a harmless cell costs: the editor's own.
  await pauseOf("0");
  const usual = Math.max(await pauseOf("1"), await pauseOf("2"));
  // The limit itself is held where the machine does nothing else.
  const most = usual + (world.size === "full" ? 100 : 2000);
  for (const [name, source] of chosen) {
    const pause = Math.round(await pauseOf(source));
    const broke =
      pause > most ? `the page stood still for ${pause} ms, usually ${Math.round(usual)}` : null;
    yield { name: `${name} (${pause} ms)`, broke };
  }
  yield* forged(page, world);
  yield* afterwards(page, world);
  await page.close();
}

function watchPauses(): void {
  const own = window as unknown as { longest: number; pauses?: ReturnType<typeof setInterval> };
  clearInterval(own.pauses);
  let last = performance.now();
  own.longest = 0;
  own.pauses = setInterval(() => {
    const now = performance.now();
    own.longest = Math.max(own.longest, now - last);
    last = now;
  }, 5);
}

/** From the frame itself, as if its renderer had fallen, to the window that it can see. */
async function* forged(page: Page, _world: World): AsyncIterable<Attempt> {
  const { frame, text } = await run(page, `"before"`);
  const count = await frame.evaluate(() => {
    const kinds = ["ready", "pong", "done", "value", "fault", "size", "flood", "run", "draw"];
    for (let i = 0; i < 10_000; i++) {
      const type = kinds[i % kinds.length];
      window.parent.postMessage(
        {
          fadu: "sandbox",
          type,
          run: i % 50,
          ping: i,
          version: 2,
          width: i,
          height: 9e9,
          message: "forged",
          outcome: { kind: "bytes", bytes: new ArrayBuffer(8) },
        },
        "*",
      );
    }
    return 10_000;
  });
  await page.waitForTimeout(300);
  const seen = await page.locator(`[data-cell="${id}"]`).innerText();
  const after = await frame.locator("body").innerText();
  const isSame = after === text && !seen.includes("forged");
  yield { name: `${count} forged messages`, broke: isSame ? null : "one was believed" };
}

export const sandboxFamilies: readonly Family[] = [
  { name: "ways out of a cell", surface: "js cell", attempts: waysOut },
  { name: "markup that a cell draws", surface: "js cell", attempts: drawing },
  { name: "burdens and forged messages", surface: "js cell", attempts: burden },
];
