import { aliasLists, plainName } from "./aliases.ts";
import { readCsv } from "./csv.ts";
import type { CsvRow } from "./csv.ts";
import { extractionsOf, flatExtraction, isLangExtract, langExtractFrame } from "./langextract.ts";
import { annotationOf, fault, isFault, isRecord } from "./record.ts";
import type { Fault, RawRecord, RecordFrame } from "./record.ts";
import type { AnnotatedText, Annotation, ImportedAnnotations, RefusedRecord } from "./types.ts";
import { isWebAnnotation, partsOf, webAnnotations } from "./web.ts";
import { unguard } from "../../words/markup/index.ts";

/**
 * Reads a file of annotations: LangExtract's JSON lines, W3C Web Annotations, JSON or JSON lines with
 * a quote and a value, or a CSV with such columns; which, its first sign and each record tell. A bad
 * record is listed with its line and why, and the others are taken. Never throws.
 */
export function importAnnotations(file: string): ImportedAnnotations {
  const text = file.replace(/^\u{FEFF}/u, "");
  const collector = new Collector();
  if (text.trim() === "") collector.refuse(fault("empty"), null);
  else if (/^\s*[[{]/.test(text)) readJson(text, collector);
  else readRows(readCsv(text), collector);
  return collector.result();
}

class Collector {
  readonly #annotations: Annotation[] = [];
  readonly #refused: RefusedRecord[] = [];
  readonly #texts: AnnotatedText[] = [];
  #record = 0;

  /** The number of the next record, with what is known of it. */
  frame(format: RecordFrame["source"]["format"], line: number | null): RecordFrame {
    this.#record++;
    return { source: { format, record: this.#record, line, document: null }, counts: "utf16" };
  }

  /** Takes what a record gave; a record that is not taken has the number of the last frame. */
  take(found: Annotation | Fault, line: number | null): void {
    if (!isFault(found)) this.#annotations.push(found);
    else this.#refused.push({ record: this.#record, line, ...found });
  }

  refuse(found: Fault, line: number | null): void {
    this.#record++;
    this.take(found, line);
  }

  addText(found: AnnotatedText): void {
    this.#texts.push(found);
  }

  result(): ImportedAnnotations {
    if (this.#record === 0) this.refuse(fault("empty"), null);
    return { annotations: this.#annotations, refused: this.#refused, texts: this.#texts };
  }
}

/** One JSON text, or one a line. */
function readJson(text: string, collector: Collector): void {
  const whole = parsed(text);
  if (whole !== undefined) return walk(whole, null, collector);
  const lines = text.split(/\r\n|\n|\r/);
  const values = lines.map(parsed);
  // One text that is broken, and no lines of records.
  if (!values.some((value) => typeof value === "object" && value !== null))
    return collector.refuse(fault("not_json", text.trim()), null);
  values.forEach((value, index) => {
    const line = lines[index]?.trim() ?? "";
    if (value !== undefined) walk(value, index + 1, collector);
    else if (line !== "") collector.refuse(fault("not_json", line), index + 1);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Every record within a value, in order; a stack, since a hostile file nests without end. */
function walk(value: unknown, line: number | null, collector: Collector): void {
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const next = stack.pop();
    const parts = isRecord(next)
      ? partsWithin(next)
      : Array.isArray(next)
        ? (next as unknown[])
        : null;
    if (parts) for (let at = parts.length - 1; at >= 0; at--) stack.push(parts[at]);
    else takeRecord(next, line, collector);
  }
}

/** What holds records and is none itself: a page of annotations, `{facts: […]}`. */
function partsWithin(value: RawRecord): readonly unknown[] | null {
  if (isLangExtract(value) || isWebAnnotation(value)) return null;
  const parts = partsOf(value);
  if (parts) return parts;
  const names = new Set(aliasLists.containers.map(plainName));
  const held = Object.entries(value).find(
    ([name, member]) =>
      names.has(plainName(name)) && Array.isArray(member) && member.every(isRecord),
  );
  return held ? (held[1] as readonly unknown[]) : null;
}

function takeRecord(value: unknown, line: number | null, collector: Collector): void {
  if (!isRecord(value)) {
    const isAddress = typeof value === "string" && /^[a-z]+:/i.test(value);
    return collector.refuse(fault(isAddress ? "page_elsewhere" : "not_a_record", value), line);
  }
  if (isLangExtract(value)) return takeDocument(value, line, collector);
  const isWeb = isWebAnnotation(value);
  const frame = collector.frame(isWeb ? "web_annotation" : "json", line);
  const found = isWeb ? webAnnotations(value, frame) : [annotationOf(value, frame)];
  for (const one of found) collector.take(one, line);
}

function takeDocument(document: RawRecord, line: number | null, collector: Collector): void {
  const text = document["text"];
  const { source } = langExtractFrame(document, {
    source: { format: "langextract", record: 0, line, document: null },
    counts: "code_points",
  });
  if (typeof text === "string") collector.addText({ document: source.document, text });
  for (const extraction of extractionsOf(document)) {
    const frame = langExtractFrame(document, collector.frame("langextract", line));
    const found = isRecord(extraction)
      ? annotationOf(flatExtraction(extraction), frame)
      : fault("not_a_record", extraction);
    collector.take(found, line);
  }
}

/** Rows below a header; names of columns are looked for in the table of aliases. */
function readRows(rows: readonly CsvRow[], collector: Collector): void {
  const [header, ...records] = rows;
  const names = header?.cells.map((cell) => (unguard(cell) ?? cell).trim()) ?? [];
  const known = new Set(
    aliasLists.quotes.flatMap(({ quote, start }) => [...quote, ...start]).map(plainName),
  );
  if (!names.some((name) => known.has(plainName(name))))
    return collector.refuse(fault("no_quote_column", names.join(", ")), header?.line ?? null);
  for (const row of records) takeRow(row, names, collector);
}

function takeRow(row: CsvRow, names: readonly string[], collector: Collector): void {
  const { cells, line } = row;
  const frame = collector.frame("csv", line);
  if (row.isUnclosed) return collector.take(fault("unclosed_quote", cells.at(-1)), line);
  const isLong = cells.slice(names.length).some((cell) => cell !== "");
  if (isLong) return collector.take(fault("row_long", cells[names.length]), line);
  const entries = names.map((name, at) => [name, plainCell(cells[at] ?? "")] as const);
  collector.take(annotationOf(Object.fromEntries(entries), frame), line);
}

function plainCell(cell: string): string {
  return unguard(cell) ?? cell;
}
