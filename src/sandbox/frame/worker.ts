import type { WorkerMessage } from "../protocol.ts";

export interface CellWorker {
  send(message: WorkerMessage, transfer?: Transferable[]): void;
  end(): void;
}

type Trusted = { createScriptURL(url: string): string };
type Types = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Trusted;
};

/**
 * The worker in which a cell's code runs: it has the opaque origin and the policy of this frame,
 * and one port to it. Other messages of the worker have no listener here.
 */
export function openWorker(code: Blob, onData: (data: unknown) => void): CellWorker {
  // The name tells how fine the screen is, which Plot asks as soon as it is loaded.
  const worker = new Worker(trusted(URL.createObjectURL(code)), { name: String(devicePixelRatio) });
  // Faults come through the port; the browser's console is the page's.
  worker.addEventListener("error", (event) => event.preventDefault());
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => onData(data));
  port1.start();
  worker.postMessage(null, [port2]);
  return {
    send: (message, transfer = []) => port1.postMessage(message, transfer),
    end() {
      port1.close();
      worker.terminate();
    },
  };
}

/** Where the browser asks for it, an address that runs is one that we name. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Types };
  if (!trustedTypes) return url;
  return trustedTypes
    .createPolicy("sandbox", { createScriptURL: (address) => address })
    .createScriptURL(url);
}
