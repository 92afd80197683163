import { chromium, type Browser, type Page, type Request } from "playwright";

/** What one cold visit cost. */
export interface Visit {
  /** Milliseconds from navigation to each mark. */
  readonly marks: Readonly<Record<Mark, number>>;
  /** Bytes on the wire until each mark. */
  readonly bytes: Readonly<Record<Mark, number>>;
  /** Addresses asked for before the first figure was painted. */
  readonly early: readonly string[];
}

export const marks = ["fadu:first-figure", "fadu:engine-ready", "fadu:live"] as const;
export type Mark = (typeof marks)[number];

/** A network and a processor; null for those of this machine. */
export interface Profile {
  readonly name: string;
  readonly cpu: number | null;
  readonly network: { readonly bitsPerSecond: number; readonly latency: number } | null;
}

export const profiles: readonly Profile[] = [
  { name: "unthrottled", cpu: null, network: null },
  {
    name: "4× CPU, 1.6 Mbit/s, 150 ms",
    cpu: 4,
    network: { bitsPerSecond: 1_600_000, latency: 150 },
  },
];

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args });
}

/** A request of the page or of its worker; times since the epoch in ms. */
interface Transfer {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
}

async function transferOf(request: Request): Promise<Transfer> {
  const end = Date.now();
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const bytes = responseBodySize + responseHeadersSize;
  return { url: request.url(), start: request.timing().startTime, end, bytes };
}

function record<T>(value: (mark: Mark) => T): Record<Mark, T> {
  return Object.fromEntries(marks.map((mark) => [mark, value(mark)])) as Record<Mark, T>;
}

/** A page in a fresh context, with an empty cache, on the profile's network and processor. */
export async function coldPage(browser: Browser, profile: Profile): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (profile.network) {
    const throughput = profile.network.bitsPerSecond / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: profile.network.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  if (profile.cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
  return page;
}

/** Visits a page with an empty cache and waits until it is live. */
export async function visit(browser: Browser, url: string, profile: Profile): Promise<Visit> {
  const page = await coldPage(browser, profile);
  const context = page.context();
  const transfers: Promise<Transfer | null>[] = [];
  context.on("requestfinished", (request) => {
    // What is still under way when the visit ends has no size.
    transfers.push(transferOf(request).catch(() => null));
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("fadu:live").length > 0, null, {
    timeout: 240_000,
  });
  const { origin, times } = await page.evaluate(
    (names) => ({
      origin: performance.timeOrigin,
      times: names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    }),
    [...marks],
  );
  const all = (await Promise.all(transfers)).filter((transfer) => transfer !== null);
  await context.close();
  const reached = record((mark) => times[marks.indexOf(mark)] ?? NaN);
  const until = (mark: Mark) => origin + reached[mark];
  return {
    marks: reached,
    bytes: record((mark) =>
      all.filter(({ end }) => end <= until(mark)).reduce((sum, { bytes }) => sum + bytes, 0),
    ),
    early: all.filter(({ start }) => start < until("fadu:first-figure")).map(({ url }) => url),
  };
}
