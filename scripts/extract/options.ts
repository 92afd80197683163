import { parseArgs } from "node:util";

export const outputFormats = ["jsonl", "csv", "parquet"] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface ExtractOptions {
  readonly paths: readonly string[];
  /** A file; standard output where none is given. */
  readonly out: string | null;
  readonly format: OutputFormat;
  /** Print coverage and confidence when done. */
  readonly summary: boolean;
  /** Processes that read. */
  readonly jobs: number;
  /** Annotations of another extractor to compare with, instead of printing our own reading. */
  readonly check: string | null;
}

export const usage = `usage: npm run extract -- PATH… [--out FILE] [--format jsonl|csv|parquet] [--summary] [--jobs N] [--check ANNOTATIONS]

PATH is a report (txt, html, pdf, docx) or a folder of them. One JSON object a line on standard
output, one a figure. --check compares what another extractor proposes for one report (LangExtract
JSONL, CSV, JSON, W3C Web Annotation) with our own reading. Exit code 0 done, 1 some files failed,
2 bad usage.`;

/** Reads the command's words; a text says what is wrong with them. */
export function optionsOf(words: readonly string[], cores: number): ExtractOptions | string {
  const parsed = parsedOf(words);
  if (typeof parsed === "string") return parsed;
  const { values, positionals: paths } = parsed;
  const format = outputFormats.find((each) => each === (values.format ?? "jsonl"));
  const jobs = Number(values.jobs ?? cores);
  if (paths.length === 0) return "missing path";
  if (!format) return `unknown format: ${String(values.format)}`;
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    return `invalid jobs: ${String(values.jobs)}`;
  if (format === "parquet" && values.out === undefined)
    return "missing out: Parquet needs --out FILE";
  return {
    paths,
    out: values.out ?? null,
    format,
    summary: values.summary ?? false,
    jobs,
    check: values.check ?? null,
  };
}

function parsedOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        format: { type: "string" },
        summary: { type: "boolean" },
        jobs: { type: "string" },
        check: { type: "string" },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
