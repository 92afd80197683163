import type { Outcome } from "../protocol.ts";

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
  return { kind: "value", value: plainOf(value) };
}
