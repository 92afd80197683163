/** `tsx scripts/chart-schema.ts`: writes the JSON Schema of chart cells to docs/schema/chart.json. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { chartSchema } from "../src/notebook/chart-cell/index.ts";

export const chartSchemaFile = fileURLToPath(new URL("../docs/schema/chart.json", import.meta.url));

/** The file's text, as Prettier writes it. */
export function chartSchemaText(): Promise<string> {
  return format(JSON.stringify(chartSchema), { parser: "json", printWidth: 100 });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await mkdir(dirname(chartSchemaFile), { recursive: true });
  await writeFile(chartSchemaFile, await chartSchemaText());
}
