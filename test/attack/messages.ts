import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Frame, Page } from "playwright";
import type { Attempt, Family, World } from "./family.ts";
import { forged, heightOf, isRight } from "./forged.ts";

const figure = "fines-by-region";
const counts = { short: 240, full: 10_000 } as const;
/** No message of a stranger may hold a page longer, in ms. */
const longestHold = 100;
const many = 3_000_000;

/** Pages of other sites: a newspaper that holds figures, and a stranger whose frame stands in it. */
async function openPress(figures: string) {
  const stranger = (port: number) => `http://stranger.localhost:${port}/`;
  const embed = `${figures}embed/`;
  const body = (port: number) => `
    <fadu-figure src="${embed}${figure}/" heights="0 300"></fadu-figure>
    <script src="${embed}embed.js"></script>
    <iframe name="plain" src="${embed}${figure}/" sandbox="allow-scripts" height="400"></iframe>
    <iframe name="stranger" src="${stranger(port)}"></iframe>
    <fadu-figure id="bad" src="${stranger(port)}embed/${figure}/" heights="0 300"></fadu-figure>
    <script>
      // The one script that a page with a plain frame needs, as docs/embedding.md says it.
      addEventListener("message", (event) => {
        const frame = document.querySelector("iframe[name=plain]");
        if (event.source !== frame.contentWindow) return;
        const { type, version, figure, height, ...more } = Object(event.data);
        const isKnown = type === "fadu:height" && version === 1 && figure === "${figure}";
        if (isKnown && Number.isFinite(height) && Object.keys(more).length === 0)
          frame.style.height = Math.min(Math.max(height, 40), 8000) + "px";
      });
    </script>`;
  const server = createServer((request, response) => {
    const isHost = request.headers.host?.startsWith("press.") ?? false;
    const { port } = server.address() as AddressInfo;
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.end(`<!doctype html><title>press</title>${isHost ? body(port) : ""}`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://press.localhost:${port}/`,
    stranger: stranger(port),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs in each page before its scripts: counts what is read of messages to its window, and from whom. */
function countReads(): void {
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
  const scope = window as unknown as { reads: number };
  scope.reads = 0;
  Object.defineProperty(MessageEvent.prototype, "data", {
    configurable: true,
    get(this: MessageEvent): unknown {
      if (this.currentTarget === window) scope.reads++;
      return data?.get?.call(this);
    },
  });
}

const reads = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as { reads: number }).reads);

type Target = "parent" | "self" | "child" | "sibling" | "opened";

/** In each page: the window of somebody to speak to. */
interface Speaking {
  reach(target: Target): Window;
}

function makeReach(): void {
  // The windows of other sites say nothing of themselves but their frames, by name.
  const scope = window as unknown as Record<string, unknown>;
  scope["reach"] = (target: Target): unknown => {
    const at = (target === "sibling" ? parent : window) as unknown as Record<string, unknown>;
    const part = {
      parent: "parent",
      self: "self",
      opened: "opened",
      child: "plain",
      sibling: "plain",
    };
    return at[part[target]];
  };
}

/** Somebody who speaks to a window, and what he must not change there. */
interface Scene {
  readonly name: string;
  readonly receiver: Frame;
  readonly sender: Frame;
  /** What the receiver's window is to the sender. */
  readonly target: Target;
  /** The receiver may read what this sender says, and take what is right. */
  readonly isTrusted: boolean;
  /** What would be different if a message had been taken. */
  readonly state: () => Promise<unknown>;
}

async function sendAll({ sender, target }: Scene, messages: readonly unknown[]): Promise<void> {
  for (let at = 0; at < messages.length; at += 500)
    await sender.evaluate(
      ([to, some]) => {
        const receiver = (window as unknown as Speaking).reach(to as Target);
        for (const message of some as unknown[]) receiver.postMessage(message, "*");
      },
      [target, messages.slice(at, at + 500)] as const,
    );
}

/** Time for what was sent to arrive and be acted on. */
const settle = (frame: Frame) =>
  frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));

