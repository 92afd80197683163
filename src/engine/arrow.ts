import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { tableFromIPC } from "@uwdata/flechette";
import type { Column } from "./connection.ts";
import type { Row, Value } from "./rows.ts";

/** SHA-256 in hex, without `crypto.subtle`, which is missing on plain http. */
export function hash(bytes: ArrayBuffer): string {
  return bytesToHex(sha256(new Uint8Array(bytes)));
}

/** The rows of an Arrow IPC stream of ours, with the given columns and no other. */
export function readArrow(stream: Uint8Array, columns: readonly Column[]): Row[] {
  const table = tableFromIPC(stream);
  const cells = columns.map(({ name }) => {
    const column = table.getChild(name);
    if (!column) throw new TypeError(`missing column: ${name}`);
    return column;
  });
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name }, i) => [name, value(cells[i]?.at(row))])),
  );
}

function value(cell: unknown): Value {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean")
    return cell;
  throw new TypeError(`unsupported value in Arrow: ${String(cell)}`);
}
