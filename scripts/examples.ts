/** Writes under each SQL example of docs/data-model.md what the engine answers. `--check` only compares. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import type { Row } from "../src/engine/index.ts";
import { openViews } from "./views.ts";
import { readData } from "./read.ts";

export const examplesFile = fileURLToPath(new URL("../docs/data-model.md", import.meta.url));

/** An example: a fenced statement and the table below it, which is its answer. */
const example = /^```sql\n([\s\S]*?)\n```\n(?:\n\|[^\n]*(?:\n\|[^\n]*)*\n)?/gm;

/** The statements of a document, in order. */
export function statementsOf(text: string): string[] {
  return [...text.matchAll(example)].map(([, sql = ""]) => sql);
}

/** The document with each answer as the engine gives it now. Throws where a statement fails. */
export async function examplesPage(text: string): Promise<string> {
  const { dataset } = await readData(fileURLToPath(new URL("../data", import.meta.url)));
  const { connection, query } = await openViews(dataset);
  const answers = new Map<string, string>();
  try {
    for (const sql of statementsOf(text)) {
      const rows = await query(sql);
      if (rows.length === 0) throw new Error(`missing rows: ${sql}`);
      answers.set(sql, tableOf(rows));
    }
  } finally {
    await connection.close();
  }
  const page = text.replace(
    example,
    (_all, sql: string) => `\`\`\`sql\n${sql}\n\`\`\`\n\n${answers.get(sql) ?? ""}\n`,
  );
  return format(page, { ...(await resolveConfig(examplesFile)), parser: "markdown" });
}

function tableOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => line(names.map((name) => cellOf(row[name]))));
  return [line(names), line(names.map(() => "---")), ...body].join("\n");
}

function cellOf(value: unknown): string {
  if (value == null) return "null";
  if (Array.isArray(value)) return value.map(cellOf).join(" ");
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  return String(value).replaceAll("|", "\\|");
}

async function main(): Promise<void> {
  const text = await readFile(examplesFile, "utf8");
  const page = await examplesPage(text);
  if (!process.argv.includes("--check")) return writeFile(examplesFile, page);
  if (page === text) return;
  console.error("invalid docs/data-model.md: run npx tsx scripts/examples.ts");
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
