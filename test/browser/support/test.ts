import { fileURLToPath } from "node:url";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { serve, type ServeOptions, type Served } from "../../../scripts/serve.ts";

/** The folder under test. */
export const dist =
  process.env["FADU_DIST"] ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/** Details of a test that only the long run (`FADU_LONG=1`) has: a variant of one that always runs. */
export function inLong(isLong: boolean): { tag?: string } {
  return isLong ? { tag: "@long" } : {};
}

/** The site as a static host would serve it, at a free port. */
export function host(options: ServeOptions = {}): Promise<Served> {
  return serve({ dir: dist, port: 0, ...options });
}

interface TestFixtures {
  /** Complaints that a test provokes on purpose; all others fail it. */
  readonly expected: RegExp | null;
  /** What the page complained of: console, uncaught errors, policy, requests elsewhere. */
  readonly complaints: string[];
}

interface WorkerFixtures {
  readonly site: Served;
}

/** A policy violation is said on the console, where the test hears it, by the page itself. */
function reportViolations(): void {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    console.error(`policy violation: ${effectiveDirective} ${blockedURI}`),
  );
}

/** Loopback only: sub-path tests have servers of their own. */
function isForeign(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol.startsWith("http") && hostname !== "localhost";
}

/** What the tests' own tool says on the page's console. */
const tool = /Service Worker registration blocked by Playwright/;

async function listen(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.addInitScript(reportViolations);
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (tool.test(message.text())) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    if (isForeign(request.url())) complaints.push(`foreign request: ${request.url()}`);
  });
}

/**
 * As Playwright's, with the site served once per worker; every test fails where its page says an
 * error or a warning, violates its policy or asks another origin for anything.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // Fixtures must be taken apart, even where none is needed.
    async ({ playwright: _ }, use) => {
      const served = await host();
      await use(served);
      await served.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  expected: [null, { option: true }],
  complaints: [
    async ({ context, expected }, use) => {
      const complaints: string[] = [];
      await listen(context, complaints);
      await use(complaints);
      const surprising = complaints.filter((text) => !expected?.test(text));
      expect(surprising, "the page complains").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** The home page's path in a language. */
export function home(language: Language): string {
  return language === "zh" ? "" : "en/";
}
