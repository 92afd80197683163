import { parseNotebook } from "./parse.ts";
import type { Cell, FrontMatter, NotebookProblem } from "./types.ts";

/** A cell with a key that stays its own through edits, whatever its id and place become. */
export interface DocumentCell {
  readonly key: number;
  readonly cell: Cell;
}

/**
 * A notebook under edit. An edit gives a new document; one that cannot be made gives back the same
 * object. `openDocument(doc.text)` always has the cells of `doc`, but for keys: every edit is an
 * edit of the text, so what is saved is what is seen.
 */
export interface NotebookDocument {
  readonly slug: string;
  readonly text: string;
  readonly front: FrontMatter;
  /** The front matter as written, with the blank lines after it; "" where there is none. */
  readonly frontSource: string;
  readonly cells: readonly DocumentCell[];
  /** What is wrong with the form of the file; `compileNotebook` tells the rest. */
  readonly problems: readonly NotebookProblem[];
  /** No cell of this document or of one it came from has this key or a higher one. */
  readonly nextKey: number;
}

/** Opens a notebook's text. @param slug file name without `.md` */
export function openDocument(text: string, { slug }: { readonly slug: string }): NotebookDocument {
  return documentOf(text, slug, 1, () => []);
}

/**
 * The document of a text.
 * @param keysOf keys of the cells in order; null or nothing for a cell that needs a fresh one
 */
export function documentOf(
  text: string,
  slug: string,
  firstFree: number,
  keysOf: (cells: readonly Cell[]) => readonly (number | null | undefined)[],
): NotebookDocument {
  const { notebook, problems } = parseNotebook(text, { slug });
  const keys = keysOf(notebook.cells);
  let nextKey = firstFree;
  const cells = notebook.cells.map((cell, i) => ({ key: keys[i] ?? nextKey++, cell }));
  const { front, frontSource } = notebook;
  return { slug, text, front, frontSource, cells, problems, nextKey };
}

/**
 * The document with another text, such as one typed as a file. A cell keeps its key where it is
 * the same, or has the same written id, or is the only one changed at its place.
 */
export function replaceText(doc: NotebookDocument, text: string): NotebookDocument {
  if (text === doc.text) return doc;
  return documentOf(text, doc.slug, doc.nextKey, (cells) => matchKeys(doc.cells, cells));
}

function matchKeys(before: readonly DocumentCell[], after: readonly Cell[]): (number | null)[] {
  const same = (a: DocumentCell | undefined, b: Cell | undefined) =>
    a !== undefined && b !== undefined && a.cell.raw === b.raw;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = matchMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  const keysOf = (cells: readonly DocumentCell[]) => cells.map(({ key }) => key);
  const end = tail === 0 ? [] : keysOf(before.slice(-tail));
  return [...keysOf(before.slice(0, head)), ...middle, ...end];
}

function matchMiddle(before: readonly DocumentCell[], after: readonly Cell[]): (number | null)[] {
  const free = new Set(before);
  const take = (cell: Cell, fits: (candidate: Cell) => boolean) => {
    const found = [...free].find(
      (candidate) => candidate.cell.kind === cell.kind && fits(candidate.cell),
    );
    if (found) free.delete(found);
    return found?.key ?? null;
  };
  const named = after.map((cell) =>
    take(cell, ({ raw, attributes }) =>
      attributes["id"] === undefined
        ? raw === cell.raw
        : attributes["id"] === cell.attributes["id"],
    ),
  );
  // What is left is matched in order of place; a cell that nothing fits is new.
  return after.map((cell, i) => named[i] ?? take(cell, () => true));
}

/** The index of a cell; throws on a key that no cell has. */
export function indexOf(doc: NotebookDocument, key: number): number {
  const index = doc.cells.findIndex((cell) => cell.key === key);
  if (index < 0) throw new Error(`unknown cell key: ${key}`);
  return index;
}
