import { compileNotebook } from "../src/notebook/compile.ts";
import { openDocument, setSource } from "../src/notebook/editing.ts";
import { hostileNotebooks } from "../test/attack/hostile-notebooks.ts";

/**
 * Prints how the time to compile a notebook grows with its size, for each kind of hostile text, and
 * then the time that one key in its last cell takes: ms at 1 000, 2 000 … 64 000 repetitions, and the
 * exponent of the fit (1 is linear, 2 is the square).
 * `npx tsx bench/growth.ts headings` prints the kinds with that word. Where a limit is passed the
 * text is refused, so the exponent is fitted over the sizes up to the slowest.
 */
const sizes = [1, 2, 4, 8, 16, 32, 64].map((k) => k * 1000);
const RUNS = 3;
/** Times below this are noise of the clock and of the collector, in ms. */
const FLOOR = 5;

function time(act: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function timeToCompile(text: string): number {
  return time(() => compileNotebook(text, { slug: "growth" }));
}

/** A key is read on the page's own thread. */
function timeOfKey(text: string): number {
  const doc = openDocument(text, { slug: "growth" });
  const last = doc.cells.at(-1);
  let typed = 0;
  return last ? time(() => setSource(doc, last.key, `${typed++}${last.cell.source}`)) : 0;
}

/** The slope of log time over log size, by least squares. */
function exponent(times: readonly number[]): number {
  const slowest = times.indexOf(Math.max(...times));
  const points = times
    .slice(0, slowest + 1)
    .map((ms, i) => [Math.log(sizes[i] ?? 1), Math.log(Math.max(ms, FLOOR))] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / spread;
}

const word = process.argv[2] ?? "";
const chosen = Object.entries(hostileNotebooks).filter(([name]) => name.includes(word));
for (const [, make] of chosen) timeToCompile(make(500));
const measured = { "compile, ms": timeToCompile, "key, ms": timeOfKey };
for (const [title, timeOf] of Object.entries(measured)) {
  console.log(`| ${title} | ${sizes.map((n) => `${n / 1000}k`).join(" | ")} | exponent |`);
  console.log(`| --- |${" ---: |".repeat(sizes.length + 1)}`);
  let worst: readonly [string, number] = ["", 0];
  for (const [name, make] of chosen) {
    const times = sizes.map((n) => timeOf(make(n)));
    const slope = exponent(times);
    if (slope > worst[1]) worst = [name, slope];
    console.log(
      `| ${name} | ${times.map((ms) => ms.toFixed(0)).join(" | ")} | ${slope.toFixed(2)} |`,
    );
  }
  console.log(`\n${chosen.length} kinds; steepest: ${worst[0]} ${worst[1].toFixed(2)}\n`);
}
