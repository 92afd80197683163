import { limits, checkWidth } from "./limits.ts";
import { formatter, type Formatted } from "./workbook-format.ts";
import { textReader, type Workbook } from "./workbook-parts.ts";
import { readTimestamp } from "./spelling.ts";
import { createTally, FileError, type Cell, type FileProblem, type Report } from "./types.ts";
import { unescapeText } from "./xml.ts";

/** A row that is there, with its number in the sheet, from 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: (Cell | undefined)[];
}

/** A merged area, rows and columns from 1, both ends within. */
export interface Area {
  readonly ref: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Area[];
  /** Of cells whose kind does not follow from their value: row, column, kind. */
  readonly kinds: ReadonlyMap<SheetRow, ReadonlyMap<number, "TIME" | "INTERVAL">>;
  /** Told with the column's place, from 0, in place of its name. */
  readonly problems: readonly FileProblem[];
}

const mostRows = 1_048_576;

/** Reads the cells of a sheet as its formats have them. */
export async function readSheet(book: Workbook, part: string): Promise<Sheet> {
  const tally = createTally();
  const reader = sheetReader(book, tally.report);
  if (!(await book.read(part, reader.handler))) throw new FileError("damaged", "sheet");
  return { ...reader.found(), problems: tally.problems() };
}

function sheetReader(book: Workbook, report: Report) {
  const rows: SheetRow[] = [];
  const merges: Area[] = [];
  const kinds = new Map<SheetRow, Map<number, "TIME" | "INTERVAL">>();
  const format = formatter(book.is1904);
  const inline = textReader();
  let row: SheetRow = { number: 0, cells: [] };
  let [column, type, style, value, formula] = [0, "n", "", "", false];
  let [into, cells]: ["" | "v" | "t", number] = ["", 0];

  const openRow = (attributes: Readonly<Record<string, string>>): void => {
    const number = Number(attributes["r"] ?? row.number + 1);
    if (!Number.isInteger(number) || number < 1 || number > mostRows)
      throw new FileError("damaged", "row");
    row = { number, cells: [] };
    rows.push(row);
    column = 0;
    if (/^(?:1|true)$/.test(attributes["hidden"] ?? "")) report("hidden_row", number);
  };
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const place = attributes["r"] === undefined ? null : placeOf(attributes["r"]);
    if (place !== null && place.row !== row.number) throw new FileError("damaged", "cell");
    column = place?.column ?? column + 1;
    checkWidth(column);
    if (++cells > limits.values / 4) throw new FileError("bomb", limits.values >> 22);
    [type, style, value, formula] = [attributes["t"] ?? "n", attributes["s"] ?? "", "", false];
    inline.take();
  };
  const closeCell = (): void => {
    const made = cellOf();
    if (row.cells[column - 1] !== undefined) report("same_place", refOf(row.number, column));
    row.cells[column - 1] = made.cell;
    if (made.problem) report(...made.problem, String(column - 1));
    if (made.type === null) return;
    const own = kinds.get(row) ?? new Map<number, "TIME" | "INTERVAL">();
    kinds.set(row, own.set(column - 1, made.type));
  };
  const cellOf = (): Formatted => {
    const of = (cell: Cell): Formatted => ({ cell, type: null });
    if (type === "inlineStr") return of(unescapeText(inline.take()));
    if (value === "" && type !== "str") {
      if (formula) report("formula_empty", refOf(row.number, column));
      return of(null);
    }
    if (type === "s") return of(shared(value));
    if (type === "str") return of(unescapeText(value));
    if (type === "b") return of(value === "1" || value === "true");
    if (type === "e") {
      report("error_cell", `${refOf(row.number, column)} ${value}`);
      return of(null);
    }
    if (type === "d") return of(isoDate(value));
    const number = Number(value);
    if (!Number.isFinite(number)) throw new FileError("damaged", "number");
    return format(book.formats[Number(style)] ?? "General")(number, value.trim());
  };
  const shared = (index: string): string => {
    const text = book.strings[Number(index)];
    if (text === undefined) throw new FileError("damaged", "text");
    return text;
  };
  return {
    found: () => ({ rows: rows.toSorted((a, b) => a.number - b.number), merges, kinds }),
    handler: {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        if (name === "row") openRow(attributes);
        else if (name === "c") openCell(attributes);
        else if (name === "v") into = "v";
        else if (name === "f") formula = true;
        else if (name === "mergeCell") merges.push(areaOf(attributes["ref"] ?? ""));
        else if (name === "col" && /^(?:1|true)$/.test(attributes["hidden"] ?? ""))
          report("hidden_column", letters(Number(attributes["min"] ?? 1)));
        inline.open(name, attributes);
      },
      close(name: string) {
        inline.close(name);
        if (name === "c") closeCell();
        if (name === "v") into = "";
      },
      text(text: string) {
        if (into === "v") value += text;
        inline.text(text);
      },
    },
  };
}

/** A date written out, in no zone: as it stands. */
function isoDate(text: string): Date {
  const time = readTimestamp(text.replace(/Z$/, ""));
  if (time === null) throw new FileError("damaged", "date");
  return new Date(time);
}

function placeOf(ref: string): { readonly row: number; readonly column: number } {
  const [, name = "", row = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (name === "") throw new FileError("damaged", "cell");
  let column = 0;
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column };
}

function letters(column: number): string {
  const rest = (column - 1) % 26;
  return (column > 26 ? letters((column - 1 - rest) / 26) : "") + String.fromCharCode(65 + rest);
}

function refOf(row: number, column: number): string {
  return `${letters(column)}${row}`;
}

function areaOf(ref: string): Area {
  const [from = "", to = from] = ref.split(":");
  const [first, last] = [placeOf(from), placeOf(to)];
  return { ref, top: first.row, left: first.column, bottom: last.row, right: last.column };
}
