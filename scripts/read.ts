import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { validate } from "../src/domain/index.ts";
import type { DataProblem, Dataset } from "../src/domain/index.ts";
import { parseDataset } from "../src/domain/parse.ts";

/** Reads and validates a folder of curated files; `problems` is empty where all is well. */
export async function readData(
  folder: string,
): Promise<{ readonly dataset: Dataset; readonly problems: readonly DataProblem[] }> {
  const { dataset, problems } = parseDataset(await readFiles(folder));
  return { dataset, problems: [...problems, ...validate(dataset)] };
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const top = await readdir(folder);
  const facts = top.includes("facts") ? await readdir(join(folder, "facts")) : [];
  const names = [...top, ...facts.map((name) => `facts/${name}`)]
    .filter((name) => name.endsWith(".json"))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}
