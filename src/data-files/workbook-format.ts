import { format as show, getFormatDateInfo, getFormatInfo } from "numfmt";
import { clockText } from "./typed.ts";
import type { Cell, ProblemCode } from "./types.ts";

/** A number of a workbook as its format has it, with what is to be said of it. */
export interface Formatted {
  readonly cell: Cell;
  /** What a column is whose cells are all of this kind; null where that follows from the cells. */
  readonly type: "TIME" | "INTERVAL" | null;
  readonly problem?: readonly [code: ProblemCode, example: string];
}

export type Format = (value: number, written: string) => Formatted;

const perDay = 86_400_000;

/** What a format makes of a number; formats are few, so each is understood once. */
export function formatter(is1904: boolean): (code: string) => Format {
  const known = new Map<string, Format>();
  return (code) => {
    const found = known.get(code) ?? understood(code, is1904);
    known.set(code, found);
    return found;
  };
}

const plain: Format = (value, written) => ({ cell: numberOf(value, written), type: null });

function numberOf(value: number, written: string): Cell {
  const isLong = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLong && /^-?\d+$/.test(written) ? BigInt(written) : value;
}

function understood(given: string, is1904: boolean): Format {
  // In Chinese spreadsheets `!` keeps the next sign, as `\` does.
  const code = given.replace(/!(.)/g, "\\$1");
  if (/^(?:general|@)?$/i.test(code)) return plain;
  const info = infoOf(code);
  if (info === null) return plain;
  if (/^(?:date|datetime|time)$/.test(info.type)) return timeFormat(code, is1904);
  if (info.type === "percent") return percent;
  if (/^0{2,}$/.test(code)) return (value, written) => padded(value, written, code.length);
  const literals = (code.match(/"[^"]*"|\\./g) ?? []).join("");
  if (info.scale === 1 && !/[十百千万亿兆%‰]|thousand|million|\bk\b/i.test(literals)) return plain;
  return (value, written) => {
    const cell = numberOf(value, written);
    return { cell, type: null, problem: ["shown_otherwise", `${shown(code, value)} = ${cell}`] };
  };
}

function infoOf(code: string): { readonly type: string; readonly scale: number } | null {
  try {
    return getFormatInfo(code);
  } catch {
    return null;
  }
}

function shown(code: string, value: number): string {
  try {
    return show(code, value, { locale: "zh-CN" });
  } catch {
    return String(value);
  }
}

/** As percent with all its digits: `0.125` under `0%` is `12.5%`. */
const percent: Format = (value, written) => {
  const [mantissa = "", exponent = "0"] = written.toLowerCase().split("e");
  const cell = `${Number(`${mantissa}e${Number(exponent) + 2}`)}%`;
  return { cell: Number.isFinite(value) ? cell : value, type: null };
};

/** Zeros before a code are part of it. */
function padded(value: number, written: string, digits: number): Formatted {
  if (!Number.isInteger(value) || value < 0) return plain(value, written);
  return { cell: String(numberOf(value, written)).padStart(digits, "0"), type: null };
}

function timeFormat(code: string, is1904: boolean): Format {
  const parts = getFormatDateInfo(code);
  const isDuration = /\[(?:h+|m+|s+)\]/i.test(code);
  const isClock = !parts.year && !parts.day && !(parts.month && !/s/i.test(code));
  if (isDuration || (/s/i.test(code) && isClock && !parts.hours)) return duration;
  const hasDay = parts.year && parts.day;
  return (value, written) => {
    if (isClock && value >= 0 && value < 1) return clock(value);
    const date = dateOf(value, is1904);
    if (date === null)
      return {
        cell: null,
        type: null,
        problem: ["no_such_day", `${shown(code, value)} (${written})`],
      };
    const text = shown(code, is1904 ? value + 1462 : value);
    const iso = date.toISOString().slice(0, 10);
    return hasDay
      ? { cell: date, type: null }
      : { cell: date, type: null, problem: ["shown_otherwise", `${text} = ${iso}`] };
  };
}

function clock(value: number): Formatted {
  const milliseconds = Math.min(Math.round(value * perDay), perDay - 1);
  return { cell: clockText(BigInt(snapped(milliseconds)), 3), type: "TIME" };
}

const duration: Format = (value) => {
  const milliseconds = snapped(Math.round(Math.abs(value) * perDay));
  const text = clockText(BigInt(milliseconds), 3);
  return { cell: value < 0 ? `-${text}` : text, type: "INTERVAL" };
};

/** A workbook keeps days as fractions; a second comes back a millisecond short. */
function snapped(milliseconds: number): number {
  const second = Math.round(milliseconds / 1000) * 1000;
  return Math.abs(milliseconds - second) <= 20 ? second : milliseconds;
}

/** Null for a day that no calendar has: spreadsheets take 1900 for a leap year. */
function dateOf(serial: number, is1904: boolean): Date | null {
  if (!is1904 && (Math.floor(serial) === 60 || serial < 1)) return null;
  const days = is1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569);
  const date = new Date(snapped(Math.round(days * perDay)));
  return Number.isNaN(date.getTime()) ? null : date;
}
