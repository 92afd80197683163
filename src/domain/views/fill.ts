import type { Columns, RowOf } from "../column.ts";
import { literal } from "../sql.ts";

// What the characters are for: ends of a field and of a record, and what stands in for nothing.
const [field, record, nothing] = ["\u001f", "\u001e", "\u001a"];

const casts: Readonly<Record<Columns[string]["type"], (text: string) => string>> = {
  VARCHAR: (text) => text,
  INTEGER: (text) => `${text}::INTEGER`,
  DOUBLE: (text) => `${text}::DOUBLE`,
  BOOLEAN: (text) => `${text}::BOOLEAN`,
  "VARCHAR[]": (text) =>
    `CASE ${text} WHEN '' THEN []::VARCHAR[] ELSE string_split(${text}, ' ') END`,
};

/** A row with these columns; a figure that is derived has more to say in some of them. */
type Loose<C extends Columns> = { readonly [K in keyof RowOf<C>]: unknown };

/**
 * A SELECT that gives these rows. They go as one text that the engine splits: to read them as
 * VALUES takes it thirty times as long.
 */
export function filled<C extends Columns>(columns: C, rows: readonly Loose<C>[]): string {
  const names: readonly (keyof C & string)[] = Object.keys(columns);
  const lines = rows.map((row) => names.map((name) => written(row[name])).join(field));
  const picked = names.map(
    (name, index) =>
      `${casts[columns[name]?.type ?? "VARCHAR"](`nullif(f[${index + 1}], ${literal(nothing)})`)} AS ${name}`,
  );
  return `SELECT ${picked.join(",\n  ")}
FROM (SELECT string_split(unnest(string_split(${literal(lines.join(record))}, ${literal(record)})),
  ${literal(field)}) AS f)${rows.length === 0 ? " WHERE false" : ""}`;
}

function written(value: unknown): string {
  if (value === null || value === undefined) return nothing;
  return Array.isArray(value) ? value.join(" ") : String(value);
}
