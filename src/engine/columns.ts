import type { DataType, Table } from "apache-arrow";
import { isDigits } from "./cells.ts";

/** What the values of a result's column are, as `toRows` gives them. */
export const valueKinds = [
  "number",
  "text",
  "boolean",
  "date",
  "time",
  "timestamp",
  "list",
  "struct",
  "map",
  "binary",
  "other",
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** A column of a result. */
export interface ResultColumn {
  readonly name: string;
  readonly kind: ValueKind;
  /** Whether its text is plain digits, which a double might round. */
  readonly isDigits: boolean;
}

/** By Arrow's type ids; apache-arrow itself is not imported here. */
const kinds: Readonly<Record<number, ValueKind>> = {
  2: "number",
  3: "number",
  4: "binary",
  5: "text",
  6: "boolean",
  7: "number",
  8: "date",
  9: "time",
  10: "timestamp",
  12: "list",
  13: "struct",
  15: "binary",
  16: "list",
  17: "map",
  20: "text",
};
const dictionary = -1;

function kindOf(type: DataType): ValueKind {
  if (type.typeId === dictionary)
    return kindOf((type as DataType & { dictionary: DataType }).dictionary);
  return kinds[type.typeId] ?? "other";
}

/** The columns of a result in order. */
export function resultColumns({ schema }: Table): ResultColumn[] {
  return schema.fields.map(({ name, type }) => ({
    name,
    kind: kindOf(type as DataType),
    isDigits: isDigits(type as DataType),
  }));
}
