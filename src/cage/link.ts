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
  /** Only what fits the protocol. */
  readonly onMessage: (message: FrameMessage) => void;
  /** Every message, before anybody reads it. */
  readonly onTraffic: () => void;
}

/** One frame and the port to it. */
export interface Link {
  readonly element: HTMLIFrameElement;
  send(message: HostMessage): void;
  /** Ends the port and takes the frame away, whatever runs in it. */
  close(): void;
}

/** A frame of opaque origin; its port is handed over each time that it loads. */
export function openLink({ document, url, title, onMessage, onTraffic }: LinkOptions): Link {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("allow", "");
  element.setAttribute("referrerpolicy", "no-referrer");
  element.title = title;
  element.src = url;
  let port: MessagePort | null = null;
  const listen = (event: MessageEvent): void => {
    onTraffic();
    // The port may have been closed by what was counted; what is unread stays so.
    const message = port === null ? null : read(event);
    if (message) onMessage(message);
  };
  element.addEventListener("load", () => {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.addEventListener("message", listen);
    port.start();
    const opening: Opening = { fadu: "cage", version: protocolVersion };
    element.contentWindow?.postMessage(opening, "*", [channel.port2]);
  });
  return {
    element,
    send: (message) => port?.postMessage(message),
    close() {
      port?.close();
      port = null;
      element.remove();
    },
  };
}

/** What was sent may be more than can be had. */
function read(event: MessageEvent): FrameMessage | null {
  try {
    return readFrameMessage(event.data);
  } catch {
    return null;
  }
}
