import { tableFromIPC, type Batch, type DataType, type Table } from "@uwdata/flechette";
import { checkBatches } from "./arrow-check.ts";
import { rawReader, typedArrow } from "./arrow-types.ts";
import { columnarReading, readable } from "./columnar.ts";
import { checkWidth } from "./limits.ts";
import { FileError, type Cell, type Source } from "./types.ts";

/** Rows handed on at a time. */
const step = 20_000;

/** Arrow IPC, file or stream, uncompressed. */
export async function openArrow(file: Blob): Promise<Source> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isFile = bytes[0] === 0x41;
  const table = await readable(() => decoded(bytes));
  const { fields } = table.schema;
  checkWidth(fields.length);
  const batches = fields.map((_, index) => batchesOf(table, index));
  const rows = await readable(() => checkBatches(batches));
  const columns = fields.map(({ type }) => typedArrow(type));
  return {
    reading: columnarReading("arrow"),
    names: fields.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    untyped: false,
    count: rows,
    notes(report) {
      columns.forEach(({ isZoned }, index) => {
        if (isZoned === true) report("zone_left", "UTC", fields[index]?.name ?? "");
      });
      if (!isFile && !hasEnd(bytes)) report("cut_short", rows);
    },
    async *rows(report, { signal, onBytes } = {}) {
      let done = 0;
      for (let batch = 0; batch < (batches[0]?.length ?? 0); batch++) {
        const readers = fields.map(({ type }, index) =>
          rawReader(batches[index]?.[batch] as Batch<unknown>, type as DataType),
        );
        const length = batches[0]?.[batch]?.length ?? 0;
        for (let at = 0; at < length; at += step) {
          signal?.throwIfAborted();
          const end = Math.min(at + step, length);
          yield await readable(() =>
            Array.from({ length: end - at }, (_, row): Cell[] =>
              columns.map(({ type, cell }, index) => {
                const value = readers[index]?.(at + row);
                if (value === null || value === undefined) return null;
                const made = cell(value);
                if (type === "VARCHAR" && String(made).includes("\u{FFFD}"))
                  report("undecodable", String(made), fields[index]?.name);
                return made;
              }),
            ),
          );
          onBytes?.((file.size * (done + end)) / Math.max(1, rows));
          await new Promise((resolve) => setTimeout(resolve));
        }
        done += length;
      }
    },
  };
}

function decoded(bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes, { useBigInt: true, useDecimalInt: true, useDate: false });
  } catch (cause) {
    const codec = /codec.*?(LZ4|ZSTD)/i.exec(String(cause))?.[1];
    if (codec !== undefined) throw new FileError("compression", codec, { cause });
    throw cause;
  }
}

function batchesOf(table: Table, index: number): Batch<unknown>[] {
  return [...table.getChildAt(index).data] as Batch<unknown>[];
}

/** A stream ends with a mark; one that lost its end lost rows as well, perhaps. */
function hasEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 8 && view.getInt32(bytes.length - 4, true) === 0;
}
