/**
 * A report's file becomes text that has a hash, with the place of each stretch in the file. Light:
 * what reads a format comes with the first document of it.
 */
export { readDocuments, type DocumentResult, type QueueOptions } from "./queue.ts";
export { readDocument, type ReadOptions } from "./read.ts";
export { documentErrorWords, documentNoteWords } from "./say.ts";
export { limits as documentLimits } from "./limits.ts";
export {
  DocumentError,
  documentErrorCodes,
  documentFormats,
  documentNoteCodes,
  foreignFormats,
  type DocumentErrorCode,
  type DocumentFormat,
  type DocumentNote,
  type DocumentNoteCode,
  type DocumentText,
  type ForeignFormat,
  type Place,
  type ReadCMap,
} from "./types.ts";
