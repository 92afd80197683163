import type { ColumnType } from "../engine/index.ts";
import { lookOf, readLoose, type Look, type Spelling } from "./spelling.ts";
import type { Cell } from "./types.ts";

/** What reading a column as a number could convert, for the reader to accept. */
export interface Offer {
  readonly type: "INTEGER" | "BIGINT" | "DOUBLE";
  readonly spellings: readonly Spelling[];
  /** A few cells as they stand. */
  readonly examples: readonly string[];
}

/** A column as its cells are. */
export interface ColumnGuess {
  readonly type: ColumnType;
  /** Null where nothing is to be converted. */
  readonly offer: Offer | null;
  /** Digits that stay text, since they name something: leading zeros, many digits, a name that says so. */
  readonly isCode: boolean;
  /** Cells with nothing in them. */
  readonly empty: number;
  readonly filled: number;
}

export interface ColumnScan {
  see(cell: Cell): void;
  guess(name: string): ColumnGuess;
}

/** Plain texts after which a column is text and is no longer looked at closely. */
const enough = 200;

const codeName =
  /(?:代码|编码|编号|区划|邮编|电话|手机|证号|信用代码|序列号|文号)$|(?:^|[_\s])(?:id|code|zip|phone|tel|fips)$/i;

/** Looks at every cell of a column. `untyped`: all cells are text, so text may be a number. */
export function scanColumn(untyped: boolean): ColumnScan {
  const looks: Record<Look, number> = {
    ...{ empty: 0, integer: 0, double: 0, code: 0 },
    ...{ boolean: 0, date: 0, timestamp: 0, text: 0 },
  };
  let [filled, texts, small, loose] = [0, 0, true, 0];
  let whole = true;
  const used = new Set<Spelling>();
  const examples: string[] = [];
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
  const seeText = (text: string): void => {
    const look = texts > enough ? (text.trim() === "" ? "empty" : "text") : lookOf(text);
    if (look === "empty") return void (looks.empty += 1);
    filled += 1;
    looks[untyped ? look : "text"] += 1;
    if (untyped && look === "integer") seeNumber(Number(text));
    if (texts > enough) return;
    if (look === "text" || look === "boolean" || (!untyped && look !== "code")) seeLoose(text);
    else if (look === "code") texts += 1;
  };
  return {
    see(cell) {
      if (cell === null || cell === undefined) return void (looks.empty += 1);
      if (typeof cell === "string") return seeText(cell);
      filled += 1;
      if (typeof cell === "boolean") looks.boolean += 1;
      else if (cell instanceof Date)
        looks[cell.getTime() % 86_400_000 === 0 ? "date" : "timestamp"] += 1;
      else if (typeof cell === "bigint" || Number.isInteger(cell)) {
        looks.integer += 1;
        seeNumber(Number(cell));
      } else looks.double += 1;
    },
    guess(name) {
      const type = typeOf(looks, filled, small);
      const isCode =
        (untyped && looks.code > 0 && looks.code + looks.integer === filled) ||
        (untyped && type !== "VARCHAR" && looks.integer === filled && codeName.test(name));
      const numbers = looks.integer + looks.double;
      // Where nobody wrote a number, "无" is an answer and not a gap.
      const isOffered =
        !isCode &&
        type === "VARCHAR" &&
        texts === 0 &&
        numbers + loose > 0 &&
        !onlyNothing(used, numbers);
      const offered = looks.double > 0 || !whole ? "DOUBLE" : small ? "INTEGER" : "BIGINT";
      return {
        type: isCode ? "VARCHAR" : type,
        offer: isOffered ? { type: offered, spellings: [...used], examples } : null,
        isCode,
        empty: looks.empty,
        filled,
      };
    },
  };
}

function onlyNothing(used: ReadonlySet<Spelling>, numbers: number): boolean {
  return numbers === 0 && used.size === 1 && used.has("nothing");
}

function typeOf(looks: Readonly<Record<Look, number>>, filled: number, small: boolean): ColumnType {
  if (filled === 0) return "VARCHAR";
  const { integer, double, boolean, date, timestamp } = looks;
  if (integer === filled) return small ? "INTEGER" : "BIGINT";
  if (integer + double === filled) return "DOUBLE";
  if (boolean === filled) return "BOOLEAN";
  if (date === filled) return "DATE";
  return date + timestamp === filled ? "TIMESTAMP" : "VARCHAR";
}
