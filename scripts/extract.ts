/**
 * `npm run extract -- PATH…`: figures of reports (txt, html, pdf, docx; files or folders) as one JSON
 * object a line, with the fields of the table `facts` and how each was come by. The same files give
 * the same bytes, by one process or many. A file that cannot be read is named at the end and stops
 * nothing. Exit code 0 done, 1 some files failed, 2 bad usage.
 */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkLines } from "./extract/check.ts";
import { filesOf, messageOf } from "./extract/files.ts";
import type { ReportFile } from "./extract/files.ts";
import { optionsOf, usage } from "./extract/options.ts";
import type { ExtractOptions } from "./extract/options.ts";
import { outputOf } from "./extract/output.ts";
import { readAll } from "./extract/pool.ts";
import { failureOf } from "./extract/reading.ts";
import { progressLine, Summary } from "./extract/summary.ts";

interface Streams {
  readonly standard: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}

/** The command; resolves to its exit code. */
export async function main(
  words: readonly string[],
  { standard, errors }: Streams = { standard: process.stdout, errors: process.stderr },
): Promise<0 | 1 | 2> {
  const options = optionsOf(words, availableParallelism());
  if (typeof options === "string") {
    errors.write(`${options}\n${usage}\n`);
    return 2;
  }
  const { files, missing } = await filesOf(options.paths);
  if (options.check !== null) return await check(files, options.check, { standard, errors });
  const failures = missing.map(({ path, message }) => `${path}: ${message}`);
  failures.push(...(await readInto(options, files, { standard, errors })));
  for (const failure of failures) errors.write(`${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}

/** Reads all files into the output; what could not be read, one line each. */
async function readInto(
  options: ExtractOptions,
  files: readonly ReportFile[],
  { standard, errors }: Streams,
): Promise<string[]> {
  const output = outputOf(options.format, options.out, standard);
  const summary = new Summary();
  const failures: string[] = [];
  for await (const { file, reading } of readAll(files, options.jobs)) {
    summary.add(reading);
    if (reading.failure !== null) failures.push(`${file.path}: ${reading.failure}`);
    await output.write(reading.rows);
    if (errors.isTTY) errors.write(progressLine(summary.files, files.length, summary.figures));
  }
  await output.end();
  if (errors.isTTY && files.length > 0) errors.write("\n");
  if (options.summary) errors.write(`${summary.lines().join("\n")}\n`);
  return failures;
}

async function check(
  files: readonly ReportFile[],
  annotations: string,
  { standard, errors }: Streams,
): Promise<0 | 1 | 2> {
  const [file] = files;
  if (!file || files.length > 1) {
    errors.write(`invalid path: --check compares one report, not ${String(files.length)}\n`);
    return 2;
  }
  try {
    for await (const line of checkLines(file, annotations)) standard.write(`${line}\n`);
    return 0;
  } catch (error) {
    errors.write(`${file.path}: ${failureOf(error) || messageOf(error)}\n`);
    return 1;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  // A reader that has seen enough (head) closes the pipe: no error of ours.
  process.stdout.on("error", () => process.exit(0));
  process.exitCode = await main(process.argv.slice(2));
}
