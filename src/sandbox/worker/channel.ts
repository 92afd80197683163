import { encode, mostBytes } from "../bytes/index.ts";
import type { WorkerMessage } from "../protocol.ts";

/** What the worker says: a list whose first item is its kind. @throws CopyError */
export type Say = (message: readonly unknown[], most?: number) => void;

function getter(prototype: object, name: string): () => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`missing property: ${name}`);
  return get;
}

/**
 * The worker's one way out, kept from the code of the cell: everything that it needs is bound here
 * before that code runs, so that no prototype that the code changes is asked for anything later.
 * Nothing but bytes goes out, whatever the code has made of the functions that write them: reading
 * the length is an error for everything else.
 */
export function openChannel(port: MessagePort, onMessage: (message: WorkerMessage) => void): Say {
  const { call } = Function.prototype;
  const post = port.postMessage.bind(port);
  const dataOf = call.bind(getter(MessageEvent.prototype, "data")) as (
    event: MessageEvent,
  ) => WorkerMessage;
  const lengthOf = call.bind(getter(ArrayBuffer.prototype, "byteLength")) as (
    bytes: ArrayBuffer,
  ) => number;
  port.addEventListener("message", (event) => onMessage(dataOf(event)));
  port.start();
  return (message, most = mostBytes) => {
    const bytes = encode(message, { bytes: most });
    if (lengthOf(bytes) <= most) post(bytes, [bytes]);
  };
}