/** Sends to one window and says what it took, or read though it need not. */
async function forge(scene: Scene, count: number, seed: number): Promise<Attempt> {
  const { name, receiver, isTrusted, state } = scene;
  const messages = forged(count, seed).filter((message) => !isTrusted || !isRight(message));
  const [before, readBefore] = [JSON.stringify(await state()), await reads(receiver)];
  await sendAll(scene, messages);
  await settle(receiver);
  const [after, readAfter] = [JSON.stringify(await state()), await reads(receiver)];
  const read = isTrusted ? 0 : readAfter - readBefore;
  const broke =
    before !== after ? `taken: ${before} is ${after}` : read > 0 ? `${read} were read` : null;
  return { name: `${messages.length} forged: ${name}`, broke };
}

async function sendLong({ sender, target }: Scene, items: number): Promise<void> {
  await sender.evaluate(
    ([to, length, message]) => {
      const receiver = (window as unknown as Speaking).reach(to);
      const more = Array.from({ length }, (_, item) => ({ item }));
      receiver.postMessage({ ...message, more }, "*");
    },
    [target, items, heightOf(500)] as const,
  );
}

/** Longest pause of the receiver in ms while a very large message arrives, the least of some tries. */
async function holdOf(scene: Scene): Promise<number> {
  const { receiver } = scene;
  let least = Infinity;
  // Another process on the same cores also holds a page: what the message costs, it costs each time.
  for (let turn = 0; turn < 3 && least > longestHold; turn++) {
    await receiver.evaluate(() => {
      const scope = window as unknown as { longest: number; beat: number };
      let last = performance.now();
      scope.longest = 0;
      scope.beat = window.setInterval(() => {
        const now = performance.now();
        scope.longest = Math.max(scope.longest, now - last);
        last = now;
      }, 5);
    });
    await sendLong(scene, many);
    await settle(receiver);
    least = Math.min(
      least,
      await receiver.evaluate(() => {
        const scope = window as unknown as { longest: number; beat: number };
        clearInterval(scope.beat);
        return scope.longest;
      }),
    );
  }
  return least;
}

async function hold(scene: Scene): Promise<Attempt> {
  const before = await reads(scene.receiver);
  const longest = await holdOf(scene);
  const read = (await reads(scene.receiver)) - before;
  const isHeld = longest > longestHold;
  return {
    name: `3 million items: ${scene.name}`,
    broke: read > 0 ? "it was read" : isHeld ? `held for ${longest.toFixed(0)} ms` : null,
  };
}

const themeOf = (frame: Frame) => frame.evaluate(() => document.documentElement.dataset["theme"]);

function frameOf(page: Page, part: string, name?: string): Frame {
  const found = page.frames().find((f) => f.url().includes(part) && (!name || f.name() === name));
  if (!found) throw new Error(`missing frame: ${part}`);
  return found;
}

/** A host with figures in both ways, and a stranger beside them. */
async function hostScenes(page: Page, hostUrl: string): Promise<Scene[]> {
  await page.goto(hostUrl);
  const element = page.locator("fadu-figure").first();
  await page.waitForFunction(
    () => (document.querySelector("fadu-figure")?.clientHeight ?? 0) > 320,
  );
  const host = page.mainFrame();
  const stranger = frameOf(page, "stranger.", "stranger");
  const plain = frameOf(page, "/embed/", "plain");
  await plain.waitForFunction(() => document.documentElement.dataset["frame"] === "live");
  await settle(host);
  const heights = async () => [
    await element.evaluate((one) => one.clientHeight),
    await page.locator("iframe[name=plain]").evaluate((one) => one.clientHeight),
  ];
  const bad = page.locator("#bad");
  const badFrame = frameOf(page, "stranger.", "");
  const toHost = { receiver: host, target: "parent" as const, isTrusted: false, state: heights };
  const toFigure = { receiver: plain, isTrusted: false, state: () => themeOf(plain) };
  return [
    { ...toHost, name: "a stranger’s frame to the host", sender: stranger },
    { ...toHost, name: "the host to itself", sender: host, target: "self" },
    {
      ...toHost,
      name: "the frame of a figure to the host, in its place",
      sender: plain,
      isTrusted: true,
    },
    {
      ...toFigure,
      name: "a stranger’s frame to a figure",
      sender: stranger,
      target: "sibling",
    },
    { ...toFigure, name: "a figure to itself", sender: plain, target: "self" },
    {
      ...toFigure,
      name: "the host to a figure",
      sender: host,
      target: "child",
      isTrusted: true,
    },
    {
      name: "a stranger in the place of a figure to the host",
      receiver: host,
      sender: badFrame,
      target: "parent",
      isTrusted: true,
      state: () => bad.evaluate((one) => one.clientHeight),
    },
  ];
}

