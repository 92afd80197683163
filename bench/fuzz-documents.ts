/**
 * `npx tsx bench/fuzz-documents.ts [PER SEED]`: damaged reports of each format, read in a thread with
 * the page's deadline, as a table. Exit code 1 where a reader hung, ran out of memory or broke.
 */
import { Worker } from "node:worker_threads";
import { patience } from "../src/files/index.ts";
import { mutantsOf, seeds, type Seed } from "../test/documents/mutants.ts";

const most = Number(process.argv[2] ?? 1500);

/** The thread reads TypeScript as this script does. */
async function start(): Promise<Worker> {
  const url = JSON.stringify(new URL("fuzz-documents-worker.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => (register(), import(${url})))`;
  const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 768 } });
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

async function campaign(seed: Seed, from: number): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let worker = await start();
  for (const bytes of mutantsOf(seed, most, from)) {
    worker.postMessage({ name: seed.name, bytes });
    const said = await answer(worker, patience);
    const [word = ""] = said.split(" ");
    found.set(word, (found.get(word) ?? 0) + 1);
    if (word === "broke") console.error(`${seed.name}: ${said}`);
    if (!["stuck", "memory", "broke"].includes(word)) continue;
    await worker.terminate();
    worker = await start();
  }
  await worker.terminate();
  return found;
}

let isBroken = false;
console.log("| file | mutants | read | refused | stuck | memory | broke |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const [index, seed] of seeds.entries()) {
  const found = await campaign(seed, index + 1);
  const of = (word: string): number => found.get(word) ?? 0;
  const bad = of("stuck") + of("memory") + of("broke");
  isBroken ||= bad > 0;
  const cells = [
    seed.name,
    most,
    of("read"),
    most - of("read") - bad,
    of("stuck"),
    of("memory"),
    of("broke"),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
process.exitCode = isBroken ? 1 : 0;
