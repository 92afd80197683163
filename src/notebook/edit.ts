import { assemble, partsOf } from "./assemble.ts";
import type { Part } from "./assemble.ts";
import { documentOf, indexOf } from "./document.ts";
import type { DocumentCell, NotebookDocument } from "./document.ts";
import { excessOf } from "./excess.ts";
import { freshId } from "./fresh.ts";
import { endsLine, withoutEnds } from "./lines.ts";
import { fenced, openingOf, piecesOf, withAttribute } from "./opening.ts";
import {
  lineEndOf,
  openMarker,
  sealed,
  spaced,
  stretchOf,
  withLineEnds,
  withoutLeadingBlanks,
} from "./stretch.ts";
import type { Cell, CellKind } from "./types.ts";

/** What a new cell holds. */
export interface NewCell {
  readonly kind: CellKind;
  /** Default "". */
  readonly source?: string;
  /** Default none; one that the format cannot write is left out. Texts have none. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Writes a cell's source. A line in it that ends the cell, or begins another, splits it as it would
 * in the file; the cells after it stay what they are. Line ends become those of the file, blank
 * lines before a text go, and a text ends with a line end.
 */
export function setSource(doc: NotebookDocument, key: number, source: string): NotebookDocument {
  const { cell } = cellOf(doc, key);
  const eol = lineEndOf(doc.text);
  const written = withLineEnds(source, eol);
  if (written === withLineEnds(cell.source, eol)) return doc;
  if (excessOf(doc.text) !== null && written.trim() !== "") return oneText(doc, key, written, eol);
  return replaced(doc, key, rawOf(cell, written, eol));
}

/**
 * Sets an attribute of a cell, or removes it with null. Gives back the same document where the
 * format cannot write it: a text has none, a value holds no quotes, backticks or line ends.
 */
export function setAttribute(
  doc: NotebookDocument,
  key: number,
  name: string,
  value: string | null,
): NotebookDocument {
  const { cell } = cellOf(doc, key);
  if (cell.kind === "markdown" || (cell.attributes[name] ?? null) === value) return doc;
  const { opening } = piecesOf(cell.raw);
  const changed = withAttribute(opening, name, value);
  if (changed === null || changed === opening) return doc;
  return replaced(doc, key, changed + cell.raw.slice(opening.length));
}

/** Makes a cell one of another kind, with the same source; attributes that it cannot have go. */
export function setKind(doc: NotebookDocument, key: number, kind: CellKind): NotebookDocument {
  const { cell } = cellOf(doc, key);
  if (cell.kind === kind) return doc;
  const attributes = attributesFor(kind, cell.attributes);
  const source = withoutEnds(cell.source);
  return replaced(doc, key, newRaw({ kind, source, attributes }, lineEndOf(doc.text)));
}

/** Inserts a cell before the one at `index`, at the end where there is none. */
export function insertCell(doc: NotebookDocument, index: number, cell: NewCell): NotebookDocument {
  const raw = newRaw(cell, lineEndOf(doc.text));
  return assemble(
    doc,
    partsOf(doc).toSpliced(clamp(doc, index), 0, { key: null, raw, isNew: true }),
  );
}

export function removeCell(doc: NotebookDocument, key: number): NotebookDocument {
  return assemble(doc, partsOf(doc).toSpliced(indexOf(doc, key), 1));
}

/** Moves a cell so that it has this index afterwards. */
export function moveCell(doc: NotebookDocument, key: number, index: number): NotebookDocument {
  const from = indexOf(doc, key);
  const to = Math.min(clamp(doc, index), doc.cells.length - 1);
  if (from === to) return doc;
  const parts = partsOf(doc);
  const moved = parts.splice(from, 1);
  return assemble(doc, parts.toSpliced(to, 0, ...moved));
}

/** Puts a copy behind a cell, under an id of its own where the cell has one. */
export function duplicateCell(doc: NotebookDocument, key: number): NotebookDocument {
  const { cell } = cellOf(doc, key);
  const at = indexOf(doc, key) + 1;
  return assemble(
    doc,
    partsOf(doc).toSpliced(at, 0, { key: null, raw: copyOf(cell, doc), isNew: true }),
  );
}

function copyOf(cell: Cell, doc: NotebookDocument): string {
  const id = cell.attributes["id"];
  if (id === undefined) return cell.raw;
  const { opening } = piecesOf(cell.raw);
  const fresh = freshId(id, doc.cells);
  return (withAttribute(opening, "id", fresh) ?? opening) + cell.raw.slice(opening.length);
}

function cellOf(doc: NotebookDocument, key: number): DocumentCell {
  const found = doc.cells[indexOf(doc, key)];
  if (found === undefined) throw new Error(`unknown cell key: ${key}`);
  return found;
}

function replaced(doc: NotebookDocument, key: number, raw: string): NotebookDocument {
  const part: Part = { key, raw, isNew: true };
  return assemble(doc, partsOf(doc).with(indexOf(doc, key), part));
}

/**
 * A notebook that is too long is one text with the front matter in it: no cell stands beside it that
 * it could swallow, and one that is short enough now is read from its beginning.
 */
function oneText(
  doc: NotebookDocument,
  key: number,
  source: string,
  eol: string,
): NotebookDocument {
  const text = withTail(source, cellOf(doc, key).cell, eol);
  return documentOf(text, doc.slug, doc.nextKey, () => [key]);
}

function rawOf(cell: Cell, source: string, eol: string): string {
  if (cell.kind !== "markdown") return fencedSource(cell.raw, source, eol);
  const text = withoutLeadingBlanks(source);
  const stretch = stretchOf(text);
  if (openMarker(stretch) !== null) return sealed(stretch, eol).text;
  return withTail(text, cell, eol);
}

/** A text with the line ends that the cell has at its end, which no field shows. */
function withTail(text: string, cell: Cell, eol: string): string {
  if (text === "" || endsLine(text)) return text;
  const { source } = cell;
  return text + withLineEnds(source.slice(withoutEnds(source).length), eol);
}

/** Where the source itself ends the cell, our own end would open a block that swallows the rest. */
function fencedSource(raw: string, source: string, eol: string): string {
  const pieces = piecesOf(raw);
  const closed = fenced(pieces, source, eol);
  return openMarker(stretchOf(closed)) !== null
    ? spaced(pieces.opening + eol + source, eol)
    : closed;
}

function newRaw({ kind, source = "", attributes = {} }: NewCell, eol: string): string {
  const written = withLineEnds(source, eol);
  if (kind === "markdown") return spaced(withoutLeadingBlanks(written), eol);
  const opening = openingOf(kind, attributesFor(kind, attributes));
  return fencedSource(`${opening}${eol}\`\`\`${eol}`, written, eol);
}

function attributesFor(kind: CellKind, attributes: Cell["attributes"]): Cell["attributes"] {
  const takesData = kind === "chart" || kind === "input";
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => takesData || name !== "data"),
  );
}

function clamp(doc: NotebookDocument, index: number): number {
  return Math.max(0, Math.min(index, doc.cells.length));
}
