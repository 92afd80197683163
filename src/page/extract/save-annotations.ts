import { saveAs } from "../../dom/index.ts";
import type { Fact } from "../../domain/index.ts";
import {
  toAnnotationCsv,
  toLangExtract,
  toWebAnnotations,
  type ExportedText,
} from "../../extract/annotations/export.ts";
import type { ReadReport } from "../../review/index.ts";
import type { Context } from "./context.ts";

type Write = (facts: readonly Fact[], text: ExportedText) => string;

const writers = {
  langextract: { write: toLangExtract, ending: "jsonl", type: "application/jsonl" },
  web_annotation: { write: toWebAnnotations, ending: "jsonld", type: "application/ld+json" },
  csv: { write: toAnnotationCsv, ending: "csv", type: "text/csv" },
} as const satisfies Readonly<Record<string, { write: Write; ending: string; type: string }>>;

/** Saves figures of a report in one of the formats that other tools read and write. */
export function saveAnnotations(
  { build: { document } }: Context,
  { name, text }: ReadReport,
  facts: readonly Fact[],
  format: keyof typeof writers,
): void {
  const { write, ending, type } = writers[format];
  const file = write(facts, { document: name, text });
  const stem = name.replace(/\.[^.]{1,5}$/, "");
  saveAs(document)(new Blob([file], { type }), `${stem}.${ending}`);
}
