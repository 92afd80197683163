import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { limits } from "../limits.ts";
import { DocumentError, type DocumentNote, type Draft, type ReadContext } from "../types.ts";
import { createWriter } from "../writer.ts";
import { layOut } from "./layout.ts";
import { openPdf } from "./open.ts";
import { withoutRadicals } from "./radicals.ts";
import { withoutRepeats, type PdfPage } from "./repeats.ts";
import { rowsOf } from "./rows.ts";
import { runsOf, type PageRuns } from "./runs.ts";

export { loadLibrary } from "./library.ts";

/** The text layer of a PDF in reading order, without the heads, feet and numbers of its pages. */
export async function readPdf(file: Blob, context: ReadContext): Promise<Draft> {
  const data = new Uint8Array(await file.arrayBuffer());
  let missing: string | null = null;
  const { pdf, close } = await openPdf(data, async (name) => {
    try {
      return await context.readCMap(name);
    } catch (cause) {
      missing = name;
      throw cause;
    }
  });
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError("too_many", limits.pages);
    const pages = await readPages(pdf, file.size, context);
    // The library goes on without it, and without the text of that font.
    if (missing !== null) throw new DocumentError("map_missing", missing);
    return draftOf(pages);
  } finally {
    await close();
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  bytes: number,
  { signal, onBytes }: ReadContext,
): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted();
    const page = await readPage(pdf, number);
    characters += page.runs.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.characters) throw new DocumentError("too_long", limits.characters);
    pages.push(page);
    onBytes?.((bytes * number) / pdf.numPages);
  }
  return pages;
}

interface ReadPage extends PageRuns {
  readonly isDamaged: boolean;
}

/** A page that is damaged has no text, but for another reason than one that was scanned. */
async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  try {
    const page = await pdf.getPage(number);
    const runs = await runsOf(page);
    page.cleanup();
    return { ...runs, isDamaged: false };
  } catch {
    return { runs: [], height: 0, askew: 0, isDamaged: true };
  }
}

function draftOf(read: readonly ReadPage[]): Draft {
  const blank = read.flatMap(({ runs }, index) => (runs.length === 0 ? [index + 1] : []));
  if (blank.length === read.length)
    throw read.some(({ isDamaged }) => isDamaged)
      ? new DocumentError("damaged", "pdf")
      : new DocumentError("scanned", read.length);
  const whole = read.map(({ runs, height }): PdfPage => ({ rows: rowsOf(runs), height }));
  const { pages, count, first } = withoutRepeats(whole);
  const writer = createWriter();
  const title = layOut(pages, writer);
  const written = writer.finish();
  const { text, count: radicals } = withoutRadicals(written.text);
  const { places } = written;
  if (text.trim() === "") throw new DocumentError("no_text");
  const askew = read.reduce((sum, page) => sum + page.askew, 0);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const notes: DocumentNote[] = [];
  if (blank.length > 0)
    notes.push({ code: "pages_without_text", values: [blank.length, read.length, blank[0] ?? 1] });
  if (count > 0) notes.push({ code: "repeated", values: [count, first] });
  if (askew > 0) notes.push({ code: "askew", values: [askew] });
  if (radicals > 0) notes.push({ code: "radicals", values: [radicals] });
  if (lost > 0) notes.push({ code: "unmapped", values: [lost] });
  return {
    format: "pdf",
    text,
    places,
    notes,
    title: title && withoutRadicals(title).text,
    published: null,
  };
}
