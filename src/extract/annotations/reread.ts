import { countsAs } from "../../domain/index.ts";
import type { Qualifier } from "../../domain/index.ts";
import { readValue, valueEnd } from "../index.ts";
import type { NumberToken, Span } from "../index.ts";
import { TokenIndex } from "./tokens.ts";
import { judgeValue } from "./value.ts";
import type { JudgedValue, ReadIn } from "./value.ts";

/** A number of the text as our own reader reads it. */
export interface RereadNumber extends Span, ReadIn {
  /** As written. */
  readonly written: string;
  readonly qualifier: Qualifier;
}

/** What stands in a quote. */
export const rereadKinds = [
  /** One number, or one of several that has the claimed value. */
  "read",
  /** The quote cuts through the digits of a longer number. */
  "cut",
  /** No number. */
  "no_number",
  /** Several numbers, and none has the claimed value. */
  "several",
] as const;
export type RereadKind = (typeof rereadKinds)[number];

/** A quote's value, read again in the text. */
export interface Reread {
  readonly kind: RereadKind;
  /** The number that is meant; null where that is not known. */
  readonly number: RereadNumber | null;
  /** Null where there is no number to hold the claim against. */
  readonly judged: JudgedValue | null;
  /** Where the numbers of the quote begin. */
  readonly starts: readonly number[];
}

/** Before a number stand words that qualify it: 超过, 约. */
const lead = 12;

/** Reads the numbers of one text; each is read once for each unit. */
export class NumberReader {
  readonly #text: string;
  readonly #tokens: TokenIndex;
  readonly #known = new Map<string, RereadNumber | null>();

  constructor(text: string) {
    this.#text = text;
    this.#tokens = new TokenIndex(text);
  }

  /** The value of a quote at its place. `unit` is that of its metric, null where that is not known. */
  reread(
    span: Span,
    claimed: { readonly value: number | null; readonly unit: string | null },
    unit: string | null,
  ): Reread {
    const tokens = this.#tokens.within(span);
    const starts = tokens.map(({ start }) => start);
    const numbers = tokens.flatMap((token) => this.#read(token, unit) ?? []);
    const judged = numbers.map((number) => ({ number, judged: judgeValue(claimed, number) }));
    const [first] = judged;
    if (!first) return { kind: "no_number", number: null, judged: null, starts };
    if (judged.length === 1) return { kind: this.#kindOf(tokens, span), ...first, starts };
    // The surest verdict that any of them has; of two alike the first.
    const agreeing = judged.filter((one) => one.judged.verdict === "agrees");
    const meant =
      agreeing.find(({ number }) => number.unit === unit) ??
      agreeing[0] ??
      judged.find((one) => one.judged.verdict === "power_of_ten");
    return meant
      ? { kind: "read", ...meant, starts }
      : { kind: "several", number: null, judged: null, starts };
  }

  #kindOf([token]: readonly NumberToken[], span: Span): RereadKind {
    return token && (token.start < span.start || token.digitsEnd > span.end) ? "cut" : "read";
  }

  #read(token: NumberToken, unit: string | null): RereadNumber | null {
    const key = `${token.start} ${unit ?? ""}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#readNew(token, unit !== null && fits(token, unit) ? unit : ownUnit(token));
    this.#known.set(key, number);
    return number;
  }

  #readNew(token: NumberToken, unit: string): RereadNumber | null {
    const { start, counter, kind } = token;
    const end = valueEnd(token, false);
    const written = this.#text.slice(start, end);
    const place = { start, end, written, unit: unit === "" ? null : unit };
    if (token.range) return null;
    if (kind === "zero") return { ...place, counter: "", value: 0, qualifier: "exact" };
    const before = this.#text.slice(Math.max(0, start - lead), start);
    const read = readValue(written, { before, unit, isRemainder: false });
    return read && { ...place, counter, value: read.value, qualifier: read.qualifier };
  }
}

/** Without a counter a number may be of any unit. */
function fits({ counter }: NumberToken, unit: string): boolean {
  return counter === "" || counter === "zero" || counter === unit || countsAs(counter, unit);
}

/** The unit of a number by its own counter: money is in 万元. */
function ownUnit({ counter }: NumberToken): string {
  return counter === "元" ? "万元" : counter === "zero" ? "" : counter;
}
