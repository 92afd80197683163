/**
 * `npx tsx bench/mutants.ts [PER SEED]`: damaged files of each format, read by the page's code in a
 * thread with the page's deadline, as a table. Exit code 1 where a reader hung or broke, or where
 * a workbook, whose parts carry checksums, silently became another table.
 */
import { Worker } from "node:worker_threads";
import { patience } from "../src/files/index.ts";
import { kinds, mutate, random } from "../test/mutants/mutate.ts";
import { seeds, type Seed } from "../test/mutants/seeds.ts";

const most = Number(process.argv[2] ?? 1500);
const limits = { maxOldGenerationSizeMb: 768 };

/** The thread reads TypeScript as this script does. */
async function start(): Promise<Worker> {
  const url = JSON.stringify(new URL("mutants-worker.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => (register(), import(${url})))`;
  const worker = new Worker(code, { eval: true, resourceLimits: limits });
  if ((await answer(worker, 60_000)) !== "ready") throw new Error("the thread did not start");
  return worker;
}

/** The next answer; `stuck` after the deadline, `memory` where the thread ran out of it. */
function answer(worker: Worker, wait: number): Promise<string> {
  return new Promise((resolve) => {
    const done = (word: string): void => {
      clearTimeout(timer);
      worker.off("message", done).off("error", fail);
      resolve(word);
    };
    const fail = (error: NodeJS.ErrnoException): void =>
      done(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : `broke ${error.message}`);
    const timer = setTimeout(() => done("stuck"), wait);
    worker.on("message", done).on("error", fail);
  });
}

async function campaign({ name, bytes }: Seed, seed: number): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const next = random(seed);
  let worker = await start();
  for (let count = 0; count < most; count++) {
    const damaged = mutate(bytes, kinds[count % kinds.length] ?? "flip", next);
    worker.postMessage({ name, sound: bytes, damaged });
    const word = (await answer(worker, patience)).split(" ")[0] ?? "";
    found.set(word, (found.get(word) ?? 0) + 1);
    if (word !== "stuck" && word !== "memory") continue;
    await worker.terminate();
    worker = await start();
  }
  await worker.terminate();
  return found;
}

const columns = ["refused", "same", "told", "silent", "stuck", "memory", "broke"];
const rows: string[][] = [];
console.log(`| file | mutants | ${columns.join(" | ")} | what the format carries |`);
console.log(`| --- | --- | ${columns.map(() => "---").join(" | ")} | --- |`);
let isBroken = false;
for (const [index, seed] of (await seeds()).entries()) {
  const found = await campaign(seed, index + 1);
  const count = (word: string): number => found.get(word) ?? 0;
  const line = [seed.name, String(most), ...columns.map((word) => String(count(word))), seed.guard];
  console.log(`| ${line.join(" | ")} |`);
  rows.push(line);
  if (count("broke") > 0 || (seed.name === "a.xlsx" && count("silent") > 0)) isBroken = true;
}
console.log(`${rows.length * most} mutants, ${isBroken ? "broken" : "none broken"}`);
process.exit(isBroken ? 1 : 0);
