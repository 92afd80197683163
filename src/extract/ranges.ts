import type { NumberToken } from "./numbers.ts";
import { readValue } from "./quantities.ts";

/** The ends of what is no single value, in the counter of both: 5至10万元 has 50000 and 100000 元. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Numbers with those that are two ends made one, and those that only sound like one value marked. */
export function withRanges(text: string, tokens: readonly NumberToken[]): NumberToken[] {
  const all: NumberToken[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    const whole = last && !last.range ? joined(text, last, token) : null;
    if (whole) all[all.length - 1] = whole;
    else all.push(withNeighbours(text, token));
  }
  return all;
}

const link = /^ ?(?:[-—–−~]{1,2}|至|到) ?$/;
/** 由20日至30日 is a change from one value to another. */
const change = /[由从自][^,。;、()\d\n]{0,10}$/;

/** One token of two that are its ends; null where they are not. */
function joined(text: string, a: NumberToken, b: NumberToken): NumberToken | null {
  if (b.start - a.end > 4 || a.kind === "zero" || b.kind === "zero") return null;
  const between = text.slice(a.end, b.start);
  const isOfLaw = between === "" && a.tail.endsWith("以上") && b.tail.endsWith("以下");
  if (!isOfLaw && (!link.test(between) || a.tail !== "")) return null;
  const isBare = a.counter === "" && b.counter === "";
  if (!isBare && a.counter !== "" && !isAlike(a, b)) return null;
  if (isBare && !(a.kind === "arabic" && b.kind === "arabic" && /^\D$/.test(between))) return null;
  if (isChained(text, a, b) || change.test(text.slice(Math.max(0, a.start - 12), a.start)))
    return null;
  const range = rangeOf(text, a, b);
  const kind = a.kind === "chinese" && b.kind === "chinese" ? "chinese" : "arabic";
  return range && { ...b, kind, start: a.start, range };
}

function isAlike({ counter }: NumberToken, b: NumberToken): boolean {
  return counter === b.counter || (counter === "wan" && b.counter === "元");
}

/** Dashes also stand in the numbers of telephones, tables and files. */
function isChained(text: string, a: NumberToken, b: NumberToken): boolean {
  return (
    /[-—–~/.\dA-Za-z]/.test(text[a.start - 1] ?? "") ||
    /^0\d/.test(text.slice(a.start, a.start + 2)) ||
    /^[-—–~/]\d/.test(text.slice(b.end, b.end + 2))
  );
}

/** What only the second end has, scale and counter, holds for the first too: 5至10万元. */
function rangeOf(text: string, a: NumberToken, b: NumberToken): Range | null {
  const high = valueOf(text.slice(b.start, b.end), b);
  if (high === null) return null;
  const own = text.slice(a.start, a.counter === "" ? a.digitsEnd : a.end);
  const tenths = b.kind === "fraction" ? /成/.exec(text.slice(b.start, b.end))?.[0] : undefined;
  if (b.kind === "fraction" && a.kind !== "fraction" && tenths === undefined) return null;
  const shared = a.counter === "" && a.scale === "" ? (tenths ?? b.scale) : a.scale;
  const written = a.counter === "" ? [own + shared, own] : [own];
  const low = written
    .map((each) => valueOf(each, b))
    .find((value) => value !== null && value < high);
  return low === undefined || low === null ? null : { low, high };
}

/** Without what says a bound: both ends do. */
function valueOf(written: string, { counter }: NumberToken): number | null {
  const unit = counter === "wan" ? "元" : counter;
  const plain = written.replace(/(?:及?以[上下]|以内|左右|上下|内)$/, "");
  return readValue(plain, { before: "", unit, isRemainder: false })?.value ?? null;
}

const neighbours =
  /^(十|[二三四五六七八九]十)?(一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)([十百千])?$/;

/** 三五家 is from three to five, 七八十 from seventy to eighty: never 35 or 78. */
function withNeighbours(text: string, token: NumberToken): NumberToken {
  if (token.kind !== "chinese" || token.counter === "") return token;
  const match = neighbours.exec(text.slice(token.start, token.digitsEnd));
  if (!match) return token;
  const [, lead = "", pair = "", place = ""] = match;
  const [low, high] = [...pair].map((digit) =>
    valueOf(lead + digit + place + token.scale + token.counter, token),
  );
  if (low == null || high == null || low >= high) return token;
  return { ...token, range: { low, high } };
}
