import { aliasLists } from "./aliases.ts";
import { isRecord } from "./record.ts";
import type { RawRecord, RecordFrame } from "./record.ts";

/**
 * Documents as LangExtract writes them, one a line: `text`, `document_id` and `extractions`, each
 * with `extraction_class`, `extraction_text`, `char_interval {start_pos, end_pos}` and `attributes`
 * (langextract/core/data.py, data_lib.py). Offsets count Python's characters, that is code points.
 */
export function isLangExtract(value: RawRecord): boolean {
  if ("text" in value && value["extractions"] === null) return true;
  if (!Array.isArray(value["extractions"])) return false;
  const [first] = extractionsOf(value);
  return "text" in value || (isRecord(first) && "extraction_text" in first);
}

/** Null is what a document has in which nothing was looked for. */
export function extractionsOf(document: RawRecord): readonly unknown[] {
  const extractions = document["extractions"];
  return Array.isArray(extractions) ? (extractions as readonly unknown[]) : [];
}

/** What is written without meaning: internal numbers of LangExtract. */
const internal = new Set(["extraction_index", "group_index", "token_interval", "description"]);

/** An extraction with its attributes beside it; the class names the metric where they name none. */
export function flatExtraction(extraction: RawRecord): RawRecord {
  const entries = Object.entries(extraction).filter(([name]) => !internal.has(name));
  return Object.fromEntries(entries);
}

export function langExtractFrame(document: RawRecord, frame: RecordFrame): RecordFrame {
  const [id] = aliasLists.document
    .map((name) => document[name])
    .filter((one) => typeof one === "string");
  return {
    source: { ...frame.source, format: "langextract", document: id ?? null },
    counts: "code_points",
  };
}
