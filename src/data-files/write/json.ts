import type { About } from "../export.ts";
import { textOf, type ColumnarResult, type OutCell, type OutColumn } from "./columnar-result.ts";

const step = 5_000;

/**
 * An array of objects, one a line; null is null, a number that JSON lacks its name as text. Where
 * something is said of the whole, an object of `about` and these `rows`.
 */
export function toJson({ columns, values, rows }: ColumnarResult, about: About = []): Blob {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  const head = `{"about":${JSON.stringify(Object.fromEntries(about))},\n"rows":[`;
  const parts: string[] = [about.length === 0 ? "[" : head];
  for (let at = 0; at < rows; at += step) {
    let text = "";
    for (let row = at; row < Math.min(rows, at + step); row++) {
      const members = columns.map(
        (column, index) => `${keys[index]}:${json(values[index]?.[row] ?? null, column)}`,
      );
      text += `${row === 0 ? "\n" : ",\n"}{${members.join(",")}}`;
    }
    parts.push(text);
  }
  parts.push(about.length === 0 ? "\n]\n" : "\n]}\n");
  return new Blob(parts, { type: "application/json" });
}

function json(cell: OutCell, { kind }: OutColumn): string {
  if (cell === null) return "null";
  if (kind === "nested" || kind === "digits") return String(cell);
  if (kind === "date" || kind === "timestamp") return JSON.stringify(textOf(cell, kind));
  if (typeof cell === "number" && !Number.isFinite(cell)) return JSON.stringify(String(cell));
  return JSON.stringify(cell);
}
