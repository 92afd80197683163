import { areaList } from "@vant/area-data";
import { fileURLToPath } from "node:url";
import { readDocument, readPath } from "../../src/documents/node.ts";
import type { DocumentText } from "../../src/documents/node.ts";
import { documentErrorWords } from "../../src/documents/say.ts";
import { extract, registryOf } from "../../src/extract/index.ts";
import type { Extraction, ExtractionCatalogue } from "../../src/extract/index.ts";
import { readData } from "../read.ts";
import type { Row } from "../parquet.ts";
import { messageOf } from "./files.ts";
import { rowOf } from "./lines.ts";
import type { ReportFile } from "./files.ts";

export { readDocument };

/** What came of one file. */
export interface FileReading {
  readonly rows: readonly Row[];
  readonly numbers: number;
  readonly open: number;
  readonly characters: number;
  /** Why it could not be read; null where it could. */
  readonly failure: string | null;
}

/** What the extractor knows, from `data/` and the division of the country. */
export async function openCatalogue(): Promise<ExtractionCatalogue> {
  const { dataset } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));
  const { metrics, themes, regions } = dataset;
  return { metrics, themes, regions, divisions: registryOf(areaList) };
}

/** Reads one file; whatever is wrong with it is said, never thrown. */
export async function readReport(
  { path, reportId }: ReportFile,
  catalogue: ExtractionCatalogue,
): Promise<FileReading> {
  try {
    const document = await readPath(path);
    return readingOf(path, document, extractionOf(reportId, document, catalogue));
  } catch (error) {
    return { rows: [], numbers: 0, open: 0, characters: 0, failure: failureOf(error) };
  }
}

export function extractionOf(
  reportId: string,
  { text, sha256, title, published }: DocumentText,
  catalogue: ExtractionCatalogue,
): Extraction {
  return extract({ reportId, text, sha256, title, published }, catalogue);
}

export function failureOf(error: unknown): string {
  return documentErrorWords("en", error) || messageOf(error);
}

function readingOf(path: string, { text }: DocumentText, extraction: Extraction): FileReading {
  const { facts, numbers } = extraction;
  return {
    rows: facts.map((proposed) => rowOf(path, proposed)),
    numbers: numbers.length,
    open: numbers.filter(({ fate }) => fate === "open").length,
    characters: text.length,
    failure: null,
  };
}
