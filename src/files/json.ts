import { decode, encodingOf } from "./encoding.ts";
import { jsonFault } from "./json-place.ts";
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

const unknownNames: Pick<Source, "types" | "untyped"> = { types: [], untyped: false };

/** An array of objects or of arrays, or an object that holds exactly one such array. */
export async function openJson(
  file: Blob,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  if (file.size > largest) throw new FileError("too_large", largest >> 20);
  const encoding = options.encoding ?? (await encodingOf(file, pass));
  let text = "";
  for await (const piece of decode(file, encoding, pass)) text += piece;
  const rows = rowsOf(parse(text));
  const names: string[] = [];
  const isTable = rows.length > 0 && rows.every(Array.isArray);
  const header = isTable ? (options.header ?? 1) : null;
  if (isTable) names.push(...((header === 0 ? [] : rows[0]) as unknown[]).map(nameOf));
  const data = isTable ? rows.slice(header ?? 0) : rows;
  return {
    ...unknownNames,
    reading: reading("json", encoding, header),
    names,
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
  const encoding = options.encoding ?? (await encodingOf(file, pass));
  const names: string[] = [];
  return {
    ...unknownNames,
    reading: reading("jsonl", encoding, null),
    names,
    async *rows(report, rowOptions) {
      let [rest, line] = ["", 0];
      for await (const piece of decode(file, encoding, rowOptions)) {
        const lines = (rest + piece).split("\n");
        rest = lines.pop() ?? "";
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileError("bad_json", jsonFault(text), { cause });
  }
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
  return Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null);
}

function readLine(text: string, line: number, names: string[], report: Report): Cell[][] {
  if (text.trim() === "") return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return [cellsOf(value, names, report)];
  } catch {
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
  for (const [key, value] of Object.entries(row as object)) {
    let at = names.indexOf(key);
    if (at < 0) at = names.push(key) - 1;
    while (cells.length < at) cells.push(null);
    cells[at] = cellOf(value, key, report);
  }
  return cells;
}

function nameOf(value: unknown): string {
  return typeof value === "string" ? value : value == null ? "" : String(value);
}

/** A value of JSON, Arrow or Parquet as a cell; what is nested becomes JSON text and is reported. */
export function cellOf(value: unknown, column: string, report: Report): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) report("imprecise", value, column);
    return Number.isFinite(value) ? value : null;
  }
  if (typeof value !== "object") return value as string | boolean | bigint;
  if (value instanceof Date) return value;
  report("nested", column, column);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint"
      ? Number(inner)
      : ArrayBuffer.isView(inner)
        ? Array.from(inner as Uint8Array)
        : inner,
  );
}
