import type { ColumnType } from "../engine/index.ts";
import { monthBook, noteBook, ruleBook } from "./books.ts";
import { changeOf, convert, show, written } from "./convert.ts";
import type { Rule } from "./rules.ts";
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

type Filled = Exclude<Look, "empty">;

/** How many cells look like what, and whether all numbers among them fit 32 bits. */
interface Tally {
  readonly looks: Record<Filled, number>;
  filled: number;
  isSmall: boolean;
}

function emptyTally(): Tally {
  const looks: Tally["looks"] = {
    ...{ integer: 0, double: 0, code: 0 },
    ...{ boolean: 0, date: 0, timestamp: 0, zoned: 0, text: 0 },
  };
  return { looks, filled: 0, isSmall: true };
}

function seeNumber(tally: Tally, value: number): void {
  if (Math.abs(value) > 2_147_483_647) tally.isSmall = false;
}

/** A cell that has a type of its own, as those of a workbook. */
function seeTyped(tally: Tally, cell: Exclude<Cell, string | null>): void {
  const { looks } = tally;
  if (typeof cell === "boolean") looks.boolean += 1;
  else if (cell instanceof Date)
    looks[cell.getTime() % 86_400_000 === 0 ? "date" : "timestamp"] += 1;
  else if (typeof cell === "bigint" || Number.isInteger(cell)) {
    looks.integer += 1;
    if (typeof cell === "bigint" && (cell > maxBigint || cell < -maxBigint)) looks.code += 1;
    seeNumber(tally, Number(cell));
  } else looks.double += 1;
}

/** What the loose rule would make of texts that are no plain numbers. */
function looseBook(tally: Tally) {
  const examples: string[] = [];
  const used = new Set<Spelling>();
  let [converted, texts, isWhole] = [0, 0, true];
  return {
    /** Whether it makes anything of the text. */
    see(text: string): boolean {
      const found = readLoose(text);
      if (found === null) {
        texts += 1;
        return false;
      }
      converted += 1;
      for (const spelling of found.spellings) used.add(spelling);
      if (found.value !== null) {
        if (!Number.isInteger(found.value)) isWhole = false;
        seeNumber(tally, found.value);
      }
      if (examples.length < 3 && !examples.includes(text)) examples.push(text);
      return true;
    },
    /** A text that names something is none of its. */
    refuse: () => void (texts += 1),
    /** The offer, where it would make numbers of all cells. */
    offer(): Offer | null {
      const { integer, double } = tally.looks;
      const numbers = integer + double;
      // Where nobody wrote a number, "无" is an answer and not a gap.
      if (texts > 0 || numbers + converted === 0 || onlyNothing(used, numbers)) return null;
      const whole: ColumnType = tally.isSmall ? "INTEGER" : "BIGINT";
      return offerOf("loose", double > 0 || !isWhole ? "DOUBLE" : whole, examples, [...used]);
    },
  };
}

/** Looks at every cell of a column. `untyped`: all cells are text, so text may be a number. */
export function scanColumn(untyped: boolean): ColumnScan {
  const tally = emptyTally();
  const { looks } = tally;
  const [notes, ruled, loose, months] = [noteBook(), ruleBook(), looseBook(tally), monthBook()];
  /** The first cell of each kind. */
  const kinds = new Map<string, string>();
  let plainText = 0;
  const seeChange = (text: string, look: Typed): void => {
    const change = changeOf(text, lookTypes[look]);
    if (change !== null) notes.add(`${look} ${change.code}`, change.code, change.example);
  };
  const seeSpaces = (text: string): void => {
    if (text !== text.trim()) notes.add("text padded", "padded", text);
    if (controlPattern.test(text)) notes.add("text controls", "controls", visible(text));
  };
  /** What a rule could be for: digits and a comma, dates in another order, offsets. */
  const seeRules = (text: string, look: Look): void => {
    const isNeeded =
      look === "text" || look === "zoned" || (look === "integer" && text.length === 8);
    if (isNeeded || ruled.examples.length > 0) ruled.see(text, isNeeded);
    else if (tally.filled < enough) ruled.see(text, false);
    if (look === "text" || look === "boolean" || (!untyped && look !== "code")) {
      const isLoose = loose.see(text);
      if (look === "text" && !isLoose && !/\d/.test(text)) plainText += 1;
    } else if (look === "code" || look === "zoned") loose.refuse();
  };
  const seeText = (text: string): void => {
    const look = plainText > enough ? (text.trim() === "" ? "empty" : "text") : lookOf(text);
    if (look === "empty") return;
    tally.filled += 1;
    looks[untyped ? look : "text"] += 1;
    seeSpaces(text);
    if (!untyped) kinds.set("text", kinds.get("text") ?? text);
    if (untyped && look === "integer") seeNumber(tally, Number(text));
    if (untyped && look in lookTypes && needsLook(text, look)) seeChange(text, look as Typed);
    if (look === "double") months.see(text);
    if (plainText <= enough) seeRules(text, look);
  };
  return {
    see(cell) {
      if (cell === null || cell === undefined) return;
      if (typeof cell === "string") return seeText(cell);
      tally.filled += 1;
      kinds.set(typeof cell, kinds.get(typeof cell) ?? String(show(cell)));
      seeTyped(tally, cell);
    },
    guess(name) {
      const { filled } = tally;
      const isMonth = untyped && months.holds(filled, name);
      const isCode = untyped && isCodes(tally, name);
      const type = isCode || isMonth ? "VARCHAR" : typeOf(tally);
      const offers = ruleOffers(ruled, looks, filled);
      const isOpen = type === "VARCHAR" && !isCode && !isMonth;
      const offer = isOpen ? loose.offer() : null;
      if (offer !== null) offers.push(offer);
      const month: Note[] = isMonth ? [{ code: "months", count: filled, first: "2023.10" }] : [];
      const mixed: Note[] =
        kinds.size > 1 && type === "VARCHAR"
          ? [{ code: "mixed", count: filled, first: [...kinds.values()].join(" / ") }]
          : [];
      return {
        ...{ type, offers, isCode, filled },
        notes: [...month, ...mixed, ...notes.under(...notedLooks(type))],
      };
    },
  };
}

/** Whether digits name something: some look so, or the column is called so. */
function isCodes(tally: Tally, name: string): boolean {
  const { code, integer } = tally.looks;
  if (code > 0 && code + integer === tally.filled) return true;
  return typeOf(tally) !== "VARCHAR" && integer === tally.filled && codeName.test(name);
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
  looks: Tally["looks"],
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

function typeOf({ looks, filled, isSmall }: Tally): ColumnType {
  if (filled === 0) return "VARCHAR";
  const { integer, double, boolean, date, timestamp, code } = looks;
  if (integer === filled && code === 0) return isSmall ? "INTEGER" : "BIGINT";
  if (integer === filled) return "HUGEINT";
  if (integer + double === filled) return "DOUBLE";
  if (boolean === filled) return "BOOLEAN";
  if (date === filled) return "DATE";
  return date + timestamp === filled ? "TIMESTAMP" : "VARCHAR";
}
