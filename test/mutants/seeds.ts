import { strToU8 } from "fflate";
import { columnsToArrow } from "../../src/engine/ipc.ts";
import type { Column } from "../../src/engine/index.ts";
import { frameOf, writeFrame } from "../../src/data-files/write/index.ts";

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the format carries against damage, in a few words. */
  readonly guard: string;
}

const columns: readonly Column[] = [
  { name: "地区", type: "VARCHAR" },
  { name: "n", type: "INTEGER" },
  { name: "value", type: "DOUBLE" },
  { name: "day", type: "DATE" },
];

/** A small table in each format, as our own writers make it. */
export async function seeds(rows = 120): Promise<Seed[]> {
  const each = <T>(value: (row: number) => T): T[] =>
    Array.from({ length: rows }, (_, i) => value(i));
  const values = [
    each((i) => ["漳州", "苏州", "汕尾"][i % 3]),
    each((i) => (i % 7 === 0 ? null : i * 37)),
    each((i) => i / 8),
    each((i) => Date.UTC(2022, 0, 1 + i)),
  ];
  const stream = columnsToArrow(columns, values);
  const frame = frameOf([{ bytes: columnsToArrow(columns, values), extra: [] }]);
  const made = async (format: "csv" | "json" | "xlsx" | "parquet" | "arrow"): Promise<Uint8Array> =>
    new Uint8Array(await (await writeFrame(frame, format)).arrayBuffer());
  const lines = each((i) => JSON.stringify({ a: values[0]?.[i], n: values[1]?.[i], v: i / 8 }));
  return [
    { name: "a.csv", bytes: await made("csv"), guard: "none" },
    { name: "a.json", bytes: await made("json"), guard: "none" },
    { name: "a.jsonl", bytes: strToU8(`${lines.join("\n")}\n`), guard: "none" },
    { name: "a.xlsx", bytes: await made("xlsx"), guard: "CRC-32 and size of each part" },
    {
      name: "a.parquet",
      bytes: await made("parquet"),
      guard: "counts and sizes; no CRC by this writer",
    },
    { name: "a.arrow", bytes: await made("arrow"), guard: "lengths, offsets, null counts" },
    { name: "b.arrow", bytes: stream, guard: "lengths, offsets, null counts" },
  ];
}
