import type { ColumnType } from "../engine/index.ts";
import { show } from "./convert.ts";
import { scanColumn, type ColumnGuess, type ColumnScan, type Note, type Offer } from "./infer.ts";
import { columnNames } from "./names.ts";
import { openFile } from "./open.ts";
import {
  createTally,
  FileError,
  type Cell,
  type FileProblem,
  type PassOptions,
  type ReadOptions,
  type Reading,
  type Report,
  type Source,
} from "./types.ts";

/** Rows shown before a file is taken in. */
export const previewRows = 20;

export interface InspectedColumn {
  readonly name: string;
  /** Place in the file's rows; a column without name and values is left out. */
  readonly index: number;
  readonly type: ColumnType;
  /** How it could be read otherwise, where the reader wishes. */
  readonly offers: readonly Offer[];
  readonly isCode: boolean;
}

/** What a file is and holds. */
export interface Inspection {
  readonly reading: Reading;
  readonly columns: readonly InspectedColumn[];
  readonly rows: number;
  /** The first rows, as text; null for nothing. */
  readonly head: readonly (readonly (string | null)[])[];
  readonly problems: readonly FileProblem[];
  /** False while rows are still being looked at: types may yet change. */
  readonly whole: boolean;
}

export interface InspectOptions extends PassOptions {
  /** Called once with what the first rows tell, where the file is long. */
  readonly onHead?: ((inspection: Inspection) => void) | undefined;
}

export interface Inspected {
  readonly source: Source;
  readonly inspection: Inspection;
}

/** Opens a file and looks at every row. Rejects with a FileError. */
export async function inspectFile(
  file: Blob,
  name: string,
  options: ReadOptions = {},
  { onHead, ...pass }: InspectOptions = {},
): Promise<Inspected> {
  const source = await openFile(file, name, options, pass);
  const tally = createTally();
  const scans: ColumnScan[] = source.names.map(() => scanColumn(source.untyped));
  const head: (string | null)[][] = [];
  let rows = 0;
  const inspection = (whole: boolean): Inspection => {
    const names = createTally();
    const notes: FileProblem[] = [];
    const columns = columnsOf(source, scans, names.report, (note, column) =>
      notes.push({ ...note, column }),
    );
    const picked = head.map((row) => columns.map(({ index }) => row[index] ?? null));
    const problems = [...names.problems(), ...tally.problems(), ...notes];
    return { reading: source.reading, columns, rows, head: picked, problems, whole };
  };
  source.notes?.(tally.report);
  for await (const part of source.rows(tally.report, pass)) {
    for (const row of part) {
      rows += 1;
      if (isTotal(row)) tally.report("total_row", totalOf(row));
      while (scans.length < row.length) scans.push(scanColumn(source.untyped));
      for (let index = 0; index < scans.length; index++) scans[index]?.see(row[index] ?? null);
      if (head.length < previewRows) head.push(row.map(show));
    }
    if (source.count !== undefined) break;
    if (onHead !== undefined && rows >= previewRows) {
      onHead(inspection(false));
      onHead = undefined;
    }
  }
  rows = source.count ?? rows;
  const found = inspection(true);
  if (found.columns.length === 0) throw new FileError("empty");
  return { source, inspection: found };
}

const totals = /^(?:合计|总计|小计|共计|总和|总数|全部|(?:grand |sub)?total|sum)[:：]?$/i;

/** Whether a row says of itself that it sums up others. */
function isTotal(row: readonly Cell[]): boolean {
  for (let at = 0; at < Math.min(3, row.length); at++) {
    const cell = row[at];
    if (typeof cell === "string" && cell.length < 14 && totals.test(cell.trim())) return true;
  }
  return false;
}

function totalOf(row: readonly Cell[]): string {
  return row.slice(0, 4).map(show).join(" ");
}

function columnsOf(
  { names, types }: Source,
  scans: readonly ColumnScan[],
  report: Report,
  tell: (note: Note, column: string) => void,
): InspectedColumn[] {
  const guesses = scans.map((scan, index) => scan.guess(names[index] ?? ""));
  const isKept = ({ filled }: ColumnGuess, index: number): boolean =>
    filled > 0 || (names[index] ?? "").trim() !== "";
  const kept = guesses.flatMap((guess, index) => (isKept(guess, index) ? [index] : []));
  guesses.forEach((guess, index) => {
    if (!isKept(guess, index)) report("column_dropped", index + 1);
  });
  const unique = columnNames(
    kept.map((index) => names[index] ?? ""),
    report,
  );
  return kept.flatMap((index, place) => {
    const guess = guesses[index];
    if (guess === undefined) return [];
    const { offers, isCode } = guess;
    const type = types[index] ?? guess.type;
    const name = unique[place] ?? "";
    // What the file itself says of a column is no guess of ours.
    if (types[index] == null) for (const note of guess.notes) tell(note, name);
    return [{ name, index, type, offers, isCode }];
  });
}
