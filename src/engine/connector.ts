import type { Table } from "apache-arrow";

/** What a SQL parameter may be. A list binds as a DuckDB list: `list_contains($1, region_id)`. */
export type Parameter = string | number | boolean | null | readonly (string | number)[];

export interface QueryOptions {
  /** Aborting cancels the running query; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long the statement may run once its turn has come, in ms; null for ever. Default 30000. */
  readonly deadline?: number | null | undefined;
}

/**
 * What of ours a statement came up against: `kind` it is no query; `function` it calls what acts;
 * `deadline` it ran for too long; `size` its result is larger than a page can hold.
 */
export type QueryLimit = "kind" | "function" | "deadline" | "size";

/** SQL and parameters in, Arrow out. The page and Node have one each, on the same engine. */
export interface Connector {
  /** Runs one statement. `$1`, `$2` … are bound, never pasted. Rejects with a QueryError. */
  query(sql: string, parameters?: readonly Parameter[], options?: QueryOptions): Promise<Table>;
  /** Ends the engine; every pending query rejects. */
  close(): Promise<void>;
}

/** A statement that failed, with the statement and, where the engine tells it, the place. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  readonly sql: string;
  /** UTF-16 offset into `sql`; null where unknown. */
  readonly position: number | null;
  /** Null for an error of the engine's own. */
  readonly limit: QueryLimit | null;
  constructor(
    message: string,
    sql: string,
    {
      position = null,
      limit = null,
      cause,
    }: { position?: number | null; limit?: QueryLimit | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.sql = sql;
    this.position = position;
    this.limit = limit;
  }
}
