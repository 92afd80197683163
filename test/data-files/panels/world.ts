import { JSDOM } from "jsdom";
import type { FileWorker } from "../../../src/data-files/index.ts";
import { serveFiles } from "../../../src/data-files/serve.ts";

/** The worker's code without a thread: answers come a moment later, and none after its end. */
export function inThread(): FileWorker {
  let isOver = false;
  let listener: Parameters<FileWorker["listen"]>[0] = () => {};
  const serve = serveFiles((answer) => {
    setTimeout(() => {
      if (!isOver) listener(answer);
    });
  });
  return {
    post: (request) => setTimeout(() => (isOver ? undefined : serve(request))),
    listen: (onAnswer) => void (listener = onAnswer),
    end: () => void (isOver = true),
  };
}

export function page(): Document {
  return new JSDOM("<!doctype html><body></body>").window.document;
}

/** Waits until something holds. */
export async function until<T>(what: () => T | null | undefined | false): Promise<T> {
  for (let i = 0; i < 500; i++) {
    const found = what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`missing: ${what}`);
}
