import type { Row } from "../figures/index.ts";
import type { Parameter } from "../engine/index.ts";

/** A value of a js cell as JSON has it: what charts and texts read of rows. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function toRow(record: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, plain(value)]));
}

/**
 * The value of a cell as rows: a list of objects, or one object as a single row. Rows of queries
 * are what they are.
 * @throws Error `invalid rows: …`
 */
export function asRows(id: string, value: unknown, kind: string | undefined): readonly Row[] {
  if (kind !== "js") return (value ?? []) as readonly Row[];
  if (Array.isArray(value) && value.every(isRecord)) return value.map(toRow);
  if (isRecord(value)) return [toRow(value)];
  throw new Error(`invalid rows: ${id} (a list of objects is wanted)`);
}

/**
 * The value of a cell as a parameter of SQL: a text, a number, a truth value, a moment as text, or
 * a list of texts or numbers.
 * @throws Error `invalid parameter: …`
 */
export function asParameter(id: string, value: unknown): Parameter {
  const single = plain(value);
  if (single === null || ["string", "number", "boolean"].includes(typeof single))
    return single as Parameter;
  const list = ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
  if (Array.isArray(list)) {
    const items = (list as unknown[]).map(plain);
    if (items.every((item) => typeof item === "string" || typeof item === "number"))
      return items as (string | number)[];
  }
  throw new Error(`invalid parameter: ${id} (a text, a number, or a list of them is wanted)`);
}
