import Papa from "papaparse";
import { decode } from "../files/index.ts";
import { unguard } from "../words/markup/index.ts";
import { encodingFor, tellEncoding } from "./decoding.ts";
import { checkWidth } from "./limits.ts";
import { headerOf, sampleRows } from "./header.ts";
import {
  delimiters,
  FileError,
  type Delimiter,
  type PassOptions,
  type ReadOptions,
  type Reading,
  type Report,
  type Source,
} from "./types.ts";

/** A quoted field longer than this has lost its end. */
const longestField = 8 << 20;

interface Dialect {
  readonly delimiter: Delimiter;
  readonly newline: "\n" | "\r";
  readonly quotes: boolean;
}

/** CSV and its kin. */
export async function openDelimited(
  file: Blob,
  name: string,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  const found = await encodingFor(file, options.encoding, pass);
  const { encoding } = found;
  const sample = await firstText(file.slice(0, 1 << 18), encoding);
  const told = /^sep=(.)\r?\n/i.exec(sample);
  const separator = delimiters.find((delimiter) => delimiter === told?.[1]);
  const quotes = options.quotes ?? true;
  const dialect: Dialect = {
    delimiter: options.delimiter ?? separator ?? delimiterOf(sample, name, quotes),
    newline: newlineOf(sample, quotes),
    quotes,
  };
  const above = headRows(sample, dialect);
  const before = told === null ? 0 : 1;
  const isShort = haveRowNames(above[before] ?? [], above.slice(before + 1));
  const guessed = isShort ? 1 : headerOf(above.slice(before));
  const header = options.header ?? lineAfter(guessed, before);
  const { delimiter } = dialect;
  const reading: Reading = {
    ...{ kind: "csv", encoding, delimiter, quotes, header },
    ...{ sheet: null, sheets: [] },
  };
  const own = header === 0 ? (above[before] ?? []).map(() => "") : (above[header - 1] ?? []);
  checkWidth(own.length);
  const rowNames = header > 0 && haveRowNames(own, above.slice(header));
  const names = rowNames ? ["", ...own] : own;
  return {
    reading,
    names: names.map((cell) => unguard(cell) ?? cell),
    types: [],
    untyped: true,
    notes(report) {
      tellEncoding(found, report);
      if (told !== null) report("sep_line", told[0].trim());
      if (rowNames) report("row_names", above[header]?.[0] ?? "");
      if (options.header === undefined && isGuess(above, header)) report("header_text", header);
    },
    rows: (report, rowOptions = {}) =>
      readRows(
        decode(file, encoding, rowOptions),
        dialect,
        { header, width: names.length, before },
        report,
      ),
  };
}

async function firstText(file: Blob, encoding: Reading["encoding"]): Promise<string> {
  let text = "";
  for await (const piece of decode(file, encoding ?? "utf-8")) text += piece;
  return text;
}

/** The one that cuts most lines into the same number of columns, above one; else the name's. */
function delimiterOf(sample: string, name: string, quotes: boolean): Delimiter {
  const byName: Delimiter = /\.(?:tsv|tab)$/i.test(name) ? "\t" : ",";
  if (byName === "\t" && sample.includes("\t")) return "\t";
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    score: evenness(sample, delimiter, quotes),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : byName;
}

/** The share of lines that are as wide as most are, and a little for the width. */
function evenness(sample: string, delimiter: Delimiter, quotes: boolean): number {
  const newline = newlineOf(sample, quotes);
  const rows = headRows(sample.slice(0, 1 << 15), { delimiter, newline, quotes });
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return width > 1 ? count / rows.length + Math.min(width, 100) / 1000 : 0;
}

