import type { ColumnType } from "../engine/index.ts";
import { show } from "./convert.ts";
import { scanColumn, type ColumnScan, type Offer } from "./infer.ts";
import { columnNames } from "./names.ts";
import { openFile } from "./open.ts";
import {
  createTally,
  FileError,
  type FileProblem,
  type PassOptions,
  type ReadOptions,
  type Reading,
  type Source,
} from "./types.ts";

/** Rows shown before a file is taken in. */
export const previewRows = 20;

export interface InspectedColumn {
  readonly name: string;
  /** Place in the file's rows; a column without name and values is left out. */
  readonly index: number;
  readonly type: ColumnType;
  /** What could be converted to numbers, where the reader wishes. */
  readonly offer: Offer | null;
  readonly isCode: boolean;
  readonly empty: number;
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
    const columns = columnsOf(source, scans, names.report);
    const picked = head.map((row) => columns.map(({ index }) => row[index] ?? null));
    const problems = [...names.problems(), ...tally.problems()];
    return { reading: source.reading, columns, rows, head: picked, problems, whole };
  };
  source.notes?.(tally.report);
  for await (const part of source.rows(tally.report, pass)) {
    for (const row of part) {
      rows += 1;
      while (scans.length < row.length) scans.push(late(source.untyped, rows - 1));
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

/** The scan of a column that only shows after some rows, which had nothing in it. */
function late(untyped: boolean, rows: number): ColumnScan {
  const scan = scanColumn(untyped);
  for (let row = 0; row < rows; row++) scan.see(null);
  return scan;
}

function columnsOf(
  { names, types }: Source,
  scans: readonly ColumnScan[],
  report: Parameters<typeof columnNames>[1],
): InspectedColumn[] {
  const guesses = scans.map((scan, index) => scan.guess(names[index] ?? ""));
  const kept = guesses.flatMap((guess, index) =>
    guess.filled > 0 || (names[index] ?? "").trim() !== "" ? [index] : [],
  );
  const unique = columnNames(
    kept.map((index) => names[index] ?? ""),
    report,
  );
  return kept.flatMap((index, place) => {
    const guess = guesses[index];
    if (guess === undefined) return [];
    const { offer, isCode, empty } = guess;
    const type = types[index] ?? guess.type;
    return [{ name: unique[place] ?? "", index, type, offer, isCode, empty }];
  });
}
