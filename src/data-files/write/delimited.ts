import { csvField } from "../../words/markup/index.ts";
import { textOf, type ColumnarResult, type OutCell, type OutKind } from "./columnar-result.ts";

/** Rows joined at a time. */
const step = 5_000;

/**
 * CSV after RFC 4180, with a byte order mark, without which spreadsheets misread Chinese. Nothing
 * is an empty field, an empty text is `""`. Texts that a spreadsheet would run are guarded.
 */
export function toCsv(frame: ColumnarResult): Blob {
  return new Blob(["\u{FEFF}", ...linesOf(frame, ",")], { type: "text/csv;charset=utf-8" });
}

/** Tab-separated, for the clipboard: without a byte order mark. */
export function toTsv(frame: ColumnarResult): Blob {
  return new Blob([...linesOf(frame, "\t")], { type: "text/tab-separated-values;charset=utf-8" });
}

function* linesOf({ columns, values, rows }: ColumnarResult, delimiter: string): Generator<string> {
  const write = (cells: readonly string[]): string => `${cells.join(delimiter)}\r\n`;
  yield write(columns.map(({ name }) => csvField(name, delimiter)));
  const isNarrow = columns.length === 1;
  for (let at = 0; at < rows; at += step) {
    let text = "";
    for (let row = at; row < Math.min(rows, at + step); row++)
      text += write(
        columns.map(({ kind }, index) => {
          const cell = fieldOf(values[index]?.[row] ?? null, kind, delimiter);
          // A line of its own without anything in it would be no row.
          return isNarrow && cell === "" ? '""' : cell;
        }),
      );
    yield text;
  }
}

function fieldOf(cell: OutCell, kind: OutKind, delimiter: string): string {
  const text = textOf(cell, kind);
  return text !== null && (kind === "text" || kind === "nested")
    ? csvField(text, delimiter)
    : (text ?? "");
}
