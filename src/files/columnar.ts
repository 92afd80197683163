import { tableFromIPC, Type, type DataType } from "@uwdata/flechette";
import { gunzipSync } from "fflate";
import { parquetMetadataAsync, parquetRead, parquetSchema, type SchemaElement } from "hyparquet";
import type { ColumnType } from "../engine/index.ts";
import { cellOf } from "./json.ts";
import { FileError, type Cell, type Reading, type Source } from "./types.ts";

/** Rows handed on at a time. */
const step = 20_000;

function reading(kind: "parquet" | "arrow"): Reading {
  return {
    kind,
    ...{ encoding: null, delimiter: null, quotes: null, header: null, sheet: null, sheets: [] },
  };
}

/** Parquet, row group by row group; compressed with Snappy, gzip or not at all. */
export async function openParquet(file: Blob): Promise<Source> {
  const buffer = {
    byteLength: file.size,
    slice: (start: number, end?: number) => file.slice(start, end).arrayBuffer(),
  };
  const compressors = { GZIP: (input: Uint8Array) => gunzipSync(input) };
  const metadata = await readable(() => parquetMetadataAsync(buffer));
  const fields = parquetSchema(metadata).children;
  const names = fields.map(({ element }) => element.name);
  return {
    reading: reading("parquet"),
    names,
    types: fields.map(({ element, children }) =>
      children.length > 0 ? null : parquetType(element),
    ),
    untyped: false,
    async *rows(report, { signal, onBytes } = {}) {
      const total = Number(metadata.num_rows);
      for (let at = 0; at < total; at += step) {
        signal?.throwIfAborted();
        const rows: unknown[][] = [];
        const part = { rowStart: at, rowEnd: Math.min(at + step, total) };
        const onComplete = (found: unknown[][]): void => void rows.push(...found);
        await readable(() =>
          parquetRead({ file: buffer, metadata, compressors, ...part, onComplete }),
        );
        yield rows.map((row) => names.map((name, i) => cellOf(row[i], name, report)));
        onBytes?.((file.size * part.rowEnd) / total);
      }
    },
  };
}

async function readable<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = String(cause);
    const codec = /(?:codec|compression)\D*?\b(ZSTD|LZ4\w*|BROTLI|LZO|GZIP|ZLIB)/i.exec(
      message,
    )?.[1];
    if (codec !== undefined) throw new FileError("compression", codec, { cause });
    if (/compress/i.test(message)) throw new FileError("compression", "?", { cause });
    throw new FileError("damaged", "", { cause });
  }
}

function parquetType(element: SchemaElement): ColumnType | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === "DATE" || logical?.type === "DATE") return "DATE";
  if (converted?.startsWith("TIMESTAMP") || logical?.type === "TIMESTAMP") return "TIMESTAMP";
  if (converted === "DECIMAL" || type === "DOUBLE" || type === "FLOAT") return "DOUBLE";
  if (type === "BOOLEAN") return "BOOLEAN";
  if (type === "INT64") return "BIGINT";
  if (type === "INT32") return "INTEGER";
  return type === "BYTE_ARRAY" ? "VARCHAR" : null;
}

const arrowTypes: Readonly<Record<number, ColumnType>> = {
  [Type.Utf8]: "VARCHAR",
  [Type.LargeUtf8]: "VARCHAR",
  [Type.Utf8View]: "VARCHAR",
  [Type.Bool]: "BOOLEAN",
  [Type.Float]: "DOUBLE",
  [Type.Decimal]: "DOUBLE",
  [Type.Date]: "DATE",
  [Type.Timestamp]: "TIMESTAMP",
};

function arrowType(type: DataType): ColumnType | null {
  if (type.typeId === Type.Dictionary)
    return arrowType((type as unknown as { dictionary: DataType }).dictionary);
  if (type.typeId === Type.Int)
    return (type as unknown as { bitWidth: number }).bitWidth > 32 ? "BIGINT" : "INTEGER";
  return arrowTypes[type.typeId] ?? null;
}

/** Arrow IPC, file or stream, uncompressed. */
export async function openArrow(file: Blob): Promise<Source> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readable(() => tableFromIPC(bytes, { useDate: true, useBigInt: true }));
  const { fields } = table.schema;
  return {
    reading: reading("arrow"),
    names: fields.map(({ name }) => name),
    types: fields.map(({ type }) => arrowType(type)),
    untyped: false,
    async *rows(report, { signal, onBytes } = {}) {
      const columns = fields.map((_, index) => table.getChildAt(index));
      for (let at = 0; at < table.numRows; at += step) {
        signal?.throwIfAborted();
        const end = Math.min(at + step, table.numRows);
        yield Array.from({ length: end - at }, (_, row): Cell[] =>
          fields.map(({ name }, i) => cellOf(columns[i]?.at(at + row), name, report)),
        );
        onBytes?.((file.size * end) / table.numRows);
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}
