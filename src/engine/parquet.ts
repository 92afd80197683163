import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { parquetReadObjects } from "hyparquet";
import type { Row, Value } from "./rows.ts";

/** SHA-256 in hex, without `crypto.subtle`, which is missing on plain http. */
export function hash(bytes: ArrayBuffer): string {
  return bytesToHex(sha256(new Uint8Array(bytes)));
}

/** The rows of a Parquet file with the given columns; 64-bit integers as numbers. */
export async function readParquet(file: ArrayBuffer, columns: readonly string[]): Promise<Row[]> {
  const objects = await parquetReadObjects({ file, columns: [...columns] });
  return objects.map((object) =>
    Object.fromEntries(columns.map((name) => [name, value(object[name])])),
  );
}

function value(cell: unknown): Value {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean")
    return cell;
  throw new TypeError(`unsupported value in Parquet: ${String(cell)}`);
}
