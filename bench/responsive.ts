/**
 * Prints how long the page is blocked while queries run, and how soon one stops; exits 1 where a
 * limit is passed. `npx tsx bench/responsive.ts [runs]`, default 3: the median counts.
 */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { engineAssets } from "../vite/engine-plugin.ts";
import { openBrowser } from "./page.ts";
import type { Felt } from "./responsive-page.ts";

/** The page never stands still for longer, in ms. */
const BLOCKED = 100;
/** A query is stopped within, in ms. */
const STOPPED = 500;

const html = `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module" src="/bench/responsive-page.ts"></script>`;

const server = await createServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  logLevel: "error",
  server: { port: 0, hmr: false },
  optimizeDeps: {
    entries: ["bench/responsive-page.ts"],
    include: ["@duckdb/duckdb-wasm", "apache-arrow"],
  },
  plugins: [
    engineAssets(),
    {
      name: "page",
      configureServer: ({ middlewares }) =>
        void middlewares.use("/bench.html", (_request, response) => {
          response.setHeader("content-type", "text/html");
          response.end(html);
        }),
    },
  ],
});
await server.listen();
const origin = server.resolvedUrls?.local[0] ?? "";
const browser = await openBrowser();

async function visit(): Promise<readonly Felt[]> {
  const page = await browser.newPage();
  await page.goto(`${origin}bench.html`);
  await page.waitForFunction(() => window.felt ?? window.failed, null, { timeout: 180_000 });
  const { felt, failed } = await page.evaluate(() => ({
    felt: window.felt,
    failed: window.failed,
  }));
  await page.close();
  if (!felt) throw new Error(failed ?? "missing result");
  return felt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

try {
  const runs: (readonly Felt[])[] = [];
  for (let i = 0; i < Number(process.argv[2] ?? 3); i++) runs.push(await visit());
  console.log("| what | took, ms | longest task, ms | longest gap, ms | |");
  console.log("| --- | ---: | ---: | ---: | --- |");
  for (const [i, { what }] of (runs[0] ?? []).entries()) {
    const of = (key: "took" | "longestTask" | "longestGap") =>
      median(runs.map((felt) => felt[i]?.[key] ?? NaN));
    const isOver =
      of("longestGap") > BLOCKED || (what.includes("stop button") && of("took") > STOPPED);
    if (isOver) process.exitCode = 1;
    const cells = [of("took"), of("longestTask"), of("longestGap")].map((ms) => ms.toFixed(0));
    console.log(`| ${what} | ${cells.join(" | ")} | ${isOver ? "over" : "ok"} |`);
  }
} finally {
  await browser.close();
  await server.close();
}
