import { isLostPart } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { FileError, foreignKinds, type FileProblem, type ProblemCode } from "../index.ts";
import { tableText } from "../../words/data-files.ts";

/** Why a file cannot be read or written, in words; `file` is its name. */
export function errorWords(language: Language, error: unknown, file: string): string {
  if (isLostPart(error)) return tableText(language, "file.error.part", file);
  if (!(error instanceof FileError))
    return tableText(
      language,
      "file.error.failed",
      file,
      error instanceof Error ? error.message : String(error),
    );
  const { code, value } = error;
  if (code === "too_many_rows") return tableText(language, `file.error.${code}`, value);
  return tableText(
    language,
    `file.error.${code}`,
    file,
    code === "foreign" ? foreign(language, value) : value,
  );
}

function foreign(language: Language, value: string): string {
  const kind = foreignKinds.find((known) => known === value) ?? "binary";
  return tableText(language, `file.foreign.${kind}`);
}

type Values = (problem: FileProblem) => readonly (string | number)[];

const byPlace: Values = ({ count, first }) => [count, first];
const byName: Values = ({ column, first }) => [column, first];
const byColumn: Values = ({ column, count, first }) => [column, count, first];

const values: Readonly<Record<ProblemCode, Values>> = {
  header_empty: byName,
  header_repeated: byName,
  row_long: byPlace,
  row_short: byPlace,
  row_broken: byPlace,
  rows_above: byPlace,
  quotes_odd: byPlace,
  undecodable: byPlace,
  nested: byColumn,
  guarded: byPlace,
  unreadable: byColumn,
  zone_left: byColumn,
  cut_short: byPlace,
  bad_bytes: byPlace,
  respelled: byColumn,
  rounded: byColumn,
  padded: byColumn,
  controls: byColumn,
  row_names: byPlace,
  sep_line: byPlace,
  total_row: byPlace,
  column_dropped: byPlace,
  header_text: byPlace,
  months: byColumn,
  mixed: byColumn,
  key_repeated: byPlace,
  merged: byPlace,
  filled_in: byPlace,
  hidden_sheet: byPlace,
  hidden_row: byPlace,
  hidden_column: byPlace,
  formula_empty: byPlace,
  error_cell: byPlace,
  tables_more: byPlace,
  head_joined: byPlace,
  shown_otherwise: byColumn,
  no_such_day: byColumn,
  same_place: byPlace,
  guessed: byName,
};

/** What a reader should know of a file that was read, in words. */
export function problemWords(language: Language, problem: FileProblem): string {
  return tableText(language, `file.problem.${problem.code}`, ...values[problem.code](problem));
}

/** Bytes as kB or MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
