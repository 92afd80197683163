import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Case } from "./case.ts";
import { chartCases } from "./charts.ts";
import { fileCases } from "./files.ts";
import { sqlCases } from "./sql.ts";

/** Each kind has its list; another is added here. */
export const lists: Readonly<Record<string, readonly Case[]>> = {
  files: fileCases,
  sql: sqlCases,
  charts: chartCases,
};

/** Beside the checkout, where there is one; `FADU_CASES` names another. */
export const caseFolder =
  process.env["FADU_CASES"] ?? fileURLToPath(new URL("../../../shared/cases", import.meta.url));

export const hasCases = existsSync(caseFolder);

/** Folders that no list names. */
export function foldersWithout(folder: string): string[] {
  const cases = Object.values(lists).flat();
  const named = new Set(cases.map(({ name }) => name.split("/")[0]));
  return readdirSync(folder).filter((name) => !name.includes(".") && !named.has(name));
}
