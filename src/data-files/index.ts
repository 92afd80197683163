/**
 * Files of the reader's own, in and out. Light: every reader and writer comes with the first file
 * of its kind, in a worker of its own.
 */
export {
  exportTable,
  type About,
  type ExportOptions,
  type Provenance,
  type ProvenanceOf,
} from "./export.ts";
export { fileName, outFormats, type OutFormat } from "./formats.ts";
export { openReader, type FileReading, type LoadingFile, type ReaderOptions } from "./reader.ts";
export type { FileWorker } from "./spawn.ts";
export type { InspectedColumn, Inspection } from "./inspect.ts";
export type { Offer } from "./infer.ts";
export { foreignKinds, type ForeignKind } from "./kind.ts";
export type { ColumnChoice } from "./load.ts";
export { nameFault, suggestName, type NameFault } from "./names.ts";
export { rules, type Rule } from "./rules.ts";
export { typesKey } from "./said-types.ts";
export { convert, written } from "./convert.ts";
export { spellings, type Spelling } from "./spelling.ts";
export {
  delimiters,
  encodings,
  FileError,
  fileErrorCodes,
  fileKinds,
  problemCodes,
  type Delimiter,
  type Encoding,
  type FileErrorCode,
  type FileKind,
  type FileProblem,
  type ProblemCode,
  type Reading,
  type ReadOptions,
} from "./types.ts";
