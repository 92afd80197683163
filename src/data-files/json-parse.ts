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

/** A text and the place that was reached in it. */
class Scanner {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  fail(): never {
    throw new FileError("bad_json", placeOf(this.text, this.at));
  }
  /** The sign at the place. */
  sign(): string | undefined {
    return this.text[this.at];
  }
  skip(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 32) return;
    space.lastIndex = this.at;
    space.exec(this.text);
    this.at = space.lastIndex;
  }
  /** Goes past what must stand here. */
  match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? this.fail();
    this.at = pattern.lastIndex;
    return found;
  }
  string(): string {
    const end = this.text.indexOf('"', this.at + 1);
    const plain = end < 0 ? "\\" : this.text.slice(this.at + 1, end);
    // eslint-disable-next-line no-control-regex
    if (/[\\\0-\x1F]/.test(plain)) return JSON.parse(this.match(escaped)[0]) as string;
    this.at = end + 1;
    return plain;
  }
  /** A value that holds no others. */
  plain(): unknown {
    const sign = this.sign();
    if (sign === '"') return this.string();
    if (sign === "t" || sign === "f" || sign === "n") return words[this.match(word)[0]];
    return numberOf(this.match(number));
  }
}

/** A list or an object whose end has not come. */
interface Open {
  readonly list: unknown[] | null;
  readonly object: Record<string, unknown>;
  key: string;
  isRepeated: boolean;
}

/** The key of an object's next value, with its colon. */
function readKey(scan: Scanner, top: Open, onRepeated: JsonCalls["onRepeated"]): void {
  scan.skip();
  if (scan.sign() !== '"') scan.fail();
  top.key = scan.string();
  if (top.key in top.object && !top.isRepeated) {
    top.isRepeated = true;
    onRepeated?.(top.key);
  }
  scan.skip();
  if (scan.sign() !== ":") scan.fail();
  scan.at += 1;
}

/**
 * JSON as values, where the browser's own parser loses: whole numbers keep their digits as bigint,
 * other long ones stay as written, a repeated key is told, and a fault has its place, as `line:column`
 * from 1. Throws `bad_json` with it, or `too_deep`.
 */
export function parseJson(text: string, { onRepeated, onPlace }: JsonCalls = {}): unknown {
  const scan = new Scanner(text);
  const stack: Open[] = [];
  let count = 0;
  const close = (): { readonly value: unknown } => {
    scan.at += 1;
    const top = stack.pop();
    return { value: top?.list ?? top?.object };
  };
  const open = (isList: boolean): Open => {
    if (stack.length >= limits.depth) throw new FileError("too_deep", limits.depth);
    scan.at += 1;
    const object = Object.create(null) as Record<string, unknown>;
    const top = { list: isList ? [] : null, object, key: "", isRepeated: false };
    stack.push(top);
    return top;
  };
  /** A value that is whole, or nothing where a list or an object was opened. */
  const begin = (): { readonly value: unknown } | null => {
    scan.skip();
    const sign = scan.sign();
    if (sign !== "[" && sign !== "{") return { value: scan.plain() };
    const top = open(sign === "[");
    scan.skip();
    if (scan.sign() === (top.list ? "]" : "}")) return close();
    if (!top.list) readKey(scan, top, onRepeated);
    return null;
  };
  for (;;) {
    if (++count % often === 0) onPlace?.(scan.at);
    let made = begin();
    while (made !== null) {
      scan.skip();
      const top = stack.at(-1);
      if (top === undefined) {
        if (scan.at < text.length) scan.fail();
        return made.value;
      }
      if (top.list) top.list.push(made.value);
      else top.object[top.key] = made.value;
      if (scan.sign() === ",") {
        scan.at += 1;
        if (!top.list) readKey(scan, top, onRepeated);
        made = null;
      } else if (scan.sign() === (top.list ? "]" : "}")) made = close();
      else scan.fail();
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
