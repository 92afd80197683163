import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ReportFile } from "./files.ts";
import { openCatalogue, readReport } from "./reading.ts";
import type { FileReading } from "./reading.ts";

/** How many files may be read before the first of them is passed on. */
const ahead = 64;

/** Reads files by several processes, in the order in which they are given, whoever is done first. */
export async function* readAll(
  files: readonly ReportFile[],
  jobs: number,
): AsyncGenerator<{ readonly file: ReportFile; readonly reading: FileReading }> {
  if (jobs === 1 || files.length === 1) {
    const catalogue = await openCatalogue();
    for (const file of files) yield { file, reading: await readReport(file, catalogue) };
    return;
  }
  const readers = Array.from({ length: Math.min(jobs, files.length) }, () => new Reader());
  try {
    yield* inOrder(files, readers);
  } finally {
    for (const reader of readers) reader.end();
  }
}

async function* inOrder(files: readonly ReportFile[], readers: readonly Reader[]) {
  const idle = [...readers];
  const waiting: ((reader: Reader) => void)[] = [];
  const free = (reader: Reader): void => {
    const next = waiting.shift();
    if (next) next(reader);
    else idle.push(reader);
  };
  const taken = (): Promise<Reader> => {
    const reader = idle.shift();
    return reader ? Promise.resolve(reader) : new Promise((resolve) => waiting.push(resolve));
  };
  const read = async (file: ReportFile): Promise<FileReading> => {
    const reader = await taken();
    const reading = await reader.read(file);
    free(reader);
    return reading;
  };
  const running: { readonly file: ReportFile; readonly reading: Promise<FileReading> }[] = [];
  let begun = 0;
  while (begun < files.length || running.length > 0) {
    for (const file of files.slice(begun, begun + ahead - running.length)) {
      running.push({ file, reading: read(file) });
      begun++;
    }
    const first = running.shift();
    if (first) yield { file: first.file, reading: await first.reading };
  }
}

const script = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** One process. What ends it (out of memory) fails the file that it read, and another takes its place. */
class Reader {
  #process = begin();

  async read(file: ReportFile): Promise<FileReading> {
    const child = this.#process;
    return await new Promise((resolve) => {
      const done = (reading: FileReading): void => {
        child.removeAllListeners();
        resolve(reading);
      };
      const fail = (failure: string): void => {
        this.#process = begin();
        done({ rows: [], numbers: 0, open: 0, characters: 0, failure });
      };
      child.on("message", (message) => done(message as FileReading));
      child.on("error", (error) => fail(error.message));
      child.on("exit", () => fail("the process that read it ended"));
      child.send(file);
    });
  }

  end(): void {
    this.#process.removeAllListeners();
    this.#process.kill();
  }
}

/** With the loader of this process, so that it reads TypeScript too. */
function begin(): ChildProcess {
  return fork(script, { execArgv: process.execArgv, serialization: "advanced" });
}
