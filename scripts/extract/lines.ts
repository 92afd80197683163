import { columnsOf } from "../../src/domain/index.ts";
import type { ProposedFact } from "../../src/extract/index.ts";
import { csvField } from "../../src/words/markup/index.ts";
import type { FileColumn, Row } from "../parquet.ts";

/** The columns of `facts`, then how each figure was come by. */
export const columns: readonly FileColumn[] = [
  ...columnsOf("facts").map(({ name, type, nullable }) => ({ name, type, nullable })),
  { name: "file", type: "VARCHAR", nullable: false },
  { name: "rule", type: "VARCHAR", nullable: false },
  { name: "confidence", type: "VARCHAR", nullable: false },
  { name: "confidence_score", type: "DOUBLE", nullable: false },
  { name: "reasons", type: "VARCHAR", nullable: false },
];

/** A figure found in a file, as it is written out. */
export function rowOf(file: string, { fact, rule, grade, score, reasons }: ProposedFact): Row {
  const told = reasons.map(({ code, detail }) => (detail === null ? code : `${code}: ${detail}`));
  return {
    ...fact,
    file,
    rule,
    confidence: grade,
    confidence_score: score,
    reasons: told.join("; "),
  };
}

export function jsonLine(row: Row): string {
  const ordered = columns.map(({ name }) => [name, row[name] ?? null] as const);
  return `${JSON.stringify(Object.fromEntries(ordered))}\n`;
}

export function csvHead(): string {
  return `${columns.map(({ name }) => name).join(",")}\r\n`;
}

/** After RFC 4180; texts that a spreadsheet would take for a formula are guarded. */
export function csvLine(row: Row): string {
  return `${columns.map(({ name }) => csvField(row[name] ?? null)).join(",")}\r\n`;
}
