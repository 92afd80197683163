import { createServer, type Server } from "node:http";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright";
import sirv from "sirv";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineAssets } from "../../scripts/vite/engine-plugin.ts";

const root = fileURLToPath(new URL("page", import.meta.url));
const cache = fileURLToPath(new URL("../../.cache", import.meta.url));
let outDir: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "fadu-engine-"));
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "warn",
    plugins: [engineAssets({ cache })],
    build: { outDir, emptyOutDir: true },
  });
  const serve = sirv(outDir, { etag: true });
  server = createServer((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    const inside = request.url?.startsWith("/a/b/");
    if (!inside) return missing();
    request.url = request.url?.slice("/a/b".length);
    serve(request, response, missing);
  }).listen(0);
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(outDir, { recursive: true });
});

test("the built engine starts under a sub-path and the page's policy, from its own origin", async () => {
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const visit of ["first", "second"]) {
    await page.goto(`${origin}/a/b/index.html`);
    await expect.poll(() => page.textContent("body"), { timeout: 30_000 }).toBe('[{"n":42}]');
    console.log(
      `${visit} visit, navigation to first answer: ${await page.getAttribute("body", "data-ms")} ms`,
    );
  }
  expect(complaints).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(`${origin}/a/b/`));
  expect(foreign.filter((url) => !/^(blob:|data:)/.test(url))).toEqual([]);
}, 90_000);

test("no host takes the module for a gzip file, and nothing of it is in the first script", async () => {
  const names = await readdir(join(outDir, "assets"));
  expect(names.filter((name) => /wasm/.test(name))).toEqual([
    expect.stringMatching(/^duckdb-eh-[0-9a-f]{12}\.wasm\.gz\.bin$/),
  ]);
  console.log(names.join("\n"));
});
