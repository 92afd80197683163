/** A table of one's own that travels with a notebook. */
export interface SharedTable {
  /** The name it has in SQL. */
  readonly name: string;
  /** What the bytes are: `arrow`, `csv`, `json`, `parquet`. */
  readonly format: TableFormat;
  readonly bytes: Uint8Array;
}

export const tableFormats = ["arrow", "csv", "json", "parquet"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** All that a link holds of a notebook. */
export interface SharedNotebook {
  readonly text: string;
  /** The notebook's file name without `.md`. */
  readonly slug: string;
  readonly language: "zh" | "en";
  /** Values of inputs that differ from their defaults, as the address writes them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly tables: readonly SharedTable[];
}

/** Tables that a link may bring, and characters of its inputs, which go into the address. */
const mostTables = 50;
const mostInputs = 20_000;

/** What stands before the text and the tables, as JSON on one line. */
type Head = readonly [
  slug: string,
  language: string,
  inputs: Readonly<Record<string, string>>,
  tables: readonly (readonly [name: string, format: string, length: number])[],
];

const isSlug = (text: unknown): text is string =>
  typeof text === "string" && /^[a-z0-9-]{1,80}$/.test(text);
export const isTableName = (text: string) => /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u.test(text);
const isFormat = (text: unknown): text is TableFormat =>
  (tableFormats as readonly unknown[]).includes(text);

/** One line of JSON, the tables' bytes, the text. */
export function packShared(shared: SharedNotebook): Uint8Array[] {
  const { slug, language, inputs, tables, text } = shared;
  const list = tables.map(({ name, format, bytes }) => [name, format, bytes.length] as const);
  const head: Head = [slug, language, inputs, list];
  const encoder = new TextEncoder();
  return [
    encoder.encode(`${JSON.stringify(head)}\n`),
    ...tables.map(({ bytes }) => bytes),
    encoder.encode(text),
  ];
}

/** The notebook again; null where the bytes are no such thing. */
export function unpackShared(bytes: Uint8Array): SharedNotebook | null {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    const head = checkHead(JSON.parse(decoder.decode(bytes.subarray(0, end))));
    if (head === null) return null;
    let at = end + 1;
    const tables = head.tables.map(({ name, format, length }) => {
      const table = { name, format, bytes: bytes.slice(at, at + length) };
      at += length;
      return table;
    });
    if (at > bytes.length) return null;
    const { slug, language, inputs } = head;
    return { text: decoder.decode(bytes.subarray(at)), slug, language, inputs, tables };
  } catch {
    return null;
  }
}

interface CheckedHead extends Omit<SharedNotebook, "text" | "tables"> {
  readonly tables: readonly { name: string; format: TableFormat; length: number }[];
}

function checkHead(head: unknown): CheckedHead | null {
  if (!Array.isArray(head) || head.length !== 4) return null;
  const [slug, language, inputs, list] = head as unknown[];
  if (!isSlug(slug) || (language !== "zh" && language !== "en") || !Array.isArray(list))
    return null;
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return null;
  const values = Object.entries(inputs);
  if (list.length > mostTables || JSON.stringify(inputs).length > mostInputs) return null;
  if (!values.every((pair): pair is [string, string] => typeof pair[1] === "string")) return null;
  const tables = list.map(checkTable);
  const names = new Set(tables.map((table) => table?.name.toLowerCase()));
  if (tables.some((table) => table === null) || names.size !== tables.length) return null;
  return {
    slug,
    language,
    inputs: Object.fromEntries(values),
    tables: tables.filter((table) => table !== null),
  };
}

function checkTable(entry: unknown): CheckedHead["tables"][number] | null {
  if (!Array.isArray(entry)) return null;
  const [name, format, length] = entry as unknown[];
  const isLength = Number.isSafeInteger(length) && Number(length) >= 0;
  if (typeof name !== "string" || !isTableName(name) || !isFormat(format) || !isLength) return null;
  return { name, format, length: Number(length) };
}
