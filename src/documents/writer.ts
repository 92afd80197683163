import { limits } from "./limits.ts";
import { DocumentError, type Place, type Spot } from "./types.ts";

/** Puts a text together line by line, and keeps where each stretch came from. */
export interface Writer {
  /** A paragraph, perhaps of several stretches with places of their own; none where it is empty. */
  paragraph(stretches: readonly Stretch[]): void;
  /** A row of a table: cells separated by tabs. */
  row(cells: readonly string[], spot: Spot): void;
  finish(): { readonly text: string; readonly places: readonly Place[] };
}

export interface Stretch {
  readonly text: string;
  readonly spot: Spot;
}

export function createWriter(): Writer {
  const pieces: string[] = [];
  const places: Place[] = [];
  let length = 0;
  const push = (piece: string): void => {
    length += piece.length;
    if (length > limits.characters) throw new DocumentError("too_long", limits.characters);
    pieces.push(piece);
  };
  const put = (given: string, spot: Spot): void => {
    const text = wellFormed(given);
    const start = length;
    push(text);
    if (text.length === 0) return;
    if (places.length >= limits.places) throw new DocumentError("too_many", limits.places);
    places.push({ start, end: length, ...spot });
  };
  const line = (): void => {
    if (length > 0) push("\n");
  };
  return {
    paragraph(stretches) {
      if (stretches.every(({ text }) => text === "")) return;
      line();
      for (const { text, spot } of stretches) put(text, spot);
    },
    row(cells, spot) {
      if (cells.every((cell) => cell === "")) return;
      line();
      cells.forEach((cell, index) => {
        if (index > 0) push("\t");
        put(cell, { ...spot, cell: index + 1 });
      });
    },
    finish: () => ({ text: pieces.join(""), places }),
  };
}

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Half a character has no UTF-8, and so a text with one no hash. */
function wellFormed(text: string): string {
  return text.replace(lone, "\uFFFD");
}
