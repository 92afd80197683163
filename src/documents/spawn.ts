import { blobWorker } from "../dom/index.ts";
import workerUrl from "./worker.ts?worker&url";
import type { Answer, Request } from "./protocol.ts";

/** The part of a Worker that is needed here; tests have one without a thread. */
export interface DocumentWorker {
  post(request: Request): void;
  /** Called with every answer, and with an error where the worker fails. */
  listen(onAnswer: (answer: Answer) => void): void;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

/**
 * Starts the worker from a blob: only so does it have the page's policy, and with it no way to
 * send a reader's file anywhere.
 */
export function spawnWorker(): DocumentWorker {
  const script = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  const { worker, release } = blobWorker(script, { type: "module", name: "fadu-documents" });
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer) {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
      worker.onerror = ({ message }) =>
        onAnswer({ kind: "error", code: "failed", value: message || "worker" });
    },
    end() {
      worker.terminate();
      release();
    },
  };
}
