import type { Span } from "../index.ts";
import type { Claim } from "./types.ts";

/** Turns offsets that count code points into UTF-16 offsets of one text, and back. */
export class CodePoints {
  readonly #text: string;
  /** Where the characters that take two units begin; found when first asked for. */
  #pairs: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** A claimed span in UTF-16; null where it ends behind the text. */
  utf16({ start, end, counts }: Claim): Span | null {
    const isUnits = counts === "utf16";
    const span = isUnits
      ? { start, end }
      : { start: this.unitsBefore(start), end: this.unitsBefore(end) };
    return span.end <= this.#text.length ? span : null;
  }

  /** UTF-16 units before a code point. */
  unitsBefore(point: number): number {
    return point + this.#countBelow((pair, index) => pair - index < point);
  }

  /** Code points before a UTF-16 offset. */
  pointsBefore(unit: number): number {
    return unit - this.#countBelow((pair) => pair + 1 < unit);
  }

  #countBelow(isBelow: (pair: number, index: number) => boolean): number {
    const pairs = (this.#pairs ??= pairsIn(this.#text));
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function pairsIn(text: string): number[] {
  return Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
}
