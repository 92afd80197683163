import type { ColumnType } from "../engine/index.ts";
import { changeOf, convert, show, written } from "./convert.ts";
import { rules, type Rule } from "./rules.ts";
import { lookOf, readLoose, type Look, type Spelling } from "./spelling.ts";
import type { Cell, ProblemCode } from "./types.ts";

/** What reading a column otherwise would make of it, for the reader to accept. */
export interface Offer {
  readonly rule: Rule;
  readonly type: ColumnType;
  /** What the loose rule converts. */
  readonly spellings: readonly Spelling[];
  /** A few cells as they stand. */
  readonly examples: readonly string[];
  /** What comes out of them. */
  readonly results: readonly string[];
}

/** Something to be said of a column. */
export interface Note {
  readonly code: ProblemCode;
  readonly count: number;
  readonly first: string;
}

/** A column as its cells are. */
export interface ColumnGuess {
  readonly type: ColumnType;
  /** None where nothing is to be converted. */
  readonly offers: readonly Offer[];
  /** Digits that stay text, since they name something: leading zeros, many digits, a name that says so. */
  readonly isCode: boolean;
  /** Cells with nothing in them. */
  readonly empty: number;
  readonly filled: number;
  readonly notes: readonly Note[];
}

export interface ColumnScan {
  see(cell: Cell): void;
  guess(name: string): ColumnGuess;
}

/** Plain texts after which a column is text and is no longer looked at closely. */
const enough = 200;

const codeName =
  /(?:代码|编码|编号|区划|邮编|电话|手机|证号|信用代码|序列号|文号)$|(?:^|[_\s])(?:id|code|zip|phone|tel|fips)$/i;

/** `2023.10`: October, and no fraction of a year. */
const monthPattern = /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$/;
const monthName = /月|month|period|期/i;
// eslint-disable-next-line no-control-regex
const controlPattern = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

const lookTypes = {
  integer: "BIGINT",
  double: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
} as const;
type Typed = keyof typeof lookTypes;

/** Counts what is to be said, with the first example. */
function noteBook() {
  const found = new Map<string, Note>();
  return {
    add(key: string, code: ProblemCode, first: string): void {
      const before = found.get(key);
      found.set(key, { code, count: (before?.count ?? 0) + 1, first: before?.first ?? first });
    },
    under: (...keys: readonly string[]): Note[] =>
      [...found].flatMap(([key, note]) => (keys.some((one) => key.startsWith(one)) ? [note] : [])),
  };
}

/** Which rules still fit all cells of a column, with cells for which they are needed. */
function ruleBook() {
  const alive = new Set<Rule>(rules.filter((rule) => rule !== "loose"));
  const examples: string[] = [];
  return {
    see(text: string, isNeeded: boolean): void {
      for (const rule of alive) {
        const type = rule === "comma" ? "DOUBLE" : /utc|wall/.test(rule) ? "TIMESTAMP" : "DATE";
        if (convert(text, type, rule) == null) alive.delete(rule);
      }
      if (isNeeded && examples.length < 3 && !examples.includes(text)) examples.push(text);
    },
    fits: (rule: Rule): boolean => alive.has(rule) && examples.length > 0,
    examples,
  };
}

