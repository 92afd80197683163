/** Files of `data/` → data set. Loads zod through the schema, so it is not in the index either. */
import type * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import type { DataProblem, Dataset, FactFile } from "./dataset.ts";
import { rowSchemas } from "./schema.ts";
import type { FileKind } from "./schema.ts";

export interface ParsedDataset {
  /** The rows whose shape is right. */
  readonly dataset: Dataset;
  /** What is wrong with the shape of the others. */
  readonly problems: readonly DataProblem[];
}

/** Reads `reports.json`, `facts/zhuzhou-2024.json` … (name → text) by their schemas. */
export function parseDataset(files: ReadonlyMap<string, string>): ParsedDataset {
  const problems: DataProblem[] = [];
  const rows = <K extends FileKind>(kind: K, file: string): Row<K>[] =>
    parseFile(kind, file, files.get(file), problems);
  const dataset: Dataset = {
    reports: rows("reports", "reports.json"),
    metrics: rows("metrics", "metrics.json"),
    themes: rows("themes", "themes.json"),
    regions: rows("regions", "regions.json"),
    identities: rows("checks", "checks.json"),
    factFiles: factNames(files).map((file): FactFile => ({ file, facts: rows("facts", file) })),
  };
  return { dataset, problems };
}

type Row<K extends FileKind> = z.infer<(typeof rowSchemas)[K]>;

function factNames(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter((name) => /^facts\/[^/]+\.json$/.test(name)).sort();
}

function parseFile<K extends FileKind>(
  kind: K,
  file: string,
  text: string | undefined,
  problems: DataProblem[],
): Row<K>[] {
  const content = text === undefined ? undefined : parseJson(text);
  if (!Array.isArray(content)) {
    const message = text === undefined ? "missing file" : "invalid file: no JSON array";
    problems.push({ file, id: "", message });
    return [];
  }
  // Said with each check: the mini library has no words, and nothing is set for all at import.
  const error = english().localeError;
  return content.flatMap((row: unknown, index) => {
    const result = rowSchemas[kind].safeParse(row, { error });
    if (result.success) return [result.data as Row<K>];
    problems.push(...issues(result.error, file, idOf(row) ?? `[${index}]`));
    return [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issues(error: z.core.$ZodError, file: string, id: string): DataProblem[] {
  return error.issues.map((issue) => ({
    file,
    id,
    message: `invalid ${issue.path.join(".") || "row"}: ${issue.message}`,
  }));
}

/** The first column of a row is its id. */
function idOf(row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const [first] = Object.values(row) as unknown[];
  return typeof first === "string" && first !== "" ? first : null;
}
