/** A large CSV read in: `npx tsx bench/files.ts [MB] [--keep FOLDER]`. Prints times; limits of issue 4. */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { serve } from "../scripts/serve.ts";
import { engineAssets } from "../scripts/vite/engine-plugin.ts";
import { openBrowser } from "./page.ts";

const megabytes = Number(process.argv[2] ?? 200);
const root = fileURLToPath(new URL("files", import.meta.url));
const publicDir = fileURLToPath(new URL("../public", import.meta.url));

/** Rows of seven columns, Chinese among them, until the file is as large as wanted. */
async function writeCsv(path: string): Promise<number> {
  const file = await open(path, "w");
  await file.write("地区,编号,日期,罚款,件数,结案,说明\n");
  let [size, rows] = [0, 0];
  while (size < megabytes * 1e6) {
    const lines = Array.from({ length: 20_000 }, () => {
      const n = rows++;
      return `漳州市,${String(n).padStart(8, "0")},2022-0${(n % 9) + 1}-15,${n / 100},${n % 97},${n % 2 === 0},"检查中发现隐患，已责令整改"`;
    });
    size += (await file.write(`${lines.join("\n")}\n`)).bytesWritten;
  }
  await file.close();
  return rows;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fadu-files-"));
  const outDir = join(folder, "dist");
  const csv = join(folder, "large.csv");
  await build({
    root,
    publicDir,
    base: "./",
    logLevel: "error",
    configFile: false,
    plugins: [engineAssets()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023" },
  });
  const rows = await writeCsv(csv);
  const { url, close } = await serve({ dir: outDir, port: 0 });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await page.goto(url);
    await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
    const held = () => page.evaluate(() => Number(document.documentElement.dataset["held"] ?? 0));
    const reset = () => page.evaluate(() => void (document.documentElement.dataset["held"] = "0"));
    const since = (start: number) => ((performance.now() - start) / 1000).toFixed(1);
    await reset();
    let start = performance.now();
    await page.setInputFiles("input[type=file]", csv);
    await page.waitForSelector(".own-scroll", { timeout: 600_000 });
    console.log(`${megabytes} MB, ${rows} rows: first rows shown after ${since(start)} s`);
    await page.waitForSelector(".own-confirm:not(:disabled)", { timeout: 600_000 });
    console.log(
      `every row looked at after ${since(start)} s, page held at most ${(await held()).toFixed(0)} ms`,
    );
    await reset();
    start = performance.now();
    await page.click(".own-confirm");
    await page.waitForSelector(".own-done", { timeout: 600_000 });
    console.log(
      `in the engine after ${since(start)} s more, page held at most ${(await held()).toFixed(0)} ms (limit 100)`,
    );
    await page.setInputFiles("input[type=file]", []);
    await page.setInputFiles("input[type=file]", csv);
    await page.waitForSelector(".own-confirm:not(:disabled)", { timeout: 600_000 });
    await page.click(".own-confirm");
    await page.waitForTimeout(1500);
    start = performance.now();
    await page.click(".own-buttons button:last-child");
    await page.waitForSelector(".own", { state: "detached" });
    console.log(`cancelled after ${((performance.now() - start) / 1000).toFixed(2)} s (limit 0.5)`);
  } finally {
    await browser.close();
    await close();
    await rm(folder, { recursive: true });
  }
}

await main();
