/**
 * Prints how long the page is blocked while queries run, and how soon one stops; exits 1 where a
 * limit is passed. `npx tsx bench/responsive.ts [runs]`, default 3: the median counts. Gaps grow
 * with what else the machine does; `longest work` is the processor time of the longest task.
 */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { engineAssets } from "../scripts/vite/engine-plugin.ts";
import { openBrowser } from "./page.ts";
import { longestWork, traceEvents } from "./trace.ts";
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

/** What was felt, and the longest task as the processor counts it, whoever else is busy. */
interface Measured extends Felt {
  readonly longestWork: number;
}

async function visit(): Promise<readonly Measured[]> {
  const page = await browser.newPage();
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.goto(`${origin}bench.html`);
  await page.waitForFunction(() => window.felt ?? window.failed, null, { timeout: 180_000 });
  const { felt, failed } = await page.evaluate(() => ({
    felt: window.felt,
    failed: window.failed,
  }));
  const events = traceEvents(await browser.stopTracing());
  await page.close();
  if (!felt) throw new Error(failed ?? "missing result");
  return felt.map((one) => ({ ...one, longestWork: longestWork(events, one.what) }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

try {
  const runs: (readonly Measured[])[] = [];
  for (let i = 0; i < Number(process.argv[2] ?? 3); i++) runs.push(await visit());
  console.log("| what | took, ms | longest task, ms | longest gap, ms | longest work, ms | |");
  console.log("| --- | ---: | ---: | ---: | ---: | --- |");
  for (const [i, { what }] of (runs[0] ?? []).entries()) {
    const of = (key: "took" | "longestTask" | "longestGap" | "longestWork") =>
      median(runs.map((felt) => felt[i]?.[key] ?? NaN));
    const isOver =
      of("longestGap") > BLOCKED || (what.includes("stop button") && of("took") > STOPPED);
    if (isOver) process.exitCode = 1;
    const values = [of("took"), of("longestTask"), of("longestGap"), of("longestWork")];
    const cells = values.map((ms) => ms.toFixed(0));
    console.log(`| ${what} | ${cells.join(" | ")} | ${isOver ? "over" : "ok"} |`);
  }
} finally {
  await browser.close();
  await server.close();
}
