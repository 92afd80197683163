import { actingFunctions, readingFunctions } from "../engine/index.ts";
import { tokenizeSql, type SqlToken } from "../notebook/index.ts";

/**
 * Functions of the engine that give tables and take no name of one. Every other (`query_table`,
 * `histogram`, `duckdb_tables` …) may reach a table whose name stands nowhere in the statement.
 */
export const plainTableFunctions: readonly string[] = [
  "generate_series",
  "range",
  "repeat",
  "repeat_row",
  "unnest",
];

/** All the others, and the macros that come with the engine. */
const reachingFunctions = new Set(
  [...readingFunctions, ...actingFunctions, "histogram", "histogram_values"].filter(
    (name) => !plainTableFunctions.includes(name),
  ),
);

/** What lists tables, and the names that one has while it is filled. */
const catalogue = /^(?:duckdb_|pragma_|pg_|sqlite_|information_schema$|read_|parquet_|__adding_)/;

/** Statements within a statement that list or describe tables, and those that name a text. */
const listing = new Set(["show", "describe", "summarize", "create"]);

const isSpace = ({ kind }: SqlToken): boolean => kind === "space";
const bare = ({ kind, text }: SqlToken): string =>
  (kind === "quoted" ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();

/** `'mi'` and `'ne'` on two lines are one text, and escapes spell a name that is not seen. */
function isHidden(tokens: readonly SqlToken[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== "string") return false;
  if (/^e/i.test(token.text)) return token.text.includes("\\");
  const next = tokens.slice(i + 1).find((one) => !isSpace(one));
  return next?.kind === "string" || /^u$/i.test(tokens[i - 1]?.text ?? "");
}

function reaches(tokens: readonly SqlToken[], i: number): boolean {
  const token = tokens[i];
  // The engine takes for space, or for part of a name, what is neither here.
  if (token?.kind === "symbol" && !/^[ -~]$/.test(token.text)) return true;
  if (!token || (token.kind !== "word" && token.kind !== "quoted")) return isHidden(tokens, i);
  const word = bare(token);
  if (catalogue.test(word) || (token.kind === "word" && listing.has(word))) return true;
  const next = tokens.slice(i + 1).find((one) => !isSpace(one))?.text;
  if (next === "(") return reachingFunctions.has(word);
  // `(DESC)` lists tables; behind a column it is an order.
  const before = tokens.slice(0, i).findLast((one) => !isSpace(one))?.text;
  return word === "desc" && (before === undefined || before === "(");
}

/** All that could be a name: comments and texts too, since `FROM 'mine'` reads the table. */
function names(sql: string): Set<string> {
  return new Set(sql.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu));
}

/**
 * Which of these tables a statement reads. It errs to the side of reading: a name counts wherever
 * it stands, and all count where a table may be read whose name does not stand there.
 */
export function tablesRead(sql: string, tables: readonly string[]): readonly string[] {
  if (tables.length === 0) return [];
  const tokens = tokenizeSql(sql);
  if (tokens.some((_, i) => reaches(tokens, i))) return tables;
  const [lower, found] = [sql.toLowerCase(), names(sql)];
  return tables.filter((table) => {
    const name = table.toLowerCase();
    const isPlain = /^[\p{L}\p{N}\p{M}_]+$/u.test(name);
    return isPlain ? found.has(name) : lower.includes(name.replaceAll('"', '""'));
  });
}
