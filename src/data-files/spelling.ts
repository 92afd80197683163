/** What a text looks like. `code` has digits only and is no number: `0592`, eighteen digits. */
export type Look =
  | "empty"
  | "integer"
  | "double"
  | "code"
  | "boolean"
  | "date"
  | "timestamp"
  /** A time with an offset: what the clock showed, or what it was in UTC. */
  | "zoned"
  | "text";

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const datePattern =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const timePattern =
  /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** An offset behind a time of day, other than none. */
const offsetPattern = /:\d{2}(?:\.\d+)?\s*[+-](?!00:?00$)\d{2}:?\d{2}$/;

/** Digits of an integer that a double surely holds; longer ones are ids. */
const exactDigits = 15;

export function lookOf(text: string): Look {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  const first = trimmed.charCodeAt(0);
  // Digits, sign or point: the only way to begin a number or a date.
  if ((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46)
    return numericLook(trimmed);
  return /^(?:true|false)$/i.test(trimmed) ? "boolean" : "text";
}

function numericLook(text: string): Look {
  if (/^[+-]?\d+$/.test(text)) {
    const digits = text.replace(/^[+-]/, "");
    return digits.length > exactDigits || /^0\d/.test(digits) ? "code" : "integer";
  }
  if (numberPattern.test(text)) return /^[+-]?0\d/.test(text) ? "code" : "double";
  if (readDate(text) !== null) return "date";
  if (readTimestamp(text) === null) return "text";
  return offsetPattern.test(text) ? "zoned" : "timestamp";
}

/** Milliseconds since 1970 in UTC of `2022-1-3`, `2022/1/3` or `2022年1月3日`; null for none. */
export function readDate(text: string): number | null {
  const match = datePattern.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number) as [number, number, number];
  // `Date.UTC` would take the year 23 for 1923.
  const date = new Date(Date.UTC(2000, month - 1, day));
  const time = date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : null;
}

/** Milliseconds since 1970 of a date and time; without a zone as UTC. Also takes a date alone. */
export function readTimestamp(text: string): number | null {
  const moment = readMoment(text);
  return moment === null ? null : Number(moment / 1000n);
}

/** As `readTimestamp`, in microseconds; what is finer than that is cut off. */
export function readMoment(text: string): bigint | null {
  const match = timePattern.exec(text.trim());
  if (match === null) {
    const day = readDate(text);
    return day === null ? null : BigInt(day) * 1000n;
  }
  const [, day = "", hour, minute, second = "0", fraction = "", zone = "Z"] = match;
  const date = readDate(day);
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offset = zone === "Z" ? 0 : zoneMinutes(zone);
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  const milliseconds = date + minutes * 60_000 + Number(second) * 1000;
  return BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}

function zoneMinutes(zone: string): number {
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number) as [number, number];
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** A finite number as written plainly, else null. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  return numberPattern.test(trimmed) ? Number(trimmed) : null;
}

/** Ways of writing a number that are converted only where the reader says so. */
export const spellings = [
  "wide",
  "grouped",
  "wan",
  "yi",
  "percent",
  "unit",
  "minus",
  "brackets",
  "nothing",
] as const;
export type Spelling = (typeof spellings)[number];

const nothing = new Set(
  "null none na n/a #n/a nan - -- — —— – / \\ 无 空 不详 未填报 未填 未报 未报告 暂无 …".split(" "),
);

/** What stands in a cell of which somebody says that there is nothing. */
export function isNothing(text: string): boolean {
  return nothing.has(text.trim().toLowerCase());
}

export interface LooseNumber {
  /** Null where the text says that there is none. */
  readonly value: number | null;
  readonly spellings: readonly Spelling[];
}

/**
 * `１２`, `1,234`, `1.5万`, `2亿`, `12%` and `未填报` as numbers, with what was converted; null
 * for any other text. 万 and 亿 multiply; of a percentage the number before the sign is taken.
 */
export function readLoose(text: string): LooseNumber | null {
  if (isNothing(text)) return { value: null, spellings: ["nothing"] };
  const used: Spelling[] = [];
  const use = (spelling: Spelling, before: string, after: string): string => {
    if (before !== after) used.push(spelling);
    return after;
  };
  const trimmed = text.trim();
  let rest = use("wide", trimmed, trimmed.normalize("NFKC"));
  rest = use("minus", rest, rest.replace(/^[−\ufe63–]/, "-"));
  rest = use("brackets", rest, rest.replace(/^\((\d[\d.,]*)\)$/, "-$1"));
  rest = use("unit", rest, rest.replace(/^([+-]?)[¥￥]\s*/, "$1").replace(/\s*元$/, ""));
  rest = use("percent", rest, rest.replace(/\s*%$/, ""));
  const scale = /\s*(万亿|亿|万)$/.exec(rest)?.[1];
  rest = scale === undefined ? rest : rest.slice(0, rest.lastIndexOf(scale)).trimEnd();
  if (scale?.includes("万") === true) used.push("wan");
  if (scale?.includes("亿") === true) used.push("yi");
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(rest))
    rest = use("grouped", rest, rest.replaceAll(",", ""));
  if (!numberPattern.test(rest) || /^[+-]?0\d/.test(rest)) return null;
  return { value: scaled(rest, scale), spellings: used };
}

const exponents: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };

/** By moving the point, so that 1.1万 is 11000 and not 11000.000000000002. */
function scaled(digits: string, scale: string | undefined): number {
  const [mantissa = "", exponent = "0"] = digits.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(exponent) + (exponents[scale ?? ""] ?? 0)}`);
}
