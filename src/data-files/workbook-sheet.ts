import { limits, checkWidth } from "./limits.ts";
import { formatter, type Formatted } from "./workbook-format.ts";
import { textReader, type Workbook } from "./workbook-parts.ts";
import { readTimestamp } from "./spelling.ts";
import { createTally, FileError, type Cell, type FileProblem, type Report } from "./types.ts";
import { unescapeText } from "./unescape.ts";

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

type Attributes = Readonly<Record<string, string>>;

/** Whether a row or a column is hidden. */
function isHidden(attributes: Attributes): boolean {
  return /^(?:1|true)$/.test(attributes["hidden"] ?? "");
}

/** A cell as its elements say it. */
interface RawCell {
  readonly type: string;
  readonly style: string;
  value: string;
  /** The text that stands in the cell itself. */
  inline: string;
  hasFormula: boolean;
}

/** What a cell of a workbook holds, by its type and format. */
function cellReader(book: Workbook, report: Report): (cell: RawCell, ref: string) => Formatted {
  const format = formatter(book.is1904);
  const plain = (cell: Cell): Formatted => ({ cell, type: null });
  const shared = (index: string): string => {
    const text = book.strings[Number(index)];
    if (text === undefined) throw new FileError("damaged", "text");
    return text;
  };
  return ({ type, style, value, inline, hasFormula }, ref) => {
    if (type === "inlineStr") return plain(unescapeText(inline));
    if (value === "" && type !== "str") {
      if (hasFormula) report("formula_empty", ref);
      return plain(null);
    }
    if (type === "s") return plain(shared(value));
    if (type === "str") return plain(unescapeText(value));
    if (type === "b") return plain(value === "1" || value === "true");
    if (type === "e") {
      report("error_cell", `${ref} ${value}`);
      return plain(null);
    }
    if (type === "d") return plain(isoDate(value));
    const number = Number(value);
    if (!Number.isFinite(number)) throw new FileError("damaged", "number");
    return format(book.formats[Number(style)] ?? "General")(number, value.trim());
  };
}

/** The rows as they come: each cell has a place in the row that is open. */
function createGrid(report: Report) {
  const rows: SheetRow[] = [];
  const kinds = new Map<SheetRow, Map<number, "TIME" | "INTERVAL">>();
  let row: SheetRow = { number: 0, cells: [] };
  let [column, cells] = [0, 0];
  const ref = (): string => refOf(row.number, column);
  return {
    openRow(attributes: Attributes): void {
      const number = Number(attributes["r"] ?? row.number + 1);
      if (!Number.isInteger(number) || number < 1 || number > mostRows)
        throw new FileError("damaged", "row");
      row = { number, cells: [] };
      rows.push(row);
      column = 0;
      if (isHidden(attributes)) report("hidden_row", number);
    },
    openCell(attributes: Attributes): void {
      const place = attributes["r"] === undefined ? null : placeOf(attributes["r"]);
      if (place !== null && place.row !== row.number) throw new FileError("damaged", "cell");
      column = place?.column ?? column + 1;
      checkWidth(column);
      if (++cells > limits.values / 4) throw new FileError("bomb", limits.values >> 22);
    },
    ref,
    put({ cell, type, problem }: Formatted): void {
      if (row.cells[column - 1] !== undefined) report("same_place", ref());
      row.cells[column - 1] = cell;
      if (problem) report(...problem, String(column - 1));
      if (type === null) return;
      const own = kinds.get(row) ?? new Map<number, "TIME" | "INTERVAL">();
      kinds.set(row, own.set(column - 1, type));
    },
    found: () => ({ rows: rows.toSorted((a, b) => a.number - b.number), kinds }),
  };
}

function sheetReader(book: Workbook, report: Report) {
  const merges: Area[] = [];
  const grid = createGrid(report);
  const read = cellReader(book, report);
  const inline = textReader();
  let cell: RawCell = { type: "n", style: "", value: "", inline: "", hasFormula: false };
  let isInValue = false;

  const openCell = (attributes: Attributes): void => {
    grid.openCell(attributes);
    const { t: type = "n", s: style = "" } = attributes;
    cell = { type, style, value: "", inline: "", hasFormula: false };
    inline.take();
  };
  const closeCell = (): void => {
    if (cell.type === "inlineStr") cell.inline = inline.take();
    grid.put(read(cell, grid.ref()));
  };
  return {
    found: () => ({ ...grid.found(), merges }),
    handler: {
      open(name: string, attributes: Attributes) {
        if (name === "row") grid.openRow(attributes);
        else if (name === "c") openCell(attributes);
        else if (name === "v") isInValue = true;
        else if (name === "f") cell.hasFormula = true;
        else if (name === "mergeCell") merges.push(areaOf(attributes["ref"] ?? ""));
        else if (name === "col" && isHidden(attributes))
          report("hidden_column", letters(Number(attributes["min"] ?? 1)));
        inline.open(name, attributes);
      },
      close(name: string) {
        inline.close(name);
        if (name === "c") closeCell();
        if (name === "v") isInValue = false;
      },
      text(text: string) {
        if (isInValue) cell.value += text;
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
