import { parquetWriteBuffer } from "hyparquet-writer";
import type { ColumnType } from "../src/domain/index.ts";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface FileColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

const types = {
  VARCHAR: "STRING",
  DOUBLE: "DOUBLE",
  INTEGER: "INT32",
  BOOLEAN: "BOOLEAN",
} as const;

/** Parquet bytes of rows, one column a field, in the order given; the same rows give the same bytes. */
export function parquetOf(columns: readonly FileColumn[], rows: readonly Row[]): Uint8Array {
  const columnData = columns.map(({ name, type, nullable }) => ({
    name,
    data: rows.map((row) => row[name] ?? null),
    type: types[type],
    nullable,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "fadu" }));
}
