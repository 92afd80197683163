import { guard } from "../../words/markup/index.ts";
import { textOf, type ColumnarResult, type OutColumn } from "./columnar-result.ts";

/** A pipe table after GitHub's rules, numbers to the right; no cell becomes markup. */
export function toMarkdown({ columns, values, rows }: ColumnarResult): Blob {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const parts = [
    line(columns.map(({ name }) => escaped(guard(name)))),
    line(columns.map(({ kind }) => (isNumber(kind) ? "--:" : "---"))),
  ];
  for (let row = 0; row < rows; row++)
    parts.push(
      line(
        columns.map(({ kind }, index) => {
          const text = textOf(values[index]?.[row] ?? null, kind) ?? "";
          return isNumber(kind) ? text : escaped(guard(text));
        }),
      ),
    );
  return new Blob(parts, { type: "text/markdown;charset=utf-8" });
}

function isNumber(kind: OutColumn["kind"]): boolean {
  return kind === "number" || kind === "integer" || kind === "digits";
}

/** Every sign that Markdown may read; line ends, which a table cannot hold, become spaces. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+\-.!|&~:$^"=@]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();
}
