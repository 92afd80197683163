import type { PassOptions } from "../files/index.ts";

export const documentFormats = ["text", "html", "pdf", "docx"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Where a stretch of the text stands in the file; all numbers from 1. */
export interface Place {
  /** UTF-16 positions in the text; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  /** Of plain text the line. */
  readonly paragraph?: number;
  readonly table?: number;
  readonly row?: number;
  readonly cell?: number;
}

/** The numbers of a place, without its stretch. */
export type Spot = Omit<Place, "start" | "end">;

/**
 * What is to be known of a document that was read. `encoding_guessed` (encoding, a word as it
 * reads); `bytes_damaged` (how many, first line); `controls`, `bidi`, `invisible` characters (how
 * many, first position); `left_out` parts of a page (characters, then the ids of the rules);
 * `hidden` text (characters); `whole_page` where no article was found; `pages_without_text` (how
 * many, pages in all, first of them); `repeated` lines of pages left out (how many, the first);
 * `askew` text across a page left out (characters); `radicals` replaced by the characters that
 * they look like (how many);
 * `unmapped` characters of fonts that do not say which (how many); `numbering` of paragraphs that
 * was not read (how many); `notes_left_out` at the foot of pages (characters); `deleted` text of
 * tracked changes (how many).
 */
export const documentNoteCodes = [
  "encoding_guessed",
  "bytes_damaged",
  "controls",
  "bidi",
  "invisible",
  "left_out",
  "hidden",
  "whole_page",
  "pages_without_text",
  "repeated",
  "askew",
  "radicals",
  "unmapped",
  "numbering",
  "notes_left_out",
  "deleted",
] as const;
export type DocumentNoteCode = (typeof documentNoteCodes)[number];

export interface DocumentNote {
  readonly code: DocumentNoteCode;
  readonly values: readonly (string | number)[];
}

export interface DocumentText {
  /** Name of the file. */
  readonly name: string;
  readonly format: DocumentFormat;
  /** Canonical text; all offsets anywhere are UTF-16 positions in it. */
  readonly text: string;
  /** SHA-256 (hex) of `text` as UTF-8: of a UTF-8 file without a byte order mark that of the file. */
  readonly sha256: string;
  /** Of `<title>`, a heading or the file's own properties; null where none is known. */
  readonly title: string | null;
  /** ISO date that the file states of its publication, else null. */
  readonly published: string | null;
  /** In order, without overlap; what lies between them are line ends, tabs and spaces. */
  readonly places: readonly Place[];
  readonly notes: readonly DocumentNote[];
}

/** A document before its hash and what is said of its characters. */
export type Draft = Omit<DocumentText, "name" | "sha256">;

/**
 * Why a file gives no text. `empty`; `no_text` in it; `too_large` (most MB); `too_long` (most
 * characters); `too_many` parts (most lines, cells or pages); `too_deep` nested (most levels);
 * `binary` bytes that are no text; `foreign` something else (which, see `foreignFormats`);
 * `old_word` a document of Word before 2007; `encrypted`; `scanned` pages without text (how many);
 * `map_missing` what a PDF's characters are known by (its name);
 * `damaged` (which part); `bomb` unpacks to more than it may (MB); `stuck` without progress
 * (seconds); `failed` the reader itself did (what it said).
 */
export const documentErrorCodes = [
  "empty",
  "no_text",
  "too_large",
  "too_long",
  "too_many",
  "too_deep",
  "binary",
  "foreign",
  "old_word",
  "encrypted",
  "scanned",
  "map_missing",
  "damaged",
  "bomb",
  "stuck",
  "failed",
] as const;
export type DocumentErrorCode = (typeof documentErrorCodes)[number];

/** What a file can be that holds no report for us. */
export const foreignFormats = [
  "image",
  "archive",
  "workbook",
  "slides",
  "old_office",
  "odt",
  "ofd",
  "rtf",
  "mail",
  "xml",
  "data",
  "program",
] as const;
export type ForeignFormat = (typeof foreignFormats)[number];

export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code: DocumentErrorCode;
  /** Name of the file; "" until it is known. */
  readonly file: string;
  readonly value: string;
  constructor(
    code: DocumentErrorCode,
    value: string | number = "",
    { file = "", cause }: { file?: string; cause?: unknown } = {},
  ) {
    const of = file === "" ? "" : ` ${JSON.stringify(file)}`;
    super(`invalid document${of}: ${code}${value === "" ? "" : `: ${value}`}`, { cause });
    this.code = code;
    this.file = file;
    this.value = String(value);
  }
}

/** Reads a file of Chinese character codes that a PDF asks for by its name. */
export type ReadCMap = (name: string) => Promise<Uint8Array>;

/** What every reader of a format gets. */
export interface ReadContext extends PassOptions {
  readonly readCMap: ReadCMap;
}