/** Our page, opened by a stranger, while it measures a figure and while it does not. */
async function pageScene(context: BrowserContext, strangerUrl: string, site: string) {
  const opener = await context.newPage();
  await opener.goto(strangerUrl);
  const [page] = await Promise.all([
    opener.waitForEvent("popup"),
    opener.evaluate((url) => {
      Object.assign(window, { opened: window.open(url) });
    }, site),
  ]);
  const dialog = page.locator("dialog[data-dialog=embed]");
  const scene: Scene = {
    name: "a stranger who opened our page",
    receiver: page.mainFrame(),
    sender: opener.mainFrame(),
    target: "opened",
    isTrusted: false,
    state: async () => [await themeOf(page.mainFrame()), await dialog.count()],
  };
  return { page, dialog, scene };
}

/** The heights that the dialog measures are its figure's, whatever a stranger says meanwhile. */
async function forgeMeasuring(world: World, strangerUrl: string, seed: number): Promise<Attempt[]> {
  const context = await world.browser.newContext();
  await context.addInitScript(countReads);
  await context.addInitScript(makeReach);
  const { page, dialog, scene } = await pageScene(context, strangerUrl, world.site.url);
  const found = [await forge(scene, counts[world.size] / 8, seed)];
  if (world.size === "short") return closing(context, found);
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0);
  found.push(await hold(scene));
  const snippet = async (): Promise<string> => {
    await page.locator(`#${figure} [data-action=embed]`).click();
    await page.locator("[data-way=iframe] textarea").waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>("[data-way=iframe] textarea")?.value,
    );
    const text = await dialog.locator("[data-way=iframe] textarea").inputValue();
    await page.keyboard.press("Escape");
    return text;
  };
  const honest = await snippet();
  const measured = snippet();
  const messages = forged(counts[world.size] / 8, seed + 1);
  for (let at = 0; at < messages.length; at += 20)
    await sendAll(scene, messages.slice(at, at + 20));
  const broke = (await measured) === honest ? null : "the heights are others";
  found.push({ name: `${messages.length} forged: ${scene.name}, while it measures`, broke });
  return closing(context, found);
}

async function closing<T>(context: BrowserContext, result: T): Promise<T> {
  await context.close();
  return result;
}

/** What a page says to itself holds it while it is written, whoever reads it. */
function isAmongStrangers({ isTrusted, target }: Scene): boolean {
  return !isTrusted && target !== "self";
}

/** Whoever takes a figure's place can speak at length once, and is not listened to again. */
async function silenced(scene: Scene): Promise<Attempt> {
  await sendLong(scene, many / 5);
  await settle(scene.receiver);
  const before = await reads(scene.receiver);
  await sendAll(scene, [heightOf(4321), heightOf(1234)]);
  await settle(scene.receiver);
  const read = (await reads(scene.receiver)) - before;
  return {
    name: `after a long speech: ${scene.name}`,
    broke: read > 0 ? `${read} were read` : null,
  };
}

/** Forged messages to every window that listens, from every window that can speak to it. */
export const messages: Family = {
  name: "messages",
  surface: "frames, hosts and openers",
  async *attempts(world) {
    const press = await openPress(world.site.url);
    const context = await world.browser.newContext({ viewport: { width: 900, height: 2400 } });
    await context.addInitScript(countReads);
    await context.addInitScript(makeReach);
    const scenes = await hostScenes(await context.newPage(), press.host);
    const each = Math.ceil(counts[world.size] / (scenes.length + 1));
    for (const [seed, scene] of scenes.entries()) yield await forge(scene, each, seed);
    if (world.size === "full")
      for (const scene of scenes.filter(isAmongStrangers)) yield await hold(scene);
    const bad = scenes.at(-1);
    if (bad) yield await silenced(bad);
    await context.close();
    yield* await forgeMeasuring(world, press.stranger, 100);
    press.close();
  },
};
