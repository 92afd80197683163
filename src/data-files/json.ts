import { decode } from "../files/index.ts";
import { encodingFor, tellEncoding } from "./decoding.ts";
import { jsonText, LongNumber, parseJson } from "./json-parse.ts";
import { checkWidth } from "./limits.ts";
import {
  FileError,
  type Cell,
  type PassOptions,
  type ReadOptions,
  type Reading,
  type Report,
  type Source,
} from "./types.ts";

/** JSON is read whole; above this the page would hold it twice. */
const largest = 256 << 20;

/** A line longer than this is no row. */
const longestLine = 64 << 20;

const unknownNames: Pick<Source, "types" | "untyped"> = { types: [], untyped: false };

/** An array of objects or of arrays, or an object that holds exactly one such array. */
export async function openJson(
  file: Blob,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  if (file.size > largest) throw new FileError("too_large", largest >> 20);
  const found = await encodingFor(file, options.encoding, pass);
  const { encoding } = found;
  let text = "";
  for await (const piece of decode(file, encoding, pass)) text += piece;
  const repeated: string[] = [];
  const value = parseJson(text, {
    onRepeated: (key) => void repeated.push(key),
    onPlace: (place) => pass.onBytes?.((file.size * place) / text.length),
  });
  const rows = rowsOf(value);
  const names: string[] = [];
  const isTable = rows.length > 0 && rows.every(Array.isArray);
  const header = isTable ? (options.header ?? 1) : null;
  if (isTable) names.push(...((header === 0 ? [] : rows[0]) as unknown[]).map(nameOf));
  const data = isTable ? rows.slice(header ?? 0) : rows;
  return {
    ...unknownNames,
    reading: reading("json", encoding, header),
    names,
    notes(report) {
      tellEncoding(found, report);
      for (const key of repeated) report("key_repeated", key);
    },
    async *rows(report, { signal, onBytes } = {}) {
      for (let at = 0; at < data.length; at += 10_000) {
        signal?.throwIfAborted();
        yield data.slice(at, at + 10_000).map((row) => cellsOf(row, names, report));
        onBytes?.((file.size * Math.min(at + 10_000, data.length)) / data.length);
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}

/** One object a line; a line that is none is left out and reported. */
export async function openJsonLines(
  file: Blob,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  const found = await encodingFor(file, options.encoding, pass);
  const { encoding } = found;
  const names: string[] = [];
  return {
    ...unknownNames,
    reading: reading("jsonl", encoding, null),
    names,
    notes: (report) => tellEncoding(found, report),
    async *rows(report, rowOptions) {
      let [rest, line] = ["", 0];
      for await (const piece of decode(file, encoding, rowOptions)) {
        const lines = (rest + piece).split("\n");
        rest = lines.pop() ?? "";
        if (rest.length > longestLine) throw new FileError("too_large", longestLine >> 20);
        yield lines.flatMap((text) => readLine(text, ++line, names, report));
      }
      yield readLine(rest, ++line, names, report);
    },
  };
}

function reading(
  kind: "json" | "jsonl",
  encoding: Reading["encoding"],
  header: number | null,
): Reading {
  return { kind, encoding, header, delimiter: null, quotes: null, sheet: null, sheets: [] };
}

function rowsOf(value: unknown): unknown[] {
  if (isRows(value)) return value;
  const lists =
    typeof value === "object" && value !== null ? Object.values(value).filter(isRows) : [];
  const [only] = lists;
  if (only === undefined || lists.length > 1) throw new FileError("not_table");
  return only;
}

function isRows(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every(isRow);
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof LongNumber);
}

function readLine(text: string, line: number, names: string[], report: Report): Cell[][] {
  if (text.trim() === "") return [];
  try {
    const value = parseJson(text.trim(), { onRepeated: (key) => report("key_repeated", key) });
    if (isRow(value)) return [cellsOf(value, names, report)];
  } catch (error) {
    if (!(error instanceof FileError) || error.code !== "bad_json") throw error;
    // Reported below.
  }
  report("row_broken", line);
  return [];
}

/** Cells in the order of `names`, to which a key that is new is added. */
function cellsOf(row: unknown, names: string[], report: Report): Cell[] {
  if (Array.isArray(row))
    return row.map((value, index) => cellOf(value, names[index] ?? "", report));
  const cells: Cell[] = names.map(() => null);
  const places = placesOf(names);
  for (const [key, value] of Object.entries(row as object)) {
    let at = places.get(key);
    if (at === undefined) {
      at = names.push(key) - 1;
      places.set(key, at);
      checkWidth(names.length);
    }
    while (cells.length < at) cells.push(null);
    cells[at] = cellOf(value, key, report);
  }
  return cells;
}

const known = new WeakMap<string[], Map<string, number>>();

/** Where each name stands; looking through the names for each cell would take their square. */
function placesOf(names: string[]): Map<string, number> {
  const found = known.get(names) ?? new Map(names.map((name, at) => [name, at]));
  known.set(names, found);
  return found;
}

function nameOf(value: unknown): string {
  return typeof value === "string" ? value : value == null ? "" : String(value);
}

/** A value as a cell; what is nested becomes JSON text and is reported. */
function cellOf(value: unknown, column: string, report: Report): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof LongNumber) {
    report("rounded", `${value.text} → ${Number(value.text)}`, column);
    return Number(value.text);
  }
  if (typeof value !== "object") return value as string | number | boolean | bigint;
  report("nested", column, column);
  return jsonText(value);
}
