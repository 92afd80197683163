import workerUrl from "./worker.ts?worker&url";
import { blobWorker } from "../../dom/index.ts";
import type { Answer, Request } from "./protocol.ts";

/** The part of a Worker that is needed here; tests have one without a thread. */
export interface CompileWorker {
  post(request: Request): void;
  listen(onAnswer: (answer: Answer) => void): void;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

export function spawnWorker(): CompileWorker {
  const script = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  const { worker, release } = blobWorker(script, { type: "module", name: "fadu-compiler" });
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer) {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
      worker.onerror = ({ message }) => onAnswer({ kind: "failed", message: message || "worker" });
    },
    end() {
      worker.terminate();
      release();
    },
  };
}
