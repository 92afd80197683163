import type { ColumnType } from "../engine/index.ts";
import type { Cell } from "./types.ts";

/** What a column's values are, and how one of them is written. */
export interface TypedColumn {
  readonly type: ColumnType;
  /** Of a value as the decoder gives it without its logical type; never null. */
  cell(value: unknown): Cell;
  /** Set where zones were left out: the values are UTC. */
  readonly isZoned?: boolean;
}

export const textColumn: TypedColumn = { type: "VARCHAR", cell: (value) => String(value) };

/** Nested values are texts that the engine casts. */
export function listOf(item: TypedColumn): TypedColumn {
  const { type, isZoned } = item;
  return {
    type: `${type}[]`,
    ...(isZoned === true ? { isZoned } : {}),
    cell: (value) =>
      `[${Array.from(value as Iterable<unknown>, (one) => castText(one, item)).join(", ")}]`,
  };
}

export function mapOf(key: TypedColumn, value: TypedColumn): TypedColumn {
  return {
    type: `MAP(${key.type}, ${value.type})`,
    cell: (map) => {
      const entries: readonly (readonly [unknown, unknown])[] = Array.isArray(map)
        ? map
        : Object.entries(map as object).map(([name, one]) => [keyOf(name, key), one] as const);
      return `{${entries.map(([name, one]) => `${castText(name, key)}=${castText(one, value)}`).join(", ")}}`;
    },
  };
}

/** The decoder has made a text of each key. */
function keyOf(name: string, { type }: TypedColumn): unknown {
  if (type === "VARCHAR") return name;
  return /^-?\d+$/.test(name) ? BigInt(name) : Number(name);
}

export function structOf(
  fields: readonly { readonly name: string; readonly typed: TypedColumn }[],
): TypedColumn {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  return {
    type: `STRUCT(${fields.map(({ name, typed }) => `${quoted(name)} ${typed.type}`).join(", ")})`,
    ...(fields.some(({ typed }) => typed.isZoned === true) ? { isZoned: true } : {}),
    cell: (value) => {
      const members = value as Readonly<Record<string, unknown>>;
      const texts = fields.map(
        ({ name, typed }) => `${castText(name, textColumn)}: ${castText(members[name], typed)}`,
      );
      return `{${texts.join(", ")}}`;
    },
  };
}

/** A value within a nested one, so that the engine's cast reads just this. */
function castText(value: unknown, { type, cell }: TypedColumn): string {
  if (value === null || value === undefined) return "NULL";
  const text = String(cell(value));
  if (/^(?:BOOLEAN|INTEGER|U?BIGINT|DOUBLE)$|[\])]$/.test(type)) return text;
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
