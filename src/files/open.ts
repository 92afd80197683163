import { kindOf } from "./kind.ts";
import type { FileKind, PassOptions, ReadOptions, Source } from "./types.ts";

type Open = (file: Blob, name: string, options: ReadOptions, pass: PassOptions) => Promise<Source>;

/** Each reader comes only with a file of its kind. */
const openers: Readonly<Record<FileKind, Open>> = {
  csv: async (...given) => (await import("./delimited.ts")).openDelimited(...given),
  json: async (file, _, options, pass) => (await import("./json.ts")).openJson(file, options, pass),
  jsonl: async (file, _, options, pass) =>
    (await import("./json.ts")).openJsonLines(file, options, pass),
  parquet: async (file) => (await import("./columnar.ts")).openParquet(file),
  arrow: async (file) => (await import("./columnar.ts")).openArrow(file),
  xlsx: async (file, _, options) => (await import("./workbook.ts")).openWorkbook(file, options),
};

/** Opens a file as what it is, whatever it is called. Rejects with a FileError. */
export async function openFile(
  file: Blob,
  name: string,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  return openers[await kindOf(file, name)](file, name, options, pass);
}
