import { readdirSync } from "node:fs";
import { join } from "node:path";
import { drawing, waysFrom } from "./sandbox/index.ts";
import { ways } from "./sandbox/ways.ts";
import type { Attempt, Family, World } from "./family.ts";
import { openBadHost, type Alter } from "./host.ts";

const meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;
const isSandbox = (path: string): boolean => /^assets\/sandbox-[^/]*\.html$/.test(path);

const told = ({ canary }: World): string => {
  const { connections, requests, sockets, datagrams } = canary.heard();
  return JSON.stringify({ connections, requests, sockets, datagrams });
};

/** Neither page nor frame has a policy; the frame keeps its sandbox. */
const noPolicy: Alter = (_, answer) => {
  if (!answer.headers["content-type"]?.startsWith("text/html")) return answer;
  const { "content-security-policy": _policy, ...headers } = answer.headers;
  return { ...answer, headers, body: Buffer.from(answer.body.toString().replace(meta, "")) };
};

/** The frame's file with markup in it, as a fault in what is built would leave it there. */
const drawnPast =
  (markup: string): Alter =>
  (path, answer) =>
    isSandbox(path)
      ? {
          ...answer,
          body: Buffer.from(answer.body.toString().replace("<body>", `<body>${markup}`)),
        }
      : answer;

/** A frame of the attacker's own, in which nothing of ours is but the sandbox that the page gives it. */
function onlySandbox(): void {
  const got: string[] = [];
  const attempt = (name: string, work: () => unknown): void => {
    try {
      if (work()) got.push(name);
    } catch {
      // Refused.
    }
  };
  attempt("the page's document", () => parent.document);
  attempt("local storage", () => localStorage);
  attempt("session storage", () => sessionStorage);
  attempt("cookies", () => [document.cookie]);
  attempt("an origin", () => self.origin !== "null");
  attempt("a database", () => indexedDB.open("fadu"));
  attempt("a window", () => open("about:blank"));
  attempt("the page's address", () => ((parent.location.href = "about:blank"), true));
  attempt("a dialog", () => prompt("?"));
  parent.postMessage({ probe: got.join() }, "*");
}

function listen(): void {
  window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "object" && data !== null && "probe" in data)
      document.documentElement.dataset["probe"] = `got:${String(data.probe)}`;
  });
}

async function openWith(world: World, alter: Alter) {
  const host = await openBadHost(world.site, alter);
  const page = await world.browser.newPage({ serviceWorkers: "block" });
  await page.addInitScript(listen);
  await page.goto(`${host.url}en/introduction/#edit`);
  await page.locator('[data-cell="share-of-bureau"] iframe').waitFor({ timeout: 40_000 });
  const close = async (): Promise<void> => {
    await page.close();
    await host.close();
  };
  return { page, close };
}

async function* frameAlone(world: World): AsyncGenerator<Attempt> {
  const at = `http://127.0.0.1:${world.canary.port}`;
  const markup = `<img src="${at}/img" onerror="parent.postMessage({probe:'handler'},'*')"><link rel="stylesheet" href="${at}/css"><style>@import "${at}/import"; body { background: url(${at}/bg) }</style><script src="${at}/script"></script><script>parent.postMessage({probe:"script"},"*")</script><iframe srcdoc="<script>top.postMessage({probe:'srcdoc'},'*')</script>"></iframe><object data="${at}/object"></object><video src="${at}/video" autoplay></video><form id="f" action="${at}/form"><button id="send">x</button></form>`;
  const before = told(world);
  const held = await drawPast(world, drawnPast(markup));
  const reached = told(world) === before ? null : told(world);
  yield { name: "the frame's policy alone: markup past the list", broke: held ?? reached };
  // Chromium connects to the host of a frame before the policy refuses the frame: a connection, and
  // with a name its look-up, without a request. Only the list of what is built stops that.
  const asked = world.canary.heard().requests.length;
  const framed = await drawPast(world, drawnPast(`<iframe src="${at}/frame"></iframe>`));
  const isAsked = world.canary.heard().requests.length > asked;
  yield { name: "and a frame elsewhere is not asked for", broke: isAsked ? "a request" : framed };
  // Else nothing of it would have been there at all.
  const got = await drawPast(world, async (path, answer) =>
    drawnPast(markup)(path, await noPolicy(path, answer)),
  );
  const isHeard = got !== null && world.canary.heard().requests.length > asked;
  yield { name: "which without it does run and ask", broke: isHeard ? null : "it was not there" };
}

/** What the markup told a page that has nothing but the frame, and no policy of its own. */
async function drawPast(world: World, alter: Alter): Promise<string | null> {
  const files = readdirSync(join(import.meta.dirname, "../../dist/assets"));
  const frame = files.find((file) => isSandbox(`assets/${file}`)) ?? "";
  const body = Buffer.from(
    `<!doctype html><iframe sandbox="allow-scripts" src="assets/${frame}"></iframe>`,
  );
  const host = await openBadHost(world.site, (path, answer) =>
    path === "bare.html"
      ? { status: 200, headers: { "content-type": "text/html" }, body }
      : alter(path, answer),
  );
  const page = await world.browser.newPage({ serviceWorkers: "block" });
  await page.addInitScript(listen);
  await page.goto(`${host.url}bare.html`);
  await page.waitForTimeout(700);
  const probe = await page.locator("html").getAttribute("data-probe");
  await page.close();
  await host.close();
  return probe;
}

async function* sandboxAlone(world: World): AsyncGenerator<Attempt> {
  const script = `<!doctype html><script>const __name = (f) => f; (${onlySandbox.toString()})()</script>`;
  const { page, close } = await openWith(world, (path, answer) =>
    isSandbox(path)
      ? { ...answer, headers: { "content-type": "text/html" }, body: Buffer.from(script) }
      : answer,
  );
  await page.locator("html[data-probe]").waitFor();
  const got = await page.locator("html").getAttribute("data-probe");
  const isHere = page.url().includes("/en/introduction/");
  yield {
    name: "the sandbox alone",
    broke: got === "got:" && isHere ? null : `${got} ${page.url()}`,
  };
  await close();
}

/** `import()` is no name that could be taken away: it is the frame's policy that stops it. */
const withoutImport = Object.fromEntries(
  Object.entries(ways).filter(([, code]) => !code.includes("import(")),
);

export const layers: Family = {
  name: "each layer with the others off",
  surface: "js cell, frame",
  async *attempts(world) {
    yield* frameAlone(world);
    yield* sandboxAlone(world);
    const host = await openBadHost(world.site, noPolicy);
    const bare = { ...world, site: host };
    for await (const { name, broke } of waysFrom(bare, withoutImport))
      yield { name: `the worker's lockdown, with no policy at all: ${name}`, broke };
    const drawn = world.size === "full" ? drawing(bare) : [];
    for await (const { name, broke } of drawn)
      yield { name: `the list of what is built, with no policy at all: ${name}`, broke };
    await host.close();
  },
};
