import type { ColumnType } from "../engine/index.ts";
import type { Encoding, PassOptions } from "../files/index.ts";

export {
  encodings,
  FileError,
  fileErrorCodes,
  type FileErrorCode,
  type PassOptions,
} from "../files/index.ts";

/** A value as a file has it; what is nested has become JSON text. */
export type Cell = string | number | bigint | boolean | Date | null;

/** TSV is CSV with tabs; Arrow's file and stream are one. */
export const fileKinds = ["csv", "json", "jsonl", "parquet", "arrow", "xlsx"] as const;
export type FileKind = (typeof fileKinds)[number];

export const delimiters = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How to read a file; what is left out is found out. */
export interface ReadOptions {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  /** Whether `"` encloses fields. Default true. */
  readonly quotes?: boolean | undefined;
  /** The row with the names, from 1; 0 where there is none. */
  readonly header?: number | undefined;
  /** Name of the sheet of a workbook. Default: the first. */
  readonly sheet?: string | undefined;
  /** Whether the value of merged cells stands in each of them. Default false. */
  readonly fill?: boolean | undefined;
}

/** How a file is being read; null where it does not apply. */
export interface Reading {
  readonly kind: FileKind;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly quotes: boolean | null;
  readonly header: number | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Whether merged cells are filled in; null or left out where there are none. */
  readonly fill?: boolean | null;
}

/** An opened file: rows of cells, as often as they are asked for. */
export interface Source {
  readonly reading: Reading;
  /** As the file has them, "" for none; of JSON Lines more may come while rows are read. */
  readonly names: readonly string[];
  /** What the file itself says of its columns; null where it says nothing. */
  readonly types: readonly (ColumnType | null)[];
  /** True where all cells are text and a number is only a text that looks like one. */
  readonly untyped: boolean;
  /** The rows where the file counts them itself and says what each column is: no need to look. */
  readonly count?: number;
  /** What is to be known of the file before any row is read. */
  notes?(report: Report): void;
  rows(report: Report, options?: PassOptions): AsyncIterable<readonly (readonly Cell[])[]>;
}

export const problemCodes = [
  "header_empty",
  "header_repeated",
  "row_long",
  "row_short",
  "row_broken",
  "rows_above",
  "quotes_odd",
  "undecodable",
  "nested",
  "guarded",
  "unreadable",
  "zone_left",
  "cut_short",
  "bad_bytes",
  "respelled",
  "rounded",
  "padded",
  "controls",
  "row_names",
  "sep_line",
  "total_row",
  "column_dropped",
  "header_text",
  "months",
  "mixed",
  "key_repeated",
  "merged",
  "filled_in",
  "hidden_sheet",
  "hidden_row",
  "hidden_column",
  "formula_empty",
  "error_cell",
  "tables_more",
  "head_joined",
  "shown_otherwise",
  "no_such_day",
  "same_place",
  "guessed",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Something that a reader should know of a file that was read all the same. */
export interface FileProblem {
  readonly code: ProblemCode;
  /** How often. */
  readonly count: number;
  /** The column's name where it concerns one, else "". */
  readonly column: string;
  /** The first place or value: a row from 1, an old name, a cell. */
  readonly first: string;
}

/** Tells of a problem; those of the same code and column are counted together. */
export type Report = (code: ProblemCode, first: string | number, column?: string) => void;

/** Collects problems in the order in which they first came. */
export function createTally(): { readonly report: Report; problems(): FileProblem[] } {
  const found = new Map<string, FileProblem>();
  return {
    report(code, first, column = "") {
      const key = `${code}\n${column}`;
      const before = found.get(key);
      found.set(key, {
        code,
        column,
        count: (before?.count ?? 0) + 1,
        first: before?.first ?? String(first),
      });
    },
    problems: () => [...found.values()],
  };
}