/** Looks at every cell of a column. `untyped`: all cells are text, so text may be a number. */
export function scanColumn(untyped: boolean): ColumnScan {
  const looks: Record<Look, number> = {
    ...{ empty: 0, integer: 0, double: 0, code: 0 },
    ...{ boolean: 0, date: 0, timestamp: 0, zoned: 0, text: 0 },
  };
  let [filled, texts, small, loose] = [0, 0, true, 0];
  let [whole, months, tens, plainText] = [true, 0, false, 0];
  const used = new Set<Spelling>();
  const examples: string[] = [];
  const notes = noteBook();
  const ruled = ruleBook();
  const kinds = new Map<string, string>();
  const seeNumber = (value: number): void => {
    if (Math.abs(value) > 2_147_483_647) small = false;
  };
  const seeLoose = (text: string): void => {
    const found = readLoose(text);
    if (found === null) texts += 1;
    else {
      loose += 1;
      for (const spelling of found.spellings) used.add(spelling);
      if (found.value !== null && !Number.isInteger(found.value)) whole = false;
      if (found.value !== null) seeNumber(found.value);
      if (examples.length < 3 && !examples.includes(text)) examples.push(text);
    }
  };
  const seeChange = (cell: Cell, look: Typed): void => {
    const change = changeOf(cell, lookTypes[look]);
    if (change !== null) notes.add(`${look} ${change.code}`, change.code, change.example);
  };
  const seeSpaces = (text: string): void => {
    if (text !== text.trim()) notes.add("text padded", "padded", text);
    if (controlPattern.test(text)) notes.add("text controls", "controls", visible(text));
  };
  const seeText = (text: string): void => {
    const look = plainText > enough ? (text.trim() === "" ? "empty" : "text") : lookOf(text);
    if (look === "empty") return void (looks.empty += 1);
    filled += 1;
    looks[untyped ? look : "text"] += 1;
    seeSpaces(text);
    if (!untyped) kinds.set("text", kinds.get("text") ?? text);
    if (untyped && look === "integer") seeNumber(Number(text));
    if (untyped && look in lookTypes && needsLook(text, look)) seeChange(text, look as Typed);
    if (look === "double" && monthPattern.test(text.trim())) {
      months += 1;
      tens ||= text.trim().endsWith(".10");
    }
    if (plainText > enough) return;
    // Digits and a comma, dates in another order, and offsets: what a rule could be for.
    const isNeeded =
      look === "text" || look === "zoned" || (look === "integer" && text.length === 8);
    if (isNeeded || ruled.examples.length > 0) ruled.see(text, isNeeded);
    else if (filled < enough) ruled.see(text, false);
    if (look === "text" || look === "boolean" || (!untyped && look !== "code")) seeLoose(text);
    else if (look === "code" || look === "zoned") texts += 1;
    if (look === "text" && texts > 0 && readLoose(text) === null && !/\d/.test(text))
      plainText += 1;
  };
  return {
    see(cell) {
      if (cell === null || cell === undefined) return void (looks.empty += 1);
      if (typeof cell === "string") return seeText(cell);
      filled += 1;
      kinds.set(typeof cell, kinds.get(typeof cell) ?? String(show(cell)));
      if (typeof cell === "boolean") looks.boolean += 1;
      else if (cell instanceof Date)
        looks[cell.getTime() % 86_400_000 === 0 ? "date" : "timestamp"] += 1;
      else if (typeof cell === "bigint" || Number.isInteger(cell)) {
        looks.integer += 1;
        if (typeof cell === "bigint" && (cell > maxBigint || cell < -maxBigint)) looks.code += 1;
        seeNumber(Number(cell));
      } else looks.double += 1;
    },
    guess(name) {
      const found = typeOf(looks, filled, small);
      const isMonth = untyped && months > 0 && months === filled && (tens || monthName.test(name));
      const isCode =
        (untyped && looks.code > 0 && looks.code + looks.integer === filled) ||
        (untyped && found !== "VARCHAR" && looks.integer === filled && codeName.test(name));
      const type = isCode || isMonth ? "VARCHAR" : found;
      const numbers = looks.integer + looks.double;
      // Where nobody wrote a number, "无" is an answer and not a gap.
      const isLoose =
        !isCode &&
        type === "VARCHAR" &&
        texts === 0 &&
        !isMonth &&
        numbers + loose > 0 &&
        !onlyNothing(used, numbers);
      const offered: ColumnType =
        looks.double > 0 || !whole ? "DOUBLE" : small ? "INTEGER" : "BIGINT";
      const offers = ruleOffers(ruled, looks, filled);
      if (isLoose) offers.push(offerOf("loose", offered, examples, [...used]));
      const month: Note[] = isMonth ? [{ code: "months", count: filled, first: "2023.10" }] : [];
      const mixed: Note[] =
        kinds.size > 1 && type === "VARCHAR"
          ? [{ code: "mixed", count: filled, first: [...kinds.values()].join(" / ") }]
          : [];
      return {
        ...{ type, offers, isCode, empty: looks.empty, filled },
        notes: [...month, ...mixed, ...notes.under(...notedLooks(type))],
      };
    },
  };
}

const maxBigint = 2n ** 63n - 1n;

/** Control characters as their pictures. */
function visible(text: string): string {
  return text.replace(new RegExp(controlPattern, "g"), (sign) =>
    String.fromCharCode(sign === "\x7F" ? 0x2421 : 0x2400 + sign.charCodeAt(0)),
  );
}

/** A whole number that begins with a digit and has no spaces is written as it stands. */
function needsLook(text: string, look: Look): boolean {
  return look !== "integer" || !/^\d[\d]*$/.test(text);
}

/** Of which looks the changes come about when a column has this type. */
function notedLooks(type: ColumnType): string[] {
  if (type === "VARCHAR") return ["text"];
  if (type === "INTEGER" || type === "BIGINT") return ["integer"];
  if (type === "DOUBLE") return ["integer", "double"];
  if (type === "TIMESTAMP") return ["date", "timestamp"];
  return type === "BOOLEAN" ? ["boolean"] : type === "DATE" ? ["date"] : [];
}

function ruleOffers(
  { fits, examples }: ReturnType<typeof ruleBook>,
  looks: Readonly<Record<Look, number>>,
  filled: number,
): Offer[] {
  const isDigits = looks.integer === filled;
  const offers: Offer[] = [];
  const add = (rule: Rule, type: ColumnType): void =>
    void (fits(rule) && offers.push(offerOf(rule, type, examples)));
  const wished: readonly (readonly [Rule, ColumnType])[] = isDigits
    ? [["date8", "DATE"]]
    : looks.zoned > 0
      ? [
          ["utc", "TIMESTAMP"],
          ["wall", "TIMESTAMP"],
        ]
      : [
          ["comma", "DOUBLE"],
          ["dmy", "DATE"],
          ["mdy", "DATE"],
        ];
  if (isDigits || looks.zoned + looks.text > 0) for (const [rule, type] of wished) add(rule, type);
  return offers;
}

function offerOf(
  rule: Rule,
  type: ColumnType,
  examples: readonly string[],
  spellings: readonly Spelling[] = [],
): Offer {
  const results = examples.map((text) => written(convert(text, type, rule), type) ?? "—");
  return { rule, type, spellings, examples, results };
}

function onlyNothing(used: ReadonlySet<Spelling>, numbers: number): boolean {
  return numbers === 0 && used.size === 1 && used.has("nothing");
}

function typeOf(looks: Readonly<Record<Look, number>>, filled: number, small: boolean): ColumnType {
  if (filled === 0) return "VARCHAR";
  const { integer, double, boolean, date, timestamp, code } = looks;
  if (integer === filled && code === 0) return small ? "INTEGER" : "BIGINT";
  if (integer === filled) return "HUGEINT";
  if (integer + double === filled) return "DOUBLE";
  if (boolean === filled) return "BOOLEAN";
  if (date === filled) return "DATE";
  return date + timestamp === filled ? "TIMESTAMP" : "VARCHAR";
}