function headRows(sample: string, dialect: Dialect): string[][] {
  const { data } = parserOf(dialect).parse(sample, 0, false) as Parsed;
  return data
    .slice(0, sampleRows + 1)
    .map(trimEnd)
    .filter(isFilled)
    .slice(0, sampleRows);
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

function parserOf({ delimiter, newline, quotes }: Dialect): Papa.Parser {
  // Without quotes a character that no text has stands in for them.
  return new Papa.Parser({ delimiter, newline, quoteChar: quotes ? '"' : "\u{FFFE}" });
}

/** With line feeds as ends of lines, a carriage return before one belongs to it. */
function trimEnd(row: string[]): string[] {
  const last = row.at(-1);
  if (last?.endsWith("\r") === true) row[row.length - 1] = last.slice(0, -1);
  return row;
}

function isFilled(row: readonly string[]): boolean {
  return row.length > 1 || (row[0] ?? "") !== "";
}

/** The end of lines, by what stands outside of quotes. */
function newlineOf(sample: string, quotes: boolean): Dialect["newline"] {
  const bare = quotes ? sample.replace(/"[^"]*"/g, "") : sample;
  return bare.includes("\n") || !bare.includes("\r") ? "\n" : "\r";
}

function lineAfter(header: number, before: number): number {
  return header === 0 ? before : header + before;
}

/** Every row has one cell more than there are names: R writes the names of rows without one. */
function haveRowNames(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const areNames = names.length > 0 && names.every((name) => !/^[\s\d.,]*$/.test(name));
  return areNames && rows.length > 0 && rows.every(({ length }) => length === names.length + 1);
}

/** Whether nothing but words tells that a row holds names. */
function isGuess(rows: readonly (readonly string[])[], header: number): boolean {
  const below = rows.slice(header);
  return (
    header > 0 && below.length > 0 && !below.some((row) => row.some((cell) => /\d/.test(cell)))
  );
}

interface TableHead {
  /** Lines above all, which say how the file is to be read. */
  readonly before: number;
  readonly header: number;
  readonly width: number;
}

async function* readRows(
  text: AsyncIterable<string>,
  dialect: Dialect,
  frame: TableHead,
  report: Report,
): AsyncGenerator<string[][]> {
  const take = taker(dialect, frame, report);
  let rest = "";
  for await (const piece of text) {
    if (piece === "") continue;
    const input = rest + piece;
    const { rows, cursor } = take(input, false);
    rest = input.slice(cursor);
    if (rest.length > longestField) throw new FileError("unclosed_quote", take.row());
    yield rows;
  }
  if (rest !== "") yield take(rest, true).rows;
}

/** Parses piece after piece, and reports what is odd in rows, by their number in the file. */
function taker(dialect: Dialect, { header, width, before }: TableHead, report: Report) {
  let row = 0;
  const take = (input: string, isLast: boolean) => {
    const { data, errors, meta } = parserOf(dialect).parse(input, 0, !isLast) as Parsed;
    for (const error of errors) {
      if (error.code === "MissingQuotes")
        throw new FileError("unclosed_quote", row + error.row + 1);
      report("quotes_odd", row + error.row + 1);
    }
    const rows: string[][] = [];
    for (const cells of data) {
      trimEnd(cells);
      // Of one column, an empty line is an empty cell, save after the last line's end.
      if (!isFilled(cells) && (width > 1 || row < header)) continue;
      row += 1;
      if (row <= header) {
        if (row < header && row > before) report("rows_above", row);
        continue;
      }
      check(cells, row, width, report);
      rows.push(cells);
    }
    return { rows, cursor: meta.cursor };
  };
  return Object.assign(take, { row: () => row + 1 });
}

function check(cells: string[], row: number, width: number, report: Report): void {
  checkWidth(cells.length);
  if (cells.length > width) report("row_long", row);
  else if (cells.length < width) report("row_short", row);
  cells.forEach((cell, index) => {
    if (cell.includes("\u{FFFD}")) report("undecodable", cell);
    const plain = unguard(cell);
    if (plain === null) return;
    report("guarded", cell);
    cells[index] = plain;
  });
}
