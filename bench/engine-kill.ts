/**
 * `npx tsx bench/engine-kill.ts [kills]` (`npm run build` first): the engine of the built page is
 * ended at random moments, also while it loads; prints how long until the page answers again, and
 * whether every table has its rows, the reader's own too.
 */
import { chromium, type Page } from "playwright";
import { serve } from "../scripts/serve.ts";
import { encodeLink } from "../src/drafts/link/link.ts";

const kills = Number(process.argv[2] ?? 100);
const own = `a,b\n${Array.from({ length: 2000 }, (_, n) => `${n},${n * 2}`).join("\n")}`;
const text = `---
title: kills
---

\`\`\`input id=turn
type: select
options: [{ value: a }, { value: b }]
\`\`\`

\`\`\`sql id=ours
SELECT count(*) AS facts, (SELECT count(*) FROM regions) AS regions, \${turn} AS turn FROM facts
\`\`\`

\`\`\`sql id=own_rows
SELECT count(*) AS n, sum(b) AS s, \${turn} AS turn FROM own
\`\`\`
`;
const bytes = new TextEncoder().encode(own);
const link = encodeLink(
  {
    text,
    slug: "kills",
    language: "en",
    inputs: {},
    tables: [{ name: "own", format: "csv", bytes }],
  },
  { limit: 120_000 },
);
if (!link.ok) throw new Error("the link is too long");

/** Asks both cells again and gives what they show once it is the answer to this question. */
async function answer(page: Page, turn: string): Promise<string> {
  await page.locator("#input-turn").selectOption(turn);
  const handle = await page.waitForFunction(
    (wanted) => {
      const rows = ["ours", "own_rows"].map((id) =>
        [...document.querySelectorAll(`[data-cell="${id}"] tbody td`)].map(
          (cell) => cell.textContent,
        ),
      );
      return rows.every((cells) => cells.at(-1) === wanted)
        ? JSON.stringify(rows.map((cells) => cells.slice(0, -1)))
        : null;
    },
    turn,
    { timeout: 60_000 },
  );
  return String(await handle.jsonValue());
}

const site = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
await page.goto(`${site.url}en/edit/${link.fragment}`);
const right = await answer(page, "b");
const times: number[] = [];
let [wrong, ended] = [0, 0];
for (let kill = 0; kill < kills; kill++) {
  // Every third while the engine that was ended before is still loading its tables.
  await page.waitForTimeout(kill % 3 === 2 ? Math.random() * 150 : Math.random() * 900);
  const workers = page.workers();
  ended += workers.length > 0 ? 1 : 0;
  let start = performance.now();
  await Promise.allSettled(workers.map((worker) => worker.evaluate(() => self.close())));
  if (kill % 3 === 1) {
    await page.waitForTimeout(300 + Math.random() * 900);
    // While it comes back: what counts is the time from the last of them.
    start = performance.now();
    await Promise.allSettled(page.workers().map((worker) => worker.evaluate(() => self.close())));
  }
  if ((await answer(page, kill % 2 === 0 ? "a" : "b")) !== right) wrong++;
  times.push(performance.now() - start);
}
await browser.close();
await site.close();
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
console.log(`${kills} kills, ${ended} met a worker, ${wrong} with wrong rows (right: ${right})`);
console.log(`back after, ms: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(0.999)}`);
process.exitCode = wrong > 0 ? 1 : 0;
