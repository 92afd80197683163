import readWorkbook from "read-excel-file/universal";
import { unguard } from "./guard.ts";
import { headerOf } from "./header.ts";
import { FileError, type Cell, type ReadOptions, type Report, type Source } from "./types.ts";
import { zipEntries } from "./zip.ts";

/** Unpacked; a workbook is held whole, several times over. */
const largest = 512 << 20;

/** One sheet of an XLSX workbook; values of formulas as the workbook last held them. */
export async function openWorkbook(file: Blob, options: ReadOptions = {}): Promise<Source> {
  const unpacked = (await zipEntries(file)).reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > largest) throw new FileError("too_large", largest >> 20);
  const sheets = await readWorkbook(file, { trim: false }).catch((cause: unknown) => {
    throw new FileError("damaged", "", { cause });
  });
  const wanted = sheets.find(({ sheet }) => sheet === options.sheet) ?? sheets[0];
  if (wanted === undefined) throw new FileError("missing_sheet");
  const all = wanted.data as readonly (readonly (Cell | undefined)[])[];
  const rows = all.map((row) => row.map((cell) => cell ?? null));
  const header = options.header ?? headerOf(rows);
  const names = header === 0 ? (rows[0] ?? []).map(() => "") : (rows[header - 1] ?? []).map(nameOf);
  return {
    reading: {
      ...{ kind: "xlsx", header, sheet: wanted.sheet, sheets: sheets.map(({ sheet }) => sheet) },
      ...{ encoding: null, delimiter: null, quotes: null },
    },
    names,
    types: [],
    untyped: false,
    async *rows(report, { signal, onBytes } = {}) {
      for (let row = 1; row < header; row++) report("rows_above", row);
      for (let at = header; at < rows.length; at += 10_000) {
        signal?.throwIfAborted();
        const part = rows.slice(at, at + 10_000).filter((row) => row.some((cell) => cell !== null));
        yield part.map((row) => row.map((cell) => clean(cell, report)));
        onBytes?.((file.size * Math.min(at + 10_000, rows.length)) / rows.length);
      }
    },
  };
}

function nameOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = cell === null ? "" : String(cell);
  return unguard(text) ?? text;
}

function clean(cell: Cell, report: Report): Cell {
  if (cell instanceof Date) return snapped(cell);
  const plain = typeof cell === "string" ? unguard(cell) : null;
  if (plain === null) return cell;
  report("guarded", String(cell));
  return plain;
}

/** A workbook keeps days as fractions; a second comes back a millisecond short. */
function snapped(date: Date): Date {
  const second = Math.round(date.getTime() / 1000) * 1000;
  return Math.abs(date.getTime() - second) <= 1 ? new Date(second) : date;
}
