import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { parquetOf } from "../parquet.ts";
import type { Row } from "../parquet.ts";
import { columns, csvHead, csvLine, jsonLine } from "./lines.ts";
import type { OutputFormat } from "./options.ts";

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
