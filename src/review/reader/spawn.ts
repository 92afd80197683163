import { blobWorker } from "../../dom/index.ts";
import type { Answer, Request } from "./protocol.ts";
import workerUrl from "./worker.ts?worker&url";

/** The part of a Worker that is needed here; tests have one without a thread. */
export interface ReaderWorker {
  post(request: Request): void;
  listen(onAnswer: (answer: Answer) => void): void;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

/** From a blob: only so does it have the page's policy, and no way to send a report anywhere. */
export function spawnWorker(): ReaderWorker {
  const script = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  const { worker, release } = blobWorker(script, { type: "module", name: "fadu-reports" });
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer) {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
      worker.onerror = ({ message }) => onAnswer({ kind: "lost", message: message || "worker" });
    },
    end() {
      worker.terminate();
      release();
    },
  };
}
