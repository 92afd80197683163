import { FileError, type Reading } from "./types.ts";

export function columnarReading(kind: "parquet" | "arrow"): Reading {
  return {
    kind,
    ...{ encoding: null, delimiter: null, quotes: null, header: null, sheet: null, sheets: [] },
  };
}

/** What goes wrong in a decoder is damage to the file, save what is told as something else. */
export async function readable<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError("damaged", "", { cause });
  }
}
