import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { columnsOf } from "../../src/domain/index.ts";
import { csvValue } from "../../src/extract/annotations/index.ts";
import { parquetOf } from "../parquet.ts";
import type { FileColumn, Row } from "../parquet.ts";
import type { OutputFormat } from "./options.ts";

/** The columns of `facts`, then how each figure was come by. */
const columns: readonly FileColumn[] = [
  ...columnsOf("facts").map(({ name, type, nullable }) => ({ name, type, nullable })),
  { name: "file", type: "VARCHAR", nullable: false },
  { name: "rule", type: "VARCHAR", nullable: false },
  { name: "confidence", type: "VARCHAR", nullable: false },
  { name: "confidence_score", type: "DOUBLE", nullable: false },
  { name: "reasons", type: "VARCHAR", nullable: false },
];

/** Where figures go. A file appears under its name only when all is in it. */
export interface Output {
  write(rows: readonly Row[]): Promise<void>;
  end(): Promise<void>;
}

export function outputOf(format: OutputFormat, out: string | null, standard: Writable): Output {
  return format === "parquet" ? tableOutput(out ?? "") : textOutput(format, out, standard);
}

function textOutput(format: OutputFormat, out: string | null, standard: Writable): Output {
  const part = out === null ? null : `${out}.part`;
  const stream = part === null ? standard : createWriteStream(part);
  const write = async (text: string): Promise<void> => {
    if (text !== "" && !stream.write(text)) await once(stream, "drain");
  };
  const line = format === "csv" ? csvLine : jsonLine;
  let isFirst = true;
  const head = (): string => {
    const text = isFirst && format === "csv" ? `\uFEFF${csvHead()}` : "";
    isFirst = false;
    return text;
  };
  return {
    write: (rows) => write(head() + rows.map(line).join("")),
    async end() {
      await write(head());
      if (part === null || out === null) return;
      stream.end();
      await once(stream, "close");
      await rename(part, out);
    },
  };
}

function tableOutput(out: string): Output {
  const rows: Row[] = [];
  return {
    write(more) {
      rows.push(...more);
      return Promise.resolve();
    },
    async end() {
      await writeFile(`${out}.part`, parquetOf(columns, rows));
      await rm(out, { force: true });
      await rename(`${out}.part`, out);
    },
  };
}

function jsonLine(row: Row): string {
  const ordered = columns.map(({ name }) => [name, row[name] ?? null] as const);
  return `${JSON.stringify(Object.fromEntries(ordered))}\n`;
}

function csvHead(): string {
  return `${columns.map(({ name }) => name).join(",")}\r\n`;
}

/** After RFC 4180; texts that a spreadsheet would take for a formula are guarded. */
function csvLine(row: Row): string {
  return `${columns.map(({ name }) => csvValue(row[name] ?? null)).join(",")}\r\n`;
}
