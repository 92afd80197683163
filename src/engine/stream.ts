import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { RecordBatchReader, Table, type RecordBatch } from "apache-arrow";
import { breather } from "./breathe.ts";
import type { RunOptions } from "./connection.ts";
import { QueryError } from "./connector.ts";

/** Most bytes of a result; what is larger would end the page. */
const MOST_BYTES = 512 * 2 ** 20;

export interface StreamOptions extends RunOptions {
  /** Wraps each message to the worker. */
  readonly call: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Runs one statement as a pending query, the only kind that can be cancelled: the worker is asked
 * again and again and is free to hear of a cancellation in between. We ask ourselves instead of
 * using `connection.send` because its reader fetches ahead, and what it fetches ahead when nobody
 * reads on rejects where nobody catches it.
 */
export async function readStream(
  connection: AsyncDuckDBConnection,
  sql: string,
  { call, signal, onSchema }: StreamOptions,
): Promise<Table> {
  signal?.throwIfAborted();
  const { db, id } = connection.useUnsafe((db, id) => ({ db, id }));
  const cancel = (): void => {
    call(() => db.cancelPendingQuery(id)).catch(() => {
      // The statement's own promise tells what happened.
    });
  };
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    let chunk = await call(() => db.startPendingQuery(id, sql, true));
    while (chunk === null) {
      signal?.throwIfAborted();
      chunk = await call(() => db.pollPendingQuery(id));
    }
    while (chunk === null || chunk.length > 0) {
      signal?.throwIfAborted();
      if (chunk !== null) chunks.push(chunk);
      if (chunk !== null && chunks.length === 1)
        onSchema?.(RecordBatchReader.from(chunks).open().schema);
      bytes += chunk?.length ?? 0;
      if (bytes > MOST_BYTES)
        throw new QueryError("the result is too large", sql, { limit: "size" });
      chunk = await call(() => db.fetchQueryResults(id));
    }
    return await readChunks(chunks, signal);
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

/** A long result is some hundred batches; reading them all at once would hold the page. */
async function readChunks(chunks: Uint8Array[], signal: AbortSignal | undefined): Promise<Table> {
  const reader = RecordBatchReader.from(chunks).open();
  const breathe = breather(signal);
  const batches: RecordBatch[] = [];
  for (const batch of reader) {
    batches.push(batch);
    await breathe();
  }
  return batches.length === 0 ? new Table(reader.schema) : new Table(reader.schema, batches);
}
