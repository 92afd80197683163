import type { Span } from "../index.ts";

/** The formats that are read and written. */
export const annotationFormats = ["langextract", "web_annotation", "json", "csv"] as const;
export type AnnotationFormat = (typeof annotationFormats)[number];

/** Where the other says that its quote stands. */
export interface Claim extends Span {
  /** What the offsets count: Python and the W3C count code points, JavaScript UTF-16 units. */
  readonly counts: "utf16" | "code_points";
}

/** Which record of a file something came from. */
export interface RecordSource {
  readonly format: AnnotationFormat;
  /** Number of the record in the file, from 1; those that are refused count too. */
  readonly record: number;
  /** Line on which it begins, from 1, in formats that have lines of records; else null. */
  readonly line: number | null;
  /** The document that it is about, as the other names it; null where it names none. */
  readonly document: string | null;
}

/** What an extractor says that it found, whatever the format. */
export interface Annotation {
  readonly source: RecordSource;
  /** The passage; null where offsets alone are given. */
  readonly quote: string | null;
  /** What stands right before and behind the quote; empty where nothing is said. */
  readonly prefix: string;
  readonly suffix: string;
  readonly claim: Claim | null;
  /** In `unit`; null where the other names a passage only. */
  readonly value: number | null;
  readonly unit: string | null;
  /** The metric as the other names it. */
  readonly metric: string | null;
  /** Everything else that it says; columns of `facts` by their names there. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why a record, or a whole file, is not taken. Words for each stand in `src/words`. */
export const refusalCodes = [
  /** The file holds no record. */
  "empty",
  /** Not JSON, though it begins like it. */
  "not_json",
  /** A number or text where a record should be. */
  "not_a_record",
  /** No column of the header holds a quote or an offset. */
  "no_quote_column",
  /** Neither a quote nor offsets. */
  "no_quote",
  /** The quote is longer than any that is searched for. */
  "quote_long",
  /** Offsets that are no offsets. */
  "bad_offsets",
  /** A value that is no number. */
  "bad_value",
  /** A row with more cells than the header. */
  "row_long",
  /** A double quote that is never closed takes the rest of the file. */
  "unclosed_quote",
  /** An annotation that selects no text. */
  "no_selector",
  /** A page of annotations that is an address; nothing is fetched. */
  "page_elsewhere",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A record that is not taken. */
export interface RefusedRecord {
  readonly record: number;
  readonly line: number | null;
  readonly code: RefusalCode;
  /** What in the record is at fault, shortened; null where there is nothing to show. */
  readonly detail: string | null;
}

/** A text that came with the annotations. */
export interface AnnotatedText {
  readonly document: string | null;
  readonly text: string;
}

/** What a file of annotations holds. */
export interface ImportedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly refused: readonly RefusedRecord[];
  readonly texts: readonly AnnotatedText[];
}
