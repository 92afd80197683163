/**
 * `tsx scripts/data.ts [--check | --coverage | --proposals]`: validates data/ and writes public/data/
 * (Parquet, Arrow, JSON, manifest). `--check` only validates; `--coverage` prints the first table of
 * docs/coverage.md instead, `--proposals` the identities that the figures suggest and checks.json
 * does not have.
 * Exit code 1 with every problem on stderr, 2 for an unknown option.
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { desc, from, op } from "arquero";
import { columnsOf, tableNames, tablesOf } from "../src/domain/index.ts";
import type { Dataset, TableName } from "../src/domain/index.ts";
import type { FileEntry, Manifest, TableEntry } from "../src/engine/index.ts";
import { toArrowStream } from "../src/engine/ipc.ts";
import { coverageTable } from "./coverage.ts";
import { parquetOf } from "./parquet.ts";
import type { Row } from "./parquet.ts";
import { readData } from "./read.ts";

export { readData };

/** What is known of a written table, by its own name. */
interface WrittenTable extends TableEntry {
  readonly name: TableName;
}

export interface WrittenManifest extends Manifest {
  readonly tables: readonly WrittenTable[];
}

/** Writes the tables of a valid data set to `out`; the same data gives the same bytes. */
export async function writeData(dataset: Dataset, out: string): Promise<WrittenManifest> {
  await mkdir(out, { recursive: true });
  const rows = tablesOf(dataset);
  const tables = await Promise.all(
    tableNames.map((name) => writeTable(name, rows[name].map(plain), out)),
  );
  const manifest: WrittenManifest = { version: 1, tables };
  await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * One line a headline metric: how many figures, of how many reports, and which do not report it.
 * Only of reports read whole: of a page read at its opening, absence says nothing.
 */
export function headlines(dataset: Dataset): string[] {
  const { facts: all, reports: every, metrics } = tablesOf(dataset);
  const reports = every.filter(({ coverage }) => coverage === "full");
  const full = new Set(reports.map(({ report_id }) => report_id));
  const facts = all.filter(({ report_id }) => full.has(report_id));
  const headline = from(metrics.filter((metric) => metric.headline)).select("metric_id", "unit");
  const reported = from(facts).select("metric_id", "report_id");
  const missing = headline
    .cross(from(reports).select("report_id"))
    .antijoin(reported)
    .groupby("metric_id")
    .rollup({ missing: op.array_agg("report_id") });
  return headline
    .join(reported, "metric_id")
    .groupby("metric_id", "unit")
    .rollup({ figures: op.count(), reports: op.distinct("report_id") })
    .join_left(missing, "metric_id")
    .orderby(desc("figures"), "metric_id")
    .objects()
    .map(headlineText);
}

function headlineText(row: object): string {
  const { metric_id, unit, figures, reports, missing } = row as Readonly<Record<string, unknown>>;
  const none = Array.isArray(missing) ? `; not reported: ${missing.join(", ")}` : "";
  return `${String(metric_id)} (${String(unit)}): ${String(figures)} in ${String(reports)} reports${none}`;
}

/** One line a proposal, likeliest first: what it would say, and what it would be in checks.json. */
export function proposalLines(dataset: Dataset): string[] {
  const { proposals } = tablesOf(dataset);
  if (proposals.length === 0) return ["no proposals"];
  return proposals.map(
    ({ score, kind, report_id, stated_fact, operands, identity, stated, recomputed, verdict }) =>
      `${score.toFixed(2)} ${kind} ${report_id}: ${stated_fact} = ${stated}, ${identity} = ${recomputed} (${verdict}; operands ${operands})`,
  );
}

async function writeTable(name: TableName, rows: Row[], out: string): Promise<WrittenTable> {
  const columns = columnsOf(name).map((column) => ({ name: column.name, type: column.type }));
  await writeFile(join(out, `${name}.json`), jsonLines(name, rows));
  return {
    name,
    ...(await writeHashed(out, `${name}.parquet`, parquetOf(columnsOf(name), rows))),
    json: `${name}.json`,
    rows: rows.length,
    arrow: await writeHashed(out, `${name}.arrow`, toArrowStream(columns, rows)),
    columns,
  };
}

async function writeHashed(out: string, file: string, bytes: Uint8Array): Promise<FileEntry> {
  await writeFile(join(out, file), bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, bytes: bytes.byteLength, sha256 };
}

/** A JSON array, one row a line, the fields in the order of the columns. */
function jsonLines(name: TableName, rows: readonly Row[]): string {
  const names = columnsOf(name).map((column) => column.name);
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(names.map((key) => [key, row[key] ?? null]))),
  );
  return `[\n${lines.join(",\n")}\n]\n`;
}

function plain(row: object): Row {
  return { ...row };
}

export interface CommandOptions {
  /** Folder of the curated files; default `data/`. */
  readonly data?: string;
  /** Folder to write to; default `public/data/`. */
  readonly out?: string;
  readonly print?: (line: string) => void;
  readonly complain?: (line: string) => void;
}

/** The command; resolves to its exit code: 0 done, 1 the data has problems, 2 unknown option. */
export async function main(
  options: readonly string[],
  {
    data = fileURLToPath(new URL("../data", import.meta.url)),
    out = fileURLToPath(new URL("../public/data", import.meta.url)),
    print = console.log,
    complain = console.error,
  }: CommandOptions = {},
): Promise<0 | 1 | 2> {
  const unknown = options.find(
    (option) => !["--check", "--coverage", "--proposals"].includes(option),
  );
  if (unknown !== undefined) {
    complain(`unknown option: ${unknown}`);
    return 2;
  }
  const { dataset, problems } = await readData(data);
  for (const { file, id, message } of problems) complain(`data/${file} ${id}: ${message}`);
  if (problems.length > 0) return 1;
  if (options.includes("--coverage")) {
    coverageTable(dataset).forEach((line) => print(line));
    return 0;
  }
  if (options.includes("--proposals")) {
    proposalLines(dataset).forEach((line) => print(line));
    return 0;
  }
  const written = options.length === 0 ? (await writeData(dataset, out)).tables : [];
  for (const { file, rows, bytes } of written) print(`${file}: ${rows} rows, ${bytes} bytes`);
  headlines(dataset).forEach((line) => print(line));
  return 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2));
