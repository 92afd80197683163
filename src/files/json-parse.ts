import { limits } from "./limits.ts";
import { FileError } from "./types.ts";

/** A number with more digits than a double holds, as it was written. */
export class LongNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export interface JsonCalls {
  /** Called for each object in which a key comes again, with the first of them. */
  readonly onRepeated?: (key: string) => void;
  /** Called now and then with the place that was reached. */
  readonly onPlace?: (place: number) => void;
}

/** Values between two calls of `onPlace`. */
const often = 65_536;
const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const escaped = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const word = /true|false|null/y;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

interface Open {
  readonly list: unknown[] | null;
  readonly object: Record<string, unknown>;
  key: string;
  isRepeated: boolean;
}

/**
 * JSON as values, where the browser's own parser loses: whole numbers keep their digits as bigint,
 * other long ones stay as written, a repeated key is told, and a fault has its place, as `line:column`
 * from 1. Throws `bad_json` with it, or `too_deep`.
 */
export function parseJson(text: string, { onRepeated, onPlace }: JsonCalls = {}): unknown {
  const stack: Open[] = [];
  let [at, count] = [0, 0];
  const fail = (): never => {
    throw new FileError("bad_json", placeOf(text, at));
  };
  const skip = (): void => {
    const code = text.charCodeAt(at);
    if (code > 32) return;
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
  };
  const match = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return fail();
    at = pattern.lastIndex;
    return found;
  };
  const string = (): string => {
    const end = text.indexOf('"', at + 1);
    const plain = end < 0 ? "\\" : text.slice(at + 1, end);
    // eslint-disable-next-line no-control-regex
    if (/[\\\0-\x1F]/.test(plain)) return JSON.parse(match(escaped)[0]) as string;
    at = end + 1;
    return plain;
  };
  const open = (isList: boolean): void => {
    if (stack.length >= limits.depth) throw new FileError("too_deep", limits.depth);
    at += 1;
    const object = Object.create(null) as Record<string, unknown>;
    stack.push({ list: isList ? [] : null, object, key: "", isRepeated: false });
  };
  const key = (top: Open): void => {
    skip();
    if (text[at] !== '"') fail();
    top.key = string();
    if (top.key in top.object && !top.isRepeated) {
      top.isRepeated = true;
      onRepeated?.(top.key);
    }
    skip();
    if (text[at] !== ":") fail();
    at += 1;
  };
  /** A value that is whole, or nothing where a list or an object was opened. */
  const begin = (): { readonly value: unknown } | null => {
    skip();
    const sign = text[at];
    if (sign === "[" || sign === "{") {
      open(sign === "[");
      skip();
      const top = stack.at(-1);
      if (text[at] === (sign === "[" ? "]" : "}")) return { value: close() };
      if (top && sign === "{") key(top);
      return null;
    }
    if (sign === '"') return { value: string() };
    if (sign === "t" || sign === "f" || sign === "n") return { value: words[match(word)[0]] };
    return { value: numberOf(match(number)) };
  };
  const close = (): unknown => {
    at += 1;
    const top = stack.pop();
    return top?.list ?? top?.object;
  };
  for (;;) {
    if (++count % often === 0) onPlace?.(at);
    let made = begin();
    while (made !== null) {
      skip();
      const top = stack.at(-1);
      if (top === undefined) {
        if (at < text.length) fail();
        return made.value;
      }
      if (top.list) top.list.push(made.value);
      else top.object[top.key] = made.value;
      if (text[at] === ",") {
        at += 1;
        if (!top.list) key(top);
        made = null;
      } else if (text[at] === (top.list ? "]" : "}")) made = { value: close() };
      else fail();
    }
  }
}

function numberOf([text, fraction, exponent]: RegExpExecArray): unknown {
  const value = Number(text);
  if (fraction === undefined && exponent === undefined) {
    if (Number.isSafeInteger(value)) return value;
    return text.length > 38 ? text : BigInt(text);
  }
  if (!Number.isFinite(value)) return text;
  return text.length > 17 && isLonger(text, value) ? new LongNumber(text) : value;
}

/** Whether the digits of a text say more than its double. */
function isLonger(text: string, value: number): boolean {
  const digits = (one: string): string =>
    (one.toLowerCase().split("e")[0] ?? "").replace(/\D/g, "").replace(/^0+|0+$/g, "");
  return digits(text) !== digits(String(value));
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A value as JSON text, to the last digit. */
export function jsonText(value: unknown): string {
  if (value instanceof LongNumber) return value.text;
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`,
  );
  return `{${members.join(",")}}`;
}
