/** Types a column may have in a table we insert, save those that are made of others. */
export const columnTypes = [
  "VARCHAR",
  "DOUBLE",
  "BOOLEAN",
  "INTEGER",
  "BIGINT",
  "DATE",
  "TIMESTAMP",
  "FLOAT",
  "UBIGINT",
  "HUGEINT",
  "TIMESTAMP_NS",
  "TIME",
  "INTERVAL",
  "UUID",
  "BLOB",
] as const;
export type PlainType = (typeof columnTypes)[number];

/** Made by `decimalType`, `listType`, `structType` and `mapType`, which leave nothing else in it. */
export type ColumnType =
  | PlainType
  | `DECIMAL(${number},${number})`
  | `${string}[]`
  | `STRUCT(${string})`
  | `MAP(${string})`;

export function isPlainType(type: string): type is PlainType {
  return columnTypes.some((known) => known === type);
}

const name = `"(?:[^"]|"")*"`;
const inner = new RegExp(
  `STRUCT\\(${name} T(?:, ${name} T)*\\)|MAP\\(T, T\\)|T\\[\\]|DECIMAL\\(\\d{1,2},\\d{1,2}\\)|\\b(?:${columnTypes.join("|")})\\b`,
  "g",
);

/** Whether a text is a type and nothing more: it stands in a statement as it is. */
export function isColumnType(text: string): text is ColumnType {
  if (isPlainType(text)) return true;
  // What is whole within becomes `T`, from the inside out; names in quotes stay until their end.
  for (let [before, rest] = ["", text]; before !== rest;) {
    before = rest;
    rest = rest.replace(inner, "T");
    if (rest === "T") return true;
  }
  return false;
}
