import type { FrameMessage, HostMessage, Opening } from "../protocol.ts";
import { protocolVersion, tallest } from "../protocol.ts";
import { tellSubmits } from "./forms.ts";
import { unguarded } from "./guard.ts";
import { libraries } from "./libraries.ts";
import { lockDown } from "./lockdown.ts";
import { createSession, type Session } from "./session.ts";
import { trackTimers } from "./timers.ts";

/** The browser's own, kept before code of a cell could put others in their place. */
const post = MessagePort.prototype.postMessage;
const now = performance.now.bind(performance);

/**
 * In a sandbox only. Opened in a window of its own this file would have the origin of the site,
 * and whoever opened it could run code there.
 */
if (self.origin === "null" && window.parent !== window) begin();

function begin(): void {
  const timers = trackTimers(window);
  lockDown(globalThis);
  showOriginalText();
  const listen = (event: MessageEvent): void => {
    const [port] = event.ports;
    const opening = event.data as Partial<Opening> | null;
    if (event.source !== window.parent || !port || opening?.fadu !== "cage") return;
    window.removeEventListener("message", listen);
    serve(port, timers);
  };
  window.addEventListener("message", listen);
}

function serve(port: MessagePort, timers: ReturnType<typeof trackTimers>): void {
  const send = (message: FrameMessage | { type: "ready"; version: number }): void =>
    Reflect.apply(post, port, [message]);
  const session = createSession({ document, libraries, timers, now, post: send });
  listenForFaults(session);
  teeConsole(session);
  tellSubmits(document);
  followSize(send);
  port.onmessage = ({ data }: MessageEvent<HostMessage>) => {
    if (data.type === "ping") send({ type: "pong", ping: data.ping });
    else if (data.type === "run") session.run(data);
    else session.setSurroundings(data);
  };
  send({ type: "ready", version: protocolVersion });
}

/** Guards are no part of what an author wrote, and Arquero reads the text of functions. */
function showOriginalText(): void {
  const original = Function.prototype.toString;
  Function.prototype.toString = function (this: unknown): string {
    return unguarded(Reflect.apply(original, this, []) as string);
  };
}

function listenForFaults(session: Session): void {
  window.addEventListener("error", (event) => {
    event.preventDefault();
    // Sizes that change while they are measured are measured again.
    if (!event.message.startsWith("ResizeObserver")) session.fault(event.error ?? event.message);
  });
  window.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    session.fault(event.reason);
  });
}

/** Lines of the console are a cell's output, and none of the page's. */
function teeConsole(session: Session): void {
  for (const level of ["log", "info", "debug", "warn", "error"] as const)
    console[level] = (...values: unknown[]) => session.log(level, values);
}

/** Tells the width that the page gives and the height that the output needs. */
function followSize(send: (message: FrameMessage) => void): void {
  const { documentElement, body } = document;
  let last = "";
  const tell = (): void => {
    const [width, height] = [documentElement.clientWidth, body.getBoundingClientRect().height];
    if (`${width} ${Math.ceil(height)}` === last) return;
    last = `${width} ${Math.ceil(height)}`;
    documentElement.classList.toggle("is-tall", height > tallest);
    send({ type: "size", width, height });
  };
  const observer = new ResizeObserver(tell);
  observer.observe(documentElement);
  observer.observe(body);
  // A frame out of sight draws nothing, so nothing is observed there; what is asked for is known.
  new MutationObserver(tell).observe(body, { childList: true, subtree: true });
  tell();
}
