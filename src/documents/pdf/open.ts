import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { DocumentError, type ReadCMap } from "../types.ts";
import { loadLibrary } from "./library.ts";

/** An opened PDF; `close` ends whatever it still does. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Rejects with `encrypted` or `damaged`. Nothing in the file is run, drawn or fetched. */
export async function openPdf(data: Uint8Array, readCMap: ReadCMap): Promise<OpenPdf> {
  const { getDocument } = await loadLibrary();
  const task = getDocument({
    data,
    BinaryDataFactory: factoryOf(readCMap),
    cMapUrl: "cmaps/",
    cMapPacked: true,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    throw failureOf(cause);
  }
}

/** The library asks for character maps and for fonts, of which none is needed to know a text. */
function factoryOf(readCMap: ReadCMap): object {
  return class {
    fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      if (kind === "cMapUrl") return readCMap(filename);
      return Promise.reject(new Error(`unsupported data: ${filename}`));
    }
  };
}

function failureOf(cause: unknown): DocumentError {
  if (cause instanceof DocumentError) return cause;
  const name = cause instanceof Error ? cause.name : "";
  return name === "PasswordException"
    ? new DocumentError("encrypted", "", { cause })
    : new DocumentError("damaged", "pdf", { cause });
}
