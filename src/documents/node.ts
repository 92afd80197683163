import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { limits } from "./limits.ts";
import { readDocument as readHere, type ReadOptions } from "./read.ts";
import { DocumentError, type DocumentText, type ReadCMap } from "./types.ts";

export * from "./types.ts";

/** Character maps from the installed package. */
export function createReadCMap(): ReadCMap {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("pdfjs-dist/package.json")), "cmaps");
  return async (name) => {
    if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error(`invalid character map: ${name}`);
    return new Uint8Array(await readFile(join(folder, name)));
  };
}

/** Errors of the library of PDF by their names. */
const ofLibrary =
  /^(?:XRefEntry|XRefParse|ParserEOF|MissingData|UnknownError|InvalidPDF|Abort|Base)Exception$|^(?:FormatError|JpegError|Jbig2Error|JpxError)$/;

function onDropped(reason: unknown): void {
  const name = (reason as { readonly name?: unknown } | null)?.name;
  if (typeof name !== "string" || !ofLibrary.test(name)) throw reason;
}

let reading = 0;

/**
 * Of a damaged PDF the library drops some rejections that nobody waits for; a page takes no notice,
 * but Node would end the process. All others still do.
 */
async function withoutDropped<T>(work: () => Promise<T>): Promise<T> {
  if (reading++ === 0) process.on("unhandledRejection", onDropped);
  try {
    return await work();
  } finally {
    // They are told of once what was waiting has run.
    await new Promise((resolve) => setImmediate(resolve));
    if (--reading === 0) process.off("unhandledRejection", onDropped);
  }
}

/** As the page reads it, with the character maps of the installed package. */
export function readDocument(
  file: Blob | Uint8Array,
  name: string,
  { readCMap = createReadCMap(), ...options }: ReadOptions = {},
): Promise<DocumentText> {
  return withoutDropped(() => readHere(file, name, { ...options, readCMap }));
}

/** A file of a disk; one that is too large is refused before it is read. */
export async function readPath(path: string, options: ReadOptions = {}): Promise<DocumentText> {
  const name = basename(path);
  const { size } = await stat(path);
  if (size > limits.file) throw new DocumentError("too_large", limits.file >> 20, { file: name });
  return readDocument(await readFile(path), name, options);
}
