import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import * as built from "virtual:fadu-engine";
import type { Connection, Driver } from "./connection.ts";
import type { DuckdbOptions } from "./duckdb.ts";
import { EngineError } from "./error.ts";
import { createFuse, type Fuse } from "./fuse.ts";
import { openSession } from "./session.ts";
import { openConfig } from "./settings.ts";
import { readStream } from "./stream.ts";
import { spawn } from "./worker.ts";

/** `openDuckdb` with all that it needs at hand. */
export async function openBrowser(options: DuckdbOptions): Promise<Connection> {
  const { signal, assets = built, onProgress, settings, patience } = options;
  signal?.throwIfAborted();
  const fuse = createFuse();
  const onLoaded = (loaded: number): void => onProgress?.({ loaded, total: assets.wasmBytes });
  const { worker, terminate, noticesDeath } = spawn(assets, fuse, { onLoaded });
  options.onWorker?.(worker);
  signal?.addEventListener("abort", () => fuse.blow(aborted(signal)), { once: true });
  void fuse.blown.then(terminate);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  return fuse.guard(async () => {
    await db.instantiate(assets.wasmUrl);
    await db.open(openConfig);
    const driver = await connect(db, fuse, noticesDeath, options);
    return openSession(driver, fuse, { settings, patience });
  });
}

function aborted(signal: AbortSignal): EngineError {
  const { reason } = signal;
  return reason instanceof EngineError
    ? reason
    : new EngineError("closed", "opening was aborted", { cause: reason });
}

async function connect(
  db: AsyncDuckDB,
  fuse: Fuse,
  noticesDeath: () => boolean,
  { silence = 60_000 }: DuckdbOptions,
): Promise<Driver> {
  const connection = await db.connect();
  const call = <T>(work: () => Promise<T>) =>
    fuse.guard(() => (noticesDeath() ? work() : heard(work, silence, fuse)));
  return {
    check: (sql) =>
      call(async () => {
        const statement = await connection.prepare(sql);
        await statement.close();
      }),
    run: (sql, options) => readStream(connection, sql, { ...options, call }),
    insert: (name, stream) =>
      call(() => connection.insertArrowFromIPCStream(stream, { name, create: false })),
    // The worker is gone by then: the session has blown the fuse.
    close: async () => {},
  };
}

/** As `work`; a worker that is silent for longer than `silence` ms counts as dead. */
async function heard<T>(work: () => Promise<T>, silence: number, fuse: Fuse): Promise<T> {
  const message = `the worker was silent for ${silence} ms`;
  const timer = setTimeout(
    () => fuse.blow(new EngineError("crashed", message, { retriable: true })),
    silence,
  );
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
