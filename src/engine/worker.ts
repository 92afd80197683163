import { blobWorker } from "../dom/index.ts";
import bootstrap from "./bootstrap.js?raw";
import { EngineError, type EngineErrorCode } from "./error.ts";
import type { Fuse } from "./fuse.ts";

/** Where the engine's files are; absolute URLs of the page's own origin. */
export interface EngineAssets {
  readonly workerUrl: string;
  readonly wasmUrl: string;
  /** Size of the file at `wasmUrl`, for the progress. */
  readonly wasmBytes: number;
}

/** What the bootstrap reports. */
type Message =
  | { readonly kind: "held" }
  | { readonly kind: "unheld" }
  | { readonly kind: "started" }
  | { readonly kind: "compiled"; readonly module: WebAssembly.Module }
  | { readonly kind: "progress"; readonly loaded: number }
  | { readonly kind: "error"; readonly code: EngineErrorCode; readonly message: string };

/** A worker of which somebody notices when it dies. */
export interface SupervisedWorker {
  readonly worker: Worker;
  /** Whether a silent death is noticed at once: only where Web Locks exist and are not refused. */
  noticesDeath(): boolean;
  /** Ends the worker and the watch over it; says nothing to the fuse. */
  terminate(): void;
}

/** How long a worker may take to its first line, in ms: far more than a slow machine needs. */
const FIRST_WORD = 10_000;

/** By address: compiled once for all workers of this page, which share its code. */
const modules = new Map<string, WebAssembly.Module>();

/**
 * Starts the engine's worker from a blob: only so does it inherit the page's policy, and with it
 * `connect-src 'self'`. Its death blows the fuse: at once where there are Web Locks (the worker
 * holds one, the page waits for it), else only where the browser tells of an error.
 */
export function spawn(
  { workerUrl, wasmUrl }: EngineAssets,
  fuse: Fuse,
  { onLoaded = () => {} }: { onLoaded?: (bytes: number) => void } = {},
): SupervisedWorker {
  const { worker, release } = blobWorker(bootstrap, { name: "fadu-engine" });
  const { port1, port2 } = new MessageChannel();
  const lock = `fadu-engine-${Date.now()}-${Math.random()}`;
  const watch = new AbortController();
  const die = (code: EngineErrorCode, message: string): void =>
    fuse.blow(new EngineError(code, message, { retriable: code === "crashed" }));
  let started = false;
  let isWatched = false;
  // Before it holds its lock, nobody hears of its end.
  const silent = setTimeout(() => die("crashed", "the worker said nothing"), FIRST_WORD);
  worker.addEventListener("error", ({ message }) => {
    // Without a word and before its first line: the page's policy has no place for it.
    if (started || message) die("crashed", `the worker failed: ${message}`);
    else die("refused", "the worker could not start");
  });
  port1.onmessage = ({ data }: MessageEvent<Message>) => {
    started = true;
    if (data.kind === "progress") onLoaded(data.loaded);
    else if (data.kind === "unheld") clearTimeout(silent);
    else if (data.kind === "held") {
      clearTimeout(silent);
      isWatched = true;
      void awaitDeath(lock, watch.signal, die).catch(() => (isWatched = false));
    } else if (data.kind === "started") release();
    else if (data.kind === "compiled") modules.set(wasmUrl, data.module);
    else die(data.code, data.message);
  };
  const module = modules.get(wasmUrl) ?? null;
  worker.postMessage({ port: port2, lock, workerUrl, wasmUrl, module }, [port2]);
  return {
    worker,
    noticesDeath: () => isWatched,
    terminate() {
      watch.abort();
      clearTimeout(silent);
      port1.close();
      release();
      worker.terminate();
    },
  };
}

/** The lock comes to us when its holder is gone, however silently. Rejects where it is refused. */
async function awaitDeath(
  lock: string,
  signal: AbortSignal,
  die: (code: EngineErrorCode, message: string) => void,
): Promise<void> {
  // Aborted, it rejects too: we ended the worker ourselves.
  await navigator.locks.request(lock, { signal }, () => die("crashed", "the worker ended"));
}
