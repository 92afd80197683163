/** A piece of a SQL statement; `text` is as written, the pieces joined give the statement back. */
export interface SqlToken {
  readonly kind:
    "space" | "string" | "quoted" | "word" | "number" | "reference" | "parameter" | "symbol";
  readonly text: string;
  /** UTF-16 offset in the statement. */
  readonly offset: number;
}

/**
 * The lexical rules of DuckDB (those of PostgreSQL, chapter 4.1), in order of trial. What is not
 * closed runs to the end, as the engine reads it. Comments are space.
 */
const rules: readonly (readonly [SqlToken["kind"], RegExp])[] = [
  ["space", /(?:\s+|--[^\r\n]*)+/y],
  ["string", /[eE]'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*(?:'|$)|'[^']*(?:''[^']*)*(?:'|$)/y],
  ["quoted", /"[^"]*(?:""[^"]*)*(?:"|$)/y],
  ["string", /(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[^]*?(?:\1|$)/uy],
  ["reference", /\$\{[^{}]*\}/y],
  ["parameter", /\$[\w]+/y],
  ["word", /[\p{L}_][\p{L}\p{N}\p{M}_$]*/uy],
  ["number", /(?:\d[\w]*(?:\.\d*)?|\.\d+)(?:(?<=[eE])[+-]?\d+)?/y],
  ["symbol", /[^]/uy],
];

export function tokenizeSql(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let offset = 0; offset < sql.length;) {
    const token = blockComment(sql, offset) ?? firstMatch(sql, offset);
    tokens.push(token);
    offset += token.text.length;
  }
  return tokens;
}

function firstMatch(sql: string, offset: number): SqlToken {
  for (const [kind, rule] of rules) {
    rule.lastIndex = offset;
    const text = rule.exec(sql)?.[0];
    if (text !== undefined && text !== "") return { kind, text, offset };
  }
  // Only half of a surrogate pair gets here.
  return { kind: "symbol", text: sql.charAt(offset), offset };
}

/** Block comments nest, so no regular expression can find their end. */
function blockComment(sql: string, offset: number): SqlToken | null {
  if (!sql.startsWith("/*", offset)) return null;
  let depth = 0;
  const ends = /\/\*|\*\//g;
  ends.lastIndex = offset;
  for (let match = ends.exec(sql); match !== null; match = ends.exec(sql)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return { kind: "space", text: sql.slice(offset, ends.lastIndex), offset };
  }
  return { kind: "space", text: sql.slice(offset), offset };
}
