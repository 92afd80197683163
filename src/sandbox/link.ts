import {
  protocolVersion,
  readFrameMessage,
  type FrameMessage,
  type HostMessage,
  type Opening,
} from "./protocol.ts";

export interface LinkOptions {
  readonly document: Document;
  readonly url: string;
  readonly title: string;
  /** What the frame's worker runs. */
  readonly code: () => Promise<Blob>;
  /** The code did not come. */
  readonly onMissing: () => void;
  /** Only what fits the protocol. */
  readonly onMessage: (message: FrameMessage) => void;
  /** Every message, before anybody reads it. */
  readonly onTraffic: () => void;
}

/** One frame and the port to it. */
export interface Link {
  readonly element: HTMLIFrameElement;
  send(message: HostMessage, transfer?: Transferable[]): void;
  /** Ends the port and takes the frame away, whatever runs in it. */
  close(): void;
}

/** A frame of opaque origin; its port is handed over each time that it loads. */
export function openLink(options: LinkOptions): Link {
  const { document, url, title, code, onMissing, onMessage, onTraffic } = options;
  const element = createFrame(document, url, title);
  let port: MessagePort | null = null;
  let isClosed = false;
  const listen = (event: MessageEvent): void => {
    onTraffic();
    // The port may have been closed by what was counted; what is unread stays so.
    const message = port === null ? null : read(event);
    if (message) onMessage(message);
  };
  const open = (blob: Blob): void => {
    if (isClosed) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.addEventListener("message", listen);
    port.start();
    const opening: Opening = { fadu: "sandbox", version: protocolVersion, code: blob };
    element.contentWindow?.postMessage(opening, "*", [channel.port2]);
  };
  element.addEventListener("load", () => {
    port?.close();
    port = null;
    code().then(open, () => !isClosed && onMissing());
  });
  return {
    element,
    send: (message, transfer = []) => port?.postMessage(message, transfer),
    close() {
      port?.close();
      port = null;
      isClosed = true;
      element.remove();
    },
  };
}

function createFrame(document: Document, url: string, title: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("allow", "");
  element.setAttribute("referrerpolicy", "no-referrer");
  element.title = title;
  element.src = url;
  return element;
}

/** What was sent may be more than can be had. */
function read(event: MessageEvent): FrameMessage | null {
  try {
    return readFrameMessage(event.data);
  } catch {
    return null;
  }
}
