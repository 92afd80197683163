import { QueryError } from "./connector.ts";
import type { Driver } from "./connection.ts";
import { EngineError } from "./error.ts";
import { isTrap, queryError } from "./failure.ts";
import { actingCall } from "./functions.ts";

/** Prepared statements kept for reuse: a page has about as many queries. */
const kept = 64;

/** Statements that only query, prepared; oldest first. */
export interface Statements {
  /** The name of the prepared statement. Rejects with a QueryError for what is no query. */
  prepare(sql: string): Promise<string>;
  /** Forgets all, as the tables that they read have changed. */
  forget(): Promise<void>;
}

/** What stands before a statement; the engine counts its places from here, when it runs it too. */
const prefixOf = (name: string): string => `PREPARE ${name} AS `;

/**
 * A statement is run only where DuckDB's own parser takes it as the inside of a subquery: what
 * stands there can be nothing but one query, whatever it is called. PREPARE alone would also take
 * COPY, CREATE TABLE AS and the like.
 */
export function createStatements(driver: Driver): Statements {
  const prepared = new Map<string, string>();
  let count = 0;
  const evict = async (): Promise<void> => {
    const [oldest] = prepared;
    if (oldest === undefined || prepared.size < kept) return;
    prepared.delete(oldest[0]);
    await driver.run(`DEALLOCATE ${oldest[1]}`);
  };
  return {
    async prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const name = `fadu_${count++}`;
      try {
        await prove(driver, sql, name);
        await evict();
        await driver.run(prefixOf(name) + sql);
      } catch (cause) {
        throw statementError(cause, sql, name);
      }
      prepared.set(sql, name);
      return name;
    },
    async forget() {
      const names = [...prepared.values()];
      prepared.clear();
      for (const name of names) await driver.run(`DEALLOCATE ${name}`);
    },
  };
}

/** Rejects with the statement's own error, or says that it is no query. */
async function prove(driver: Driver, sql: string, name: string): Promise<void> {
  const acting = actingCall(sql);
  if (acting !== null)
    throw new QueryError(`unsupported function: ${acting}`, sql, { limit: "function" });
  const refused = await checked(driver, inside(sql));
  if (refused === null) return;
  const alone = await checked(driver, prefixOf(name) + sql);
  // What only fails to be a query in brackets, and parses alone, is another kind of statement.
  if (alone !== null && !(isSyntax(refused) && !isSyntax(alone))) throw alone;
  // A semicolon may stand behind a query, and then nothing more.
  const end = sql.lastIndexOf(";");
  const isEnded = end >= 0 && (await checked(driver, `SELECT 1${sql.slice(end)}`)) === null;
  if (isEnded && (await checked(driver, inside(sql.slice(0, end)))) === null) return;
  throw new QueryError("unsupported statement: only queries run here", sql, { limit: "kind" });
}

const inside = (sql: string): string => `SELECT * FROM (\n${sql}\n)`;

const isSyntax = (error: Error): boolean => queryError(error, "", "").message.startsWith("Parser");

/** The error of a statement that is only looked at; null for none. */
async function checked(driver: Driver, sql: string): Promise<Error | null> {
  try {
    await driver.check(sql);
    return null;
  } catch (cause) {
    if (isTrap(cause) || cause instanceof EngineError || !(cause instanceof Error)) throw cause;
    return cause;
  }
}

/** An error of a statement that was prepared as `name`, at its place in `sql`. */
export function statementError(cause: unknown, sql: string, name: string): unknown {
  const isKnown = cause instanceof QueryError || cause instanceof EngineError || isTrap(cause);
  return isKnown ? cause : queryError(cause, sql, prefixOf(name));
}
