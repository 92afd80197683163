import { unguard } from "../words/markup/index.ts";
import { headerOf, sampleRows } from "./header.ts";
import { checkUnpacked } from "../files/index.ts";
import { limits } from "./limits.ts";
import {
  FileError,
  type Cell,
  type PassOptions,
  type ReadOptions,
  type Report,
  type Source,
} from "./types.ts";
import { fillAreas, joinHead, restarts } from "./workbook-areas.ts";
import { openParts } from "./workbook-parts.ts";
import { readSheet, type Sheet, type SheetRow } from "./workbook-sheet.ts";
import { checkNames, zipEntries } from "../files/zip.ts";

/** One sheet of an XLSX workbook; values of formulas as the workbook last held them. */
export async function openWorkbook(
  file: Blob,
  options: ReadOptions = {},
  pass: PassOptions = {},
): Promise<Source> {
  const entries = await zipEntries(file);
  checkUnpacked(
    entries.reduce((sum, { bytes }) => sum + bytes, 0),
    limits.unpacked,
  );
  await checkNames(file, entries);
  const book = await openParts(file, entries, pass);
  const visible = book.sheets.find(({ isHidden }) => !isHidden) ?? book.sheets[0];
  const wanted = book.sheets.find(({ name }) => name === options.sheet) ?? visible;
  if (wanted === undefined) throw new FileError("missing_sheet");
  const sheet = await readSheet(book, wanted.part);
  const header = options.header ?? headerOf(topRows(sheet));
  const filled = options.fill === true ? fillAreas(sheet, header) : sheet.rows;
  const head = joinHead(sheet, header);
  const data = filled.filter(({ number, cells }) => number > header && cells.some(isFilled));
  const width = Math.max(head.names.length, ...widths(data));
  const names = Array.from({ length: width }, (_, at) => nameOf(head.names[at] ?? null));
  const below = sheet.merges.filter(({ bottom }) => bottom > header);
  return {
    reading: {
      ...{ kind: "xlsx", header, sheet: wanted.name, sheets: book.sheets.map(({ name }) => name) },
      ...{ encoding: null, delimiter: null, quotes: null },
      ...{ fill: below.length === 0 ? null : options.fill === true },
    },
    names,
    types: Array.from({ length: width }, (_, at) => kindOf(sheet, data, at)),
    untyped: false,
    notes(report) {
      for (const { name, isHidden } of book.sheets) if (isHidden) report("hidden_sheet", name);
      for (const { ref } of below) report(options.fill === true ? "filled_in" : "merged", ref);
      if (head.joined !== null) report("head_joined", head.joined);
      for (let row = 1; row < head.first; row++) report("rows_above", row);
      const again = restarts(data, names);
      if (again !== null) report("tables_more", again);
      for (const { code, first, column, count } of sheet.problems)
        for (let n = 0; n < count; n++)
          report(code, first, column === "" ? "" : names[Number(column)]);
    },
    async *rows(report, { signal, onBytes } = {}) {
      for (let at = 0; at < data.length; at += 10_000) {
        signal?.throwIfAborted();
        const part = data.slice(at, at + 10_000);
        yield part.map(({ cells }) =>
          Array.from({ length: width }, (_, index) => clean(cells[index] ?? null, report)),
        );
        onBytes?.((file.size * Math.min(at + 10_000, data.length)) / data.length);
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}

function* widths(rows: readonly SheetRow[]): Generator<number> {
  for (const { cells } of rows) yield cells.length;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== "";
}

/** The first rows of the sheet, those without cells among them. */
function topRows({ rows }: Sheet): Cell[][] {
  const byNumber = new Map(rows.slice(0, sampleRows).map((row) => [row.number, row.cells]));
  const last = Math.min(sampleRows, rows.at(-1)?.number ?? 0);
  return Array.from({ length: last }, (_, at) =>
    Array.from(byNumber.get(at + 1) ?? [], (cell) => cell ?? null),
  );
}

/** What a column is where all its cells are times or durations. */
function kindOf(
  { kinds }: Sheet,
  data: readonly SheetRow[],
  column: number,
): "TIME" | "INTERVAL" | null {
  let kind: "TIME" | "INTERVAL" | null = null;
  for (const row of data) {
    if (!isFilled(row.cells[column])) continue;
    const own = kinds.get(row)?.get(column) ?? null;
    if (own === null || (kind !== null && own !== kind)) return null;
    kind = own;
  }
  return kind;
}

function nameOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = cell === null ? "" : String(cell);
  return unguard(text) ?? text;
}

function clean(cell: Cell, report: Report): Cell {
  const plain = typeof cell === "string" ? unguard(cell) : null;
  if (plain === null) return cell;
  report("guarded", String(cell));
  return plain;
}
