/**
 * Files of the reader's own, in and out. Light: every reader and writer comes with the first file
 * of its kind, in a worker of its own.
 */
export { exportTable, type About, type ExportOptions, type ProvenanceOf } from "./export.ts";
export { fileName, outFormats, type OutFormat } from "./formats.ts";
export { openReader, type FileReading } from "./reader.ts";
export type { FileWorker } from "./spawn.ts";
export type { InspectedColumn, Inspection } from "./inspect.ts";
export type { Offer } from "./infer.ts";
export { foreignKinds } from "./kind.ts";
export type { ColumnChoice } from "./load.ts";
export { nameFault, suggestName } from "./names.ts";
export { type Rule } from "./rules.ts";
export { typesKey } from "./said-types.ts";
export { convert, written } from "./convert.ts";
export {
  delimiters,
  encodings,
  FileError,
  type Delimiter,
  type FileProblem,
  type ProblemCode,
  type Reading,
  type ReadOptions,
} from "./types.ts";
