import { fold, numbersIn } from "../index.ts";
import type { NumberToken, Span } from "../index.ts";

/** Characters that stand in no number and end whatever goes with one. */
const lineFeed = 10;
const stops = new Set([..."。；;"].map((stop) => stop.charCodeAt(0)).concat(lineFeed));

/** The numbers of a text, read sentence by sentence where somebody asks, each sentence once. */
export class TokenIndex {
  readonly #text: string;
  /** Where sentences begin, in order. */
  readonly #begins: readonly number[];
  readonly #read = new Map<number, readonly NumberToken[]>();

  constructor(text: string) {
    this.#text = text;
    const begins = [0];
    for (let at = 0; at < text.length; at++)
      if (stops.has(text.charCodeAt(at))) begins.push(at + 1);
    this.#begins = begins;
  }

  /** Numbers of which a span holds at least one digit. */
  within({ start, end }: Span): NumberToken[] {
    const found: NumberToken[] = [];
    const from = firstWhere(this.#begins.length, (index) => (this.#begins[index] ?? 0) > start) - 1;
    for (let index = from; (this.#begins[index] ?? end) < end; index++) {
      const tokens = this.#sentence(index);
      let at = firstWhere(tokens.length, (one) => (tokens[one]?.digitsEnd ?? 0) > start);
      for (let token = tokens[at]; token && token.start < end; token = tokens[++at])
        found.push(token);
    }
    return found;
  }

  #sentence(index: number): readonly NumberToken[] {
    const known = this.#read.get(index);
    if (known) return known;
    const begin = this.#begins[index] ?? 0;
    const text = this.#text.slice(begin, this.#begins[index + 1] ?? this.#text.length);
    const tokens = numbersIn(fold(text)).map((token) => moved(token, begin));
    this.#read.set(index, tokens);
    return tokens;
  }
}

function moved(token: NumberToken, by: number): NumberToken {
  const { start, end, digitsEnd } = token;
  return { ...token, start: start + by, end: end + by, digitsEnd: digitsEnd + by };
}

/** The first index for which something holds that holds for all behind it too; `length` for none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
