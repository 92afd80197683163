import type { Table } from "apache-arrow";

/** What a SQL parameter may be. A list binds as a DuckDB list: `list_contains($1, region_id)`. */
export type Parameter = string | number | boolean | null | readonly (string | number)[];

export interface QueryOptions {
  /** Aborting cancels the running query; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

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
  constructor(
    message: string,
    sql: string,
    { position = null, cause }: { position?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.sql = sql;
    this.position = position;
  }
}
