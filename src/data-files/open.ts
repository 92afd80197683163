import { kindOf } from "./kind.ts";
import type { FileKind, PassOptions, ReadOptions, Source } from "./types.ts";

type Open = (file: Blob, name: string, options: ReadOptions, pass: PassOptions) => Promise<Source>;

/** Each reader comes only with a file of its kind. */
const openers: Readonly<Record<FileKind, () => Promise<Open>>> = {
  csv: async () => (await import("./delimited.ts")).openDelimited,
  json: async () => {
    const { openJson } = await import("./json.ts");
    return (file, _, ...given) => openJson(file, ...given);
  },
  jsonl: async () => {
    const { openJsonLines } = await import("./json.ts");
    return (file, _, ...given) => openJsonLines(file, ...given);
  },
  parquet: async () => (await import("./parquet.ts")).openParquet,
  arrow: async () => (await import("./arrow.ts")).openArrow,
  xlsx: async () => {
    const { openWorkbook } = await import("./workbook.ts");
    return (file, _, ...given) => openWorkbook(file, ...given);
  },
};

/** Opens a file as what it is, whatever it is called. Rejects with a FileError. */
export async function openFile(
  file: Blob,
  name: string,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  const open = await openers[await kindOf(file, name)]();
  pass.onBegin?.();
  return open(file, name, options, pass);
}
