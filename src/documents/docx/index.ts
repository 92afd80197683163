import { DocumentError, type DocumentNote, type Draft, type ReadContext } from "../types.ts";
import { createWriter } from "../writer.ts";
import { createBody, type Left } from "./body.ts";
import { readLists, readStyles } from "./numbering.ts";
import { mainPart, openPackage, type Package } from "./package.ts";

/**
 * A document of Word, paragraph by paragraph with the numbers that Word puts before them; tables as
 * lines of cells. Read as it comes and within limits, since such a file may unpack to anything.
 */
export async function readDocx(file: Blob, context: ReadContext): Promise<Draft> {
  const parts = await openPackage(file, context);
  const writer = createWriter();
  let [paragraphs, title] = [0, null as string | null];
  const body = createBody({
    lists: await readLists(parts),
    styles: await readStyles(parts),
    paragraph(text, isTitle) {
      paragraphs += 1;
      if (isTitle) title ??= text.replace(/\s+/g, " ");
      writer.paragraph([{ text, spot: { paragraph: paragraphs } }]);
    },
    row: writer.row,
  });
  await parts.read(await mainPart(parts), body);
  const { text, places } = writer.finish();
  if (text.trim() === "") throw new DocumentError("no_text");
  const notes = notesOf(body.left, await footnotes(parts));
  return {
    format: "docx",
    text,
    places,
    notes,
    title: title ?? (await coreTitle(parts)),
    published: null,
  };
}

function notesOf({ hidden, deleted, numbers }: Left, besides: number): DocumentNote[] {
  const counts = [
    ["hidden", hidden],
    ["deleted", deleted],
    ["numbering", numbers],
    ["notes_left_out", besides],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, values: [count] }));
}

/** Characters of notes at the foot of pages and at the end. */
async function footnotes(parts: Package): Promise<number> {
  let [length, inText] = [0, false];
  for (const name of ["word/footnotes.xml", "word/endnotes.xml"])
    await parts.read(name, {
      open: (element) => void (inText = element === "t"),
      close: () => void (inText = false),
      text: (text) => void (length += inText ? text.trim().length : 0),
    });
  return length;
}

async function coreTitle(parts: Package): Promise<string | null> {
  let [title, inTitle] = ["", false];
  await parts.read("docProps/core.xml", {
    open: (element) => void (inTitle = element === "title"),
    close: () => void (inTitle = false),
    text: (text) => void (title += inTitle ? text : ""),
  });
  return title.trim() || null;
}
