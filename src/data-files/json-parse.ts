import { visit, type JSONVisitor } from "jsonc-parser";
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

/** A list or an object whose end has not come. */
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
  let whole: unknown;
  let count = 0;
  const put = (value: unknown): void => {
    const top = stack.at(-1);
    if (top === undefined) whole = value;
    else if (top.list) top.list.push(value);
    else top.object[top.key] = value;
  };
  const open = (list: unknown[] | null): void => {
    if (stack.length >= limits.depth) throw new FileError("too_deep", limits.depth);
    const object = Object.create(null) as Record<string, unknown>;
    put(list ?? object);
    stack.push({ list, object, key: "", isRepeated: false });
  };
  const close = (): void => void stack.pop();
  const calls: JSONVisitor = {
    onArrayBegin: () => open([]),
    onArrayEnd: close,
    onObjectBegin: () => open(null),
    onObjectEnd: close,
    onObjectProperty(key) {
      const top = stack.at(-1);
      if (top === undefined) return;
      top.key = key;
      if (top.isRepeated || !(key in top.object)) return;
      top.isRepeated = true;
      onRepeated?.(key);
    },
    onLiteralValue(value, offset, length) {
      if (++count % often === 0) onPlace?.(offset);
      put(typeof value === "number" ? numberOf(value, text.slice(offset, offset + length)) : value);
    },
    onError(_error, _offset, _length, line, character) {
      throw new FileError("bad_json", `${line + 1}:${character + 1}`);
    },
  };
  visit(text, calls, { disallowComments: true });
  return whole;
}

function numberOf(value: number, text: string): unknown {
  if (/^-?\d+$/.test(text)) {
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
