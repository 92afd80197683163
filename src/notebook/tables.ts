import { tokenizeSql } from "./sql.ts";
import type { SqlToken } from "./sql.ts";

/** Words after which a list of tables stands. */
const listStarters = new Set(["from", "join"]);
/** Words after which one table stands. */
const starters = new Set([...listStarters, "pivot", "unpivot", "summarize", "describe", "table"]);
/** Words that may stand between `FROM` and the name. */
const fillers = new Set(["lateral", "only"]);
/** Words that end a list of tables, so that a later comma does not continue it. */
const enders = new Set(
  "select where group having order limit offset window qualify union intersect except set sample".split(
    " ",
  ),
);
/** Functions whose arguments are told apart by the word FROM. */
const fromFunctions = new Set(["extract", "substring", "trim", "overlay", "position"]);

/**
 * Names that a statement reads as tables: after FROM and JOIN, in a list, in parentheses, quoted or
 * not; neither functions, names with a schema, nor what the statement's own WITH defines. Each once,
 * in order of mention, as written without quotes. Comparing them is the caller's: case does not
 * matter in SQL.
 */
export function tableNames(sql: string): string[] {
  const tokens = tokenizeSql(sql).filter(({ kind }) => kind !== "space");
  const commons = commonTables(tokens);
  const names = new Map<string, string>();
  for (const index of tableIndexes(tokens)) {
    const name = nameOf(tokens[index]) ?? "";
    const key = name.toLowerCase();
    const own = index > (commons.get(key) ?? Infinity);
    if (!own && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** One open parenthesis: whether a list of tables runs in it and whether a name is expected now. */
interface Level {
  list: boolean;
  expected: boolean;
  readonly isFunction: boolean;
}

function tableIndexes(tokens: readonly SqlToken[]): number[] {
  const found: number[] = [];
  let level: Level = { list: false, expected: false, isFunction: false };
  const outer: Level[] = [];
  tokens.forEach((token, i) => {
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (token.text === "(") {
      outer.push({ ...level, expected: false });
      const isFunction = fromFunctions.has(wordAt(tokens, i - 1));
      level = { list: level.expected, expected: level.expected, isFunction };
    } else if (token.text === ")") level = outer.pop() ?? level;
    else if (token.text === ",") level.expected = level.list;
    else if (starters.has(word) && startsTables(tokens, i, level))
      level = { ...level, list: level.list || listStarters.has(word), expected: true };
    else if (enders.has(word)) level = { ...level, list: false, expected: false };
    else if (level.expected && !fillers.has(word)) {
      if (isTable(tokens, i)) found.push(i);
      level.expected = false;
    }
  });
  return found;
}

/** `IS DISTINCT FROM` and `extract(year FROM x)` name no table. */
function startsTables(tokens: readonly SqlToken[], i: number, level: Level): boolean {
  const word = wordAt(tokens, i);
  if (level.isFunction) return false;
  return (
    word !== "from" ||
    !(wordAt(tokens, i - 1) === "distinct" && ["is", "not"].includes(wordAt(tokens, i - 2)))
  );
}

/** A single name: no schema before it, no schema's dot or argument list after it. */
function isTable(tokens: readonly SqlToken[], i: number): boolean {
  const next = tokens[i + 1]?.text;
  return nameOf(tokens[i]) !== null && next !== "." && next !== "(";
}

/** Of each name that a WITH clause defines the last token in which it still means another table. */
function commonTables(tokens: readonly SqlToken[]): Map<string, number> {
  const found = new Map<string, number>();
  const ends = closings(tokens);
  tokens.forEach((_, i) => {
    if (wordAt(tokens, i) !== "with") return;
    const isRecursive = wordAt(tokens, i + 1) === "recursive";
    let next: number | null = i + (isRecursive ? 2 : 1);
    while (next !== null) next = commonTable({ tokens, ends, isRecursive, found }, next);
  });
  return found;
}

interface Reading {
  readonly tokens: readonly SqlToken[];
  readonly ends: ReadonlyMap<number, number>;
  readonly isRecursive: boolean;
  readonly found: Map<string, number>;
}

/** Reads `name [(columns)] AS [NOT MATERIALIZED] (…)`; returns where the next one stands. */
function commonTable({ tokens, ends, isRecursive, found }: Reading, start: number): number | null {
  const closing = (open: number) => ends.get(open) ?? tokens.length;
  const name = nameOf(tokens[start]);
  let i = start + 1;
  if (tokens[i]?.text === "(") i = closing(i) + 1;
  if (name === null || wordAt(tokens, i) !== "as") return null;
  while (["as", "not", "materialized"].includes(wordAt(tokens, i))) i++;
  if (tokens[i]?.text !== "(") return null;
  const end = closing(i);
  const key = name.toLowerCase();
  found.set(key, Math.min(found.get(key) ?? Infinity, isRecursive ? start : end));
  return tokens[end + 1]?.text === "," ? end + 2 : null;
}

/** Of each parenthesis that is closed the token that closes it. */
function closings(tokens: readonly SqlToken[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ text }, i) => {
    if (text === "(") open.push(i);
    const start = text === ")" ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, i);
  });
  return ends;
}

function wordAt(tokens: readonly SqlToken[], i: number): string {
  const token = tokens[i];
  return token?.kind === "word" ? token.text.toLowerCase() : "";
}

function nameOf(token: SqlToken | undefined): string | null {
  if (token?.kind === "word") return token.text;
  if (token?.kind === "quoted") return token.text.slice(1, -1).replaceAll('""', '"');
  return null;
}
