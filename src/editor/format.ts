import { formatDialect, duckdb } from "sql-formatter";

/**
 * A statement in the usual layout; `${name}`, strings and comments stay as they are. Rejects
 * (throws) where the statement cannot be read, with the formatter's message.
 */
export function formatSql(sql: string): string {
  return formatDialect(sql, {
    dialect: duckdb,
    keywordCase: "upper",
    tabWidth: 2,
    expressionWidth: 80,
    linesBetweenQueries: 1,
    paramTypes: { custom: [{ regex: String.raw`\$\{[^{}]*\}` }] },
  });
}
