import { QueryError } from "./connector.ts";
import type { Driver } from "./connection.ts";
import { EngineError } from "./error.ts";
import { isTrap, queryError } from "./failure.ts";
import { actingCall } from "./functions.ts";

/** Prepared statements kept for reuse: a page has about as many queries. */
const kept = 64;

/** A statement that only queries, prepared under a name. */
export interface Prepared {
  readonly name: string;
  /** What stood before it; the engine counts its places from there, when it runs it too. */
  readonly before: string;
}

/** What stands around a statement that cannot come as it is. */
export type Wrapping = readonly [before: string, behind: string];

/** Statements, prepared; oldest first. */
export interface Statements {
  /** Rejects with a QueryError for what is no query. */
  prepare(sql: string, wrapping?: Wrapping | null): Promise<Prepared>;
  /** Forgets all, as the tables that they read have changed. */
  forget(): Promise<void>;
}

/**
 * A statement is run only where DuckDB's own parser takes it as the inside of a subquery: what
 * stands there can be nothing but one query, whatever it is called. PREPARE alone would also take
 * COPY, CREATE TABLE AS and the like.
 */
export function createStatements(driver: Driver): Statements {
  const prepared = new Map<string, Prepared>();
  let count = 0;
  const evict = async (): Promise<void> => {
    const [oldest] = prepared;
    if (oldest === undefined || prepared.size < kept) return;
    prepared.delete(oldest[0]);
    await driver.run(`DEALLOCATE ${oldest[1].name}`);
  };
  return {
    async prepare(sql, wrapping = null) {
      const key = JSON.stringify([sql, wrapping]);
      const known = prepared.get(key);
      if (known !== undefined) return known;
      const name = `fadu_${count++}`;
      const [first, last] = wrapping ?? ["", ""];
      const before = `PREPARE ${name} AS ${first}`;
      try {
        if (wrapping === null) await prove(driver, sql, before);
        await evict();
        await driver.run(before + sql + last);
      } catch (cause) {
        throw statementError(cause, sql, before);
      }
      prepared.set(key, { name, before });
      return { name, before };
    },
    async forget() {
      const all = [...prepared.values()];
      prepared.clear();
      for (const { name } of all) await driver.run(`DEALLOCATE ${name}`);
    },
  };
}

/** Rejects with the statement's own error, or says that it is no query. */
async function prove(driver: Driver, sql: string, before: string): Promise<void> {
  const acting = actingCall(sql);
  if (acting !== null)
    throw new QueryError(`unsupported function: ${acting}`, sql, { limit: "function" });
  const refused = await checked(driver, inside(sql));
  if (refused === null) return;
  const alone = await checked(driver, before + sql);
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

/** An error of a statement that stood behind `before`, at its place in `sql`. */
export function statementError(cause: unknown, sql: string, before: string): unknown {
  const isKnown = cause instanceof QueryError || cause instanceof EngineError || isTrap(cause);
  return isKnown ? cause : queryError(cause, sql, before);
}
