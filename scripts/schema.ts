/** `tsx scripts/schema.ts`: writes the JSON Schemas of the curated files to data/schema/. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchema, rowSchemas } from "../src/domain/schema.ts";
import type { FileKind } from "../src/domain/schema.ts";

/** File name → text of every schema, `checks.json` … `themes.json`. */
export function schemaFiles(): Map<string, string> {
  const kinds = Object.keys(rowSchemas) as FileKind[];
  return new Map(kinds.map((kind) => [`${kind}.json`, jsonSchema(kind)]));
}

async function main(): Promise<void> {
  const folder = fileURLToPath(new URL("../data/schema", import.meta.url));
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(join(folder, name), text);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
