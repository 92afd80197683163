/**
 * `npx tsx bench/kill.ts [kills]`: a real browser in which a draft is edited every 50 ms is killed
 * at a random moment, sometimes while it starts, and opened again; prints how many edits were lost
 * out of how many. Exit code 1 where one was lost that had been told to be saved.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const kills = Number(process.argv[2] ?? 8);
const profile = mkdtempSync(join(tmpdir(), "fadu-kill-"));
const entry = fileURLToPath(new URL("../src/drafts/store/index.ts", import.meta.url));

async function storeCode(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { write: false, lib: { entry, formats: ["es"], fileName: "store" } },
  });
  const [bundle] = [result].flat();
  const chunk = bundle && "output" in bundle ? bundle.output[0] : undefined;
  return chunk?.code ?? "";
}

/** Says what it found, then edits for ever and says what it made and what was kept. */
const pageCode = `
import { openStore } from "./store.js";
const tell = (what, n) => fetch("/" + what + "?n=" + n, { method: "POST", keepalive: true });
const opened = await openStore();
if (!opened.ok) await tell("refused", 0);
const { store } = opened;
const draft = (text) => ({ id: "kill", slug: "kill", title: "kill", text, origin: null });
let n = Number((await store.get("kill"))?.text.split(" ")[0] ?? 0);
await tell("found", n);
setInterval(() => {
  const made = ++n;
  void tell("made", made);
  void store.save(draft(made + " " + "正文 ".repeat(2000))).then(({ ok }) => ok && tell("kept", made));
}, 50);
`;

const seen = { made: 0, kept: 0 };
let onFound: (n: number) => void = () => {};
const code = await storeCode();

const server = createServer(({ url = "", method }, response) => {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const what = pathname.slice(1);
  const n = Number(searchParams.get("n"));
  if (method === "POST") {
    if (what === "found") onFound(n);
    else if (what === "made" || what === "kept") seen[what] = Math.max(seen[what], n);
    else throw new Error("the browser refused to store anything");
    response.end();
  } else if (what === "store.js" || what === "page.js") {
    response.setHeader("content-type", "text/javascript");
    response.end(what === "store.js" ? code : pageCode);
  } else {
    response.setHeader("content-type", "text/html");
    response.end(
      '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>',
    );
  }
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

/** The browser on the same profile; it has not begun to do anything. */
function launch(): ChildProcess {
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"];
  const more = ["--disable-background-networking", `--user-data-dir=${profile}`];
  const executable = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return spawn(executable, [...args, ...more, `http://127.0.0.1:${port}/`], {
    stdio: "ignore",
    detached: true,
  });
}

/** Starts the browser; resolves with the number of the draft that it finds. */
async function start(): Promise<{ browser: ChildProcess; found: number }> {
  const found = new Promise<number>((resolve) => (onFound = resolve));
  return { browser: launch(), found: await found };
}

/** Ends the browser with all its processes as a power cut would: no time to write anything. */
async function kill(browser: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => browser.once("exit", resolve));
  if (browser.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
  await gone;
  rmSync(join(profile, "SingletonLock"), { force: true });
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** One kill in so many hits a browser that is still starting. */
const EARLY = 4;
let { browser, found } = await start();
let lost = 0;
let lostKept = 0;
let worst = 0;
let total = 0;
for (let i = 0; i < kills; i++) {
  seen.made = seen.kept = found;
  const before = found;
  if (i % EARLY === EARLY - 1) {
    await kill(browser);
    browser = launch();
    await sleep(Math.random() * 1500);
  } else await sleep(Math.random() * 3000);
  await kill(browser);
  const { made, kept } = seen;
  ({ browser, found } = await start());
  total += made - before;
  lost += Math.max(0, made - found);
  lostKept += Math.max(0, kept - found);
  worst = Math.max(worst, made - found);
}
await kill(browser);
server.close();
rmSync(profile, { recursive: true, force: true });
console.log(`edits: ${total}, kills: ${kills}`);
console.log(`lost of those told to be saved: ${lostKept}`);
process.exitCode = lostKept === 0 ? 0 : 1;
console.log(`lost of all: ${lost}, at most ${worst} at a kill (${worst * 50} ms of typing)`);
