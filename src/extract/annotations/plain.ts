import type { Span } from "../index.ts";

/** A text without what people do not see, and where each character of it was. */
export interface Plain {
  readonly text: string;
  /** The span, in the text as written, of a span of the plain text; whole characters only. */
  written(span: Span): Span;
  /** The first place of the plain text that is not before a place of the text as written. */
  plainPlace(at: number): number;
}

/**
 * Stretches that compatibility normalization leaves alone, as long as no accent follows; white space
 * and what shows nothing; any other character with its accents.
 */
const piece =
  /(?<same>[!-~一-鿿·–—‘-”、。〇《-】]+(?!\p{M}))|(?<blank>[\s\p{DI}]+)|(?:[\ud800-\udbff][\udc00-\udfff]|[^])\p{M}*/gu;
const blanks = /[\s\p{DI}]+/gu;

/**
 * A text by its characters alone: full-width and compatibility forms by NFKC, without white space and
 * invisible characters. 〇 and 零 stay two characters, and small and capital letters differ.
 */
export function plainText(text: string): string {
  return [...text.matchAll(piece)].map(plainPiece).join("");
}

function plainPiece({ 0: written, groups }: RegExpExecArray): string {
  if (groups?.["same"] !== undefined) return written;
  if (groups?.["blank"] !== undefined) return "";
  return written.normalize("NFKC").replace(blanks, "");
}

/** The same with the place of each character. Linear in the length of the text. */
export function plainOf(text: string): Plain {
  const pieces: string[] = [];
  const places = new Places(text.length);
  for (const match of text.matchAll(piece)) {
    const plain = plainPiece(match);
    const isSame = match.groups?.["same"] !== undefined;
    if (isSame) places.addSame(match.index, plain.length);
    else places.addWhole(match.index, match[0].length, plain.length);
    pieces.push(plain);
  }
  return {
    text: pieces.join(""),
    written: ({ start, end }) => ({ start: places.start(start), end: places.end(end - 1) }),
    plainPlace: (at) => places.firstFrom(at),
  };
}

/** Begin and end, in the text as written, of each character of the plain text. */
class Places {
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;

  constructor(room: number) {
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
  }

  addSame(at: number, length: number): void {
    for (let offset = 0; offset < length; offset++) this.#add(at + offset, at + offset + 1);
  }

  /** One character as written may be several plain ones (㎡), several may be one. */
  addWhole(at: number, length: number, plain: number): void {
    for (let count = 0; count < plain; count++) this.#add(at, at + length);
  }

  #add(start: number, end: number): void {
    if (this.#length === this.#starts.length) this.#grow();
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
  }

  #grow(): void {
    for (const [name, old] of [["starts", this.#starts] as const, ["ends", this.#ends] as const]) {
      const room = new Int32Array(2 * old.length + 64);
      room.set(old);
      if (name === "starts") this.#starts = room;
      else this.#ends = room;
    }
  }

  start(at: number): number {
    return this.#starts[at] ?? 0;
  }

  end(at: number): number {
    return this.#ends[at] ?? 0;
  }

  firstFrom(place: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
