import { createDeadline, patience } from "../files/index.ts";
import { unpackPlaces, type Answer } from "./protocol.ts";
import { spawnWorker, type DocumentWorker } from "./spawn.ts";
import { DocumentError, type DocumentText } from "./types.ts";

export interface QueueOptions {
  /** Ends the worker, at once. */
  readonly signal?: AbortSignal | undefined;
  /** How much of a file has been read, from 0 to 1. */
  readonly onProgress?: ((file: File, share: number) => void) | undefined;
  /** Default: a worker of this page. */
  readonly spawn?: () => DocumentWorker;
  /** How long the worker may stand still before it is ended, in ms. Default 6000. */
  readonly patience?: number;
}

/** What became of a file: a bad one never stops the others. */
export type DocumentResult =
  | { readonly file: File; readonly document: DocumentText; readonly error?: never }
  | { readonly file: File; readonly document?: never; readonly error: DocumentError };

/**
 * Reads files one after another in a worker; the page stays free. One at which the worker stands
 * still ends it, and the next file has a new one. Rejects with the signal's reason.
 */
export async function* readDocuments(
  files: Iterable<File>,
  { signal, onProgress, spawn = spawnWorker, patience: most = patience }: QueueOptions = {},
): AsyncGenerator<DocumentResult> {
  let worker: DocumentWorker | null = null;
  const end = (): void => {
    worker?.end();
    worker = null;
  };
  try {
    for (const file of files) {
      signal?.throwIfAborted();
      worker ??= spawn();
      const answer = await ask(worker, file, { signal, onProgress, most });
      signal?.throwIfAborted();
      if (answer.kind === "error") {
        const { code, value } = answer;
        if (code === "stuck" || code === "failed") end();
        yield { file, error: new DocumentError(code, value, { file: file.name }) };
      } else {
        const places = await unpackPlaces(answer.places);
        yield { file, document: { ...answer.document, places } };
      }
    }
  } finally {
    end();
  }
}

type Last = Extract<Answer, { kind: "read" | "error" }>;
type Ask = Pick<QueueOptions, "signal" | "onProgress"> & { readonly most: number };

/** The worker's last word on a file; `stuck` where none comes in time. */
function ask(worker: DocumentWorker, file: File, { signal, onProgress, most }: Ask): Promise<Last> {
  const deadline = createDeadline(file.size, most);
  const answer = new Promise<Last>((resolve) => {
    signal?.addEventListener("abort", () => resolve(failed("failed", "aborted")), { once: true });
    worker.listen((one) => {
      if (one.kind === "begun") deadline.begin();
      else if (one.kind === "progress") {
        deadline.reach(one.share * file.size);
        onProgress?.(file, one.share);
      } else if (one.kind === "read" || one.kind === "error") resolve(one);
    });
    worker.post({ kind: "read", file, name: file.name });
  });
  return new Promise((resolve) => {
    const over = answer.then(resolve);
    void deadline.during(over, () => resolve(failed("stuck", String(Math.round(most / 1000)))));
  });
}

const failed = (code: "stuck" | "failed", value: string): Last => ({ kind: "error", code, value });
