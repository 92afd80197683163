import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Dataset } from "../../src/domain/index.ts";
import { figuresOf, undecided, type Figure, type ReadReport } from "../../src/review/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { createReader } from "../../src/review/reader/index.ts";
import type { Answer } from "../../src/review/reader/protocol.ts";
import { serveReader } from "../../src/review/reader/serve.ts";
import { readData } from "../../scripts/read.ts";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const example = readFileSync(here("src/page/extract/example.txt"), "utf8");

export async function dataset(): Promise<Dataset> {
  return (await readData(here("data"))).dataset;
}

/** The real reader without a thread of its own. */
export function reader({ metrics, themes, regions }: Dataset) {
  return createReader(
    { metrics, themes, regions },
    {
      spawn() {
        let hear: (answer: Answer) => void = () => {};
        // What crosses is copied, as between threads.
        const serve = serveReader(
          (answer) => hear(structuredClone(answer)),
          (file, name, steps) => readDocument(file, name, steps),
        );
        return { post: serve, listen: (onAnswer) => (hear = onAnswer), end: () => {} };
      },
    },
  );
}

export async function read(text: string, name = "report.txt"): Promise<ReadReport> {
  return reader(await dataset()).read(new Blob([text]), name);
}

/** The figure that writes its number so; the first of several. */
export function figure(report: ReadReport, value_text: string, decisions = undecided): Figure {
  const found = figuresOf(report, decisions).find(({ fact }) => fact.value_text === value_text);
  if (!found) throw new Error(`missing figure: ${value_text}`);
  return found;
}
