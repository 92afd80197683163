import type { Connection } from "./connection.ts";
import type { EngineAssets } from "./worker.ts";

export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

export interface OpenOptions {
  /** Aborting ends the worker; the promise rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the module that have arrived. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** For tests: other files, no lockdown, other waits. */
export interface DuckdbOptions extends OpenOptions {
  /** Default: those of the build. */
  readonly assets?: EngineAssets;
  /** SQL run at the start. Default: the lockdown. */
  readonly settings?: readonly string[];
  /** How long a cancelled statement may go on before the worker is killed, in ms. Default 5000. */
  readonly patience?: number;
  /** How long the worker may be silent where its death goes unnoticed, in ms. Default 60000. */
  readonly silence?: number;
  /** Called with the worker, before it starts. */
  readonly onWorker?: (worker: Worker) => void;
}

/**
 * Opens DuckDB in a worker of this page. Everything of it is fetched only now.
 * Rejects with an EngineError: `unreachable`, `crashed`, `refused`. It does not watch the clock:
 * `createEngine` does.
 */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<Connection> {
  const { openBrowser } = await import("./browser.ts");
  return openBrowser(options);
}
