import { tokenizeSql, type SqlToken } from "../notebook/index.ts";

/** A `PIVOT` without a list of its columns, as offsets in the statement. */
interface Pivot {
  /** What stands before it and holds the tables that it may read. */
  readonly context: string;
  readonly source: string;
  readonly on: readonly { readonly text: string; readonly end: number }[];
}

interface Token extends SqlToken {
  readonly depth: number;
}

/** Tokens that are no space, with the brackets around them. */
function deep(sql: string): Token[] {
  let depth = 0;
  return tokenizeSql(sql).flatMap((token) => {
    if (token.kind === "space") return [];
    if (token.text === ")") depth -= 1;
    const at = { ...token, depth };
    if (token.text === "(") depth += 1;
    return [at];
  });
}

const isWord = (token: Token | undefined, ...words: string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toLowerCase());

/** Offset behind the common table expressions at the head that are whole before `limit`; 0 for none. */
function contextEnd(tokens: readonly Token[], limit: number): number {
  if (!isWord(tokens[0], "with")) return 0;
  let end = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.offset >= limit) break;
    if (token.depth > 0 || token.text !== ")") continue;
    const opening = tokens.findLastIndex(
      (one, at) => at < i && one.depth === 0 && one.text === "(",
    );
    if (isWord(tokens[opening - 1], "as", "materialized")) end = token.offset + 1;
    if (tokens[i + 1]?.text !== "," && !isWord(tokens[i + 1], "as")) break;
  }
  return end;
}

const clauses = ["using", "group", "order", "limit", "union", "qualify", "having", "where"];

function pivotAt(sql: string, tokens: readonly Token[], index: number): Pivot | null {
  const start = tokens[index];
  if (!start) return null;
  const inside = tokens.slice(index + 1);
  const over = inside.findIndex(({ depth, text }) => depth < start.depth || text === ";");
  const own = over < 0 ? inside : inside.slice(0, over);
  const on = own.find((token) => token.depth === start.depth && isWord(token, "on"));
  if (!on) return null;
  const behind = own.filter(({ offset }) => offset > on.offset);
  const stop = behind.find((token) => token.depth === start.depth && isWord(token, ...clauses));
  const end = stop?.offset ?? inside[over]?.offset ?? sql.length;
  const list = behind.filter(({ offset }) => offset < end);
  if (list.some((token) => token.depth === start.depth && isWord(token, "in"))) return null;
  const commas = list.filter(({ depth, text }) => depth === start.depth && text === ",");
  const cuts = [on.offset + 1, ...commas.map(({ offset }) => offset), end];
  const parts = cuts.slice(1).map((to, i) => {
    const text = sql.slice((cuts[i] ?? 0) + 1, to).trimEnd();
    return { text: text.trim(), end: (cuts[i] ?? 0) + 1 + text.length };
  });
  return {
    context: sql.slice(0, contextEnd(tokens, start.offset)),
    source: sql.slice(start.offset + start.text.length, on.offset),
    on: parts,
  };
}

function firstPivot(sql: string): Pivot | null {
  // Of most statements that is all there is to know, and many may be as long as a notebook.
  if (!/pivot/i.test(sql)) return null;
  const tokens = deep(sql);
  for (const [index, token] of tokens.entries()) {
    const found = isWord(token, "pivot", "pivot_wider") ? pivotAt(sql, tokens, index) : null;
    if (found) return found;
  }
  return null;
}

/**
 * The statement with a list for each `PIVOT` that has none: the engine would make two statements
 * of it, and runs one. The values are asked for first, in a query of their own.
 * @param ask the values that a query gives; it may have all parameters of the statement
 */
export async function listPivots(
  sql: string,
  parameters: number,
  ask: (sql: string) => Promise<readonly string[]>,
): Promise<string> {
  const found = firstPivot(sql);
  if (!found) return sql;
  // A query that is given a parameter must name it.
  const named = Array.from({ length: parameters }, (_, i) => ` OR $${i + 1} IS NULL`).join("");
  let listed = sql;
  for (const { text, end } of [...found.on].reverse()) {
    const values = await ask(
      `${found.context}\nSELECT DISTINCT CAST(${text} AS VARCHAR) AS value FROM ${found.source}\nWHERE (${text}) IS NOT NULL AND (true${named}) ORDER BY 1`,
    );
    const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
    listed = `${listed.slice(0, end)} IN (${list || "NULL"})${listed.slice(end)}`;
  }
  return listPivots(listed, parameters, ask);
}
