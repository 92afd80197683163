import { FileError } from "../files/index.ts";
import { characterNotes } from "./characters.ts";
import { sha256Of } from "./hash.ts";
import { formatOf } from "./kind.ts";
import { limits } from "./limits.ts";
import {
  DocumentError,
  type DocumentErrorCode,
  type DocumentFormat,
  type DocumentText,
  type Draft,
  type ReadCMap,
  type ReadContext,
} from "./types.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** How much of the file has been read, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Called when the code that reads this format is there. */
  readonly onBegin?: (() => void) | undefined;
  /** Where a PDF's Chinese character codes come from. Default: from nowhere, and they are unmapped. */
  readonly readCMap?: ReadCMap | undefined;
}

type Read = (file: Blob, context: ReadContext) => Promise<Draft>;

/** Each reader comes with the first document of its format. */
const readers: Readonly<Record<DocumentFormat, () => Promise<Read>>> = {
  text: async () => (await import("./text.ts")).readText,
  html: async () => (await import("./html/index.ts")).readHtml,
  pdf: async () => {
    const { loadLibrary, readPdf } = await import("./pdf/index.ts");
    await loadLibrary();
    return readPdf;
  },
  docx: async () => (await import("./docx/index.ts")).readDocx,
};

const noCMap: ReadCMap = (name) => Promise.reject(new Error(`missing character map: ${name}`));

/**
 * The text of a report, with where it stands in the file. Rejects with a DocumentError that names
 * the file, or with the signal's reason.
 */
export async function readDocument(
  file: Blob | Uint8Array,
  name: string,
  { signal, onProgress, onBegin, readCMap = noCMap }: ReadOptions = {},
): Promise<DocumentText> {
  const blob = file instanceof Uint8Array ? new Blob([file as Uint8Array<ArrayBuffer>]) : file;
  const onBytes = (bytes: number): void => onProgress?.(Math.min(1, bytes / blob.size));
  try {
    signal?.throwIfAborted();
    if (blob.size > limits.file) throw new DocumentError("too_large", limits.file >> 20);
    const format = await formatOf(blob, name);
    const read = await readers[format]();
    onBegin?.();
    const draft = await read(blob, { signal, onBytes, readCMap });
    onProgress?.(1);
    return await finish(draft, name);
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw errorOf(cause, name);
  }
}

async function finish(draft: Draft, name: string): Promise<DocumentText> {
  const { text } = draft;
  const notes = [...draft.notes, ...characterNotes(text)];
  return { ...draft, name, sha256: await sha256Of(text), notes };
}

const codes: Readonly<Record<string, DocumentErrorCode>> = {
  bomb: "bomb",
  compression: "damaged",
  damaged: "damaged",
  too_deep: "too_deep",
};

function errorOf(cause: unknown, file: string): DocumentError {
  if (cause instanceof DocumentError)
    return new DocumentError(cause.code, cause.value, { file, cause });
  if (cause instanceof FileError)
    return new DocumentError(codes[cause.code] ?? "failed", cause.value, { file, cause });
  const value = cause instanceof Error ? cause.message : String(cause);
  return new DocumentError("failed", value, { file, cause });
}
