import { readFile } from "node:fs/promises";
import {
  checkAnnotations,
  compareAnnotations,
  importAnnotations,
} from "../../src/extract/annotations/index.ts";
import { readPath } from "../../src/documents/node.ts";
import type { ReportFile } from "./files.ts";
import { extractionOf, openCatalogue } from "./reading.ts";

/**
 * Compares what another extractor proposes for a report with our own reading: one JSON object a
 * line, what was refused first.
 */
export async function* checkLines(file: ReportFile, annotations: string): AsyncGenerator<string> {
  const catalogue = await openCatalogue();
  const document = await readPath(file.path);
  const imported = importAnnotations(await readFile(annotations, "utf8"));
  for (const refused of imported.refused) yield JSON.stringify({ kind: "refused", ...refused });
  const { metrics } = catalogue;
  const checked = checkAnnotations(imported.annotations, document.text, { metrics });
  const { rows } = compareAnnotations(checked, extractionOf(file.reportId, document, catalogue));
  for (const row of rows) yield JSON.stringify(row);
}
