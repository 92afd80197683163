import type { Outcome } from "../protocol.ts";

/** Values of all kinds, nested ones too, above which a result stays in its cell. */
export const mostValues = 2_000_000;

/** A table of Arquero, known by what it can do. */
interface Table {
  objects(): object[];
}

function isTable(value: object): value is Table {
  return "columnNames" in value && "objects" in value && typeof value.objects === "function";
}

/** A table of Arquero as its rows; everything else as it is. */
export function plainOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && isTable(value) ? value.objects() : value;
}

/** What of a cell's value others get. Whether it can be copied shows when it is sent. */
export function outcomeOf(value: unknown): Outcome {
  if (value === undefined) return { kind: "value", value: null };
  if (typeof value === "function") return { kind: "kept", what: "function" };
  if (typeof value !== "object" || value === null) return { kind: "value", value };
  if (value instanceof Node) return { kind: "kept", what: "element" };
  const plain = plainOf(value);
  return isLarge(plain) ? { kind: "kept", what: "large" } : { kind: "value", value: plain };
}

function isLarge(value: unknown): boolean {
  let left = mostValues;
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop();
    left -= 1;
    if (typeof next === "string") left -= next.length / 8;
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) left -= next.byteLength / 8;
    else if (Array.isArray(next) && next.length > left) return true;
    else for (const inner of Object.values(next)) waiting.push(inner);
  }
  return left < 0;
}
