/** `npx tsx bench/growth-files.ts`: how the time to look at and load a file grows with its size. */
import { take } from "../test/data-files/world.ts";
import { seeds } from "../test/mutants/seeds.ts";
import { median, printTable } from "./table.ts";

const sizes = [4_000, 16_000, 64_000];

async function time(name: string, bytes: Uint8Array): Promise<number> {
  const found: number[] = [];
  for (let run = 0; run < 3; run++) {
    const begun = performance.now();
    await take(bytes, name);
    found.push(performance.now() - begun);
  }
  return median(found);
}

const times = new Map<string, number[]>();
for (const rows of sizes)
  for (const { name, bytes } of await seeds(rows)) {
    const own = times.get(name) ?? [];
    own.push(await time(name, bytes));
    times.set(name, own);
  }
const rows = [...times].map(([name, own]) => {
  const [first = 1, last = 1] = [own[0], own.at(-1)];
  const exponent = Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
  return [name, ...own.map((ms) => ms.toFixed(0)), exponent.toFixed(2)];
});
printTable(["file", ...sizes.map((size) => `${size} rows, ms`), "exponent"], rows);
