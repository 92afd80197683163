import { documentOf } from "./document.ts";
import type { NotebookDocument } from "./document.ts";
import { parseFront } from "./front.ts";
import {
  beginsAsText,
  emptyText,
  ended,
  endsAsText,
  lineEndOf,
  sealed,
  stretchOf,
  terminated,
  withMark,
  withoutMark,
  type Stretch,
} from "./stretch.ts";

/** A stretch of a document to be: one cell as it was, or the text of one or several new ones. */
export interface Part {
  /** Key of the first cell of the stretch; null for a new one. */
  readonly key: number | null;
  readonly raw: string;
  /** Set for what the edit wrote, so that seams beside it are looked at. */
  readonly isNew?: boolean;
}

export function partsOf(doc: NotebookDocument): Part[] {
  return doc.cells.map(({ key, cell }) => ({ key, raw: cell.raw }));
}

/**
 * A document of stretches. Where two meet that did not meet before, it adds what keeps them apart (a
 * line end, the end of an open fence, a blank line, a mark between two texts) and takes away a mark
 * that is needed no more; it changes nothing else.
 */
export function assemble(doc: NotebookDocument, parts: readonly Part[]): NotebookDocument {
  const eol = lineEndOf(doc.text);
  const met = new Set(doc.cells.map(({ key }, i) => `${key} ${doc.cells[i + 1]?.key ?? "end"}`));
  const last = doc.cells.at(-1)?.key;
  const stretches = parts.map((part, i): Pick<Stretch, "text"> & Partial<Stretch> => {
    const next = parts[i + 1];
    const isOld = !part.isNew && !next?.isNew && met.has(`${part.key} ${next?.key ?? "end"}`);
    if (!isOld) return seamed(part.raw, next, eol, part.isNew === true);
    // One cell, but for what stood last: that may be all which a limit left.
    return part.key === last ? stretchOf(part.raw) : { text: part.raw };
  });
  const keys = stretches.flatMap(({ cells }, i) => [
    parts[i]?.key ?? null,
    ...(cells ?? []).slice(1).map(() => null),
  ]);
  const text = withFront(doc.frontSource, stretches.map(({ text }) => text).join(""), eol);
  return documentOf(text, doc.slug, doc.nextKey, () => keys);
}

function seamed(raw: string, next: Part | undefined, eol: string, isNew: boolean): Stretch {
  // A text of blank lines only would fall to the cell before it.
  const written = stretchOf(raw.trim() === "" ? emptyText(eol) : raw);
  if (next === undefined) return withoutMark(isNew ? sealed(written, eol) : written, eol);
  const closed = withoutMark(ended(sealed(written, eol), eol, false), eol);
  if (endsAsText(closed) && beginsAsText(next.raw)) return withMark(closed, eol);
  return ended(closed, eol, true);
}

/**
 * Puts the front matter before the cells. A text that would now be read as front matter itself gets
 * a blank line before it.
 */
function withFront(front: string, body: string, eol: string): string {
  const isBom = front === "\uFEFF";
  const start = body === "" || isBom ? front : terminated(front, eol);
  return parseFront(start + body, "").source === start ? start + body : start + eol + body;
}
