import { inSlices } from "../bytes/index.ts";
import type { Drawing } from "../drawing.ts";
import {
  protocolVersion,
  type HostMessage,
  type Opening,
  type Surroundings,
  type WorkerMessage,
} from "../protocol.ts";
import { tellEvents } from "./events.ts";
import { focusOn, keepFocus } from "./focus.ts";
import { tellSubmits } from "./forms.ts";
import { createMeter } from "./meter.ts";
import { createRenderer } from "./renderer.ts";
import { readSaid, type Said } from "./said.ts";
import { followSize } from "./size.ts";
import { openWorker } from "./worker.ts";

/**
 * In a sandbox only. Opened in a window of its own this file would have the origin of the site,
 * and whoever opened it could run code there.
 */
if (self.origin === "null" && window.parent !== window) begin();

function begin(): void {
  const listen = (event: MessageEvent): void => {
    const [port] = event.ports;
    const opening = event.data as Partial<Opening> | null;
    if (event.source !== window.parent || !port || opening?.fadu !== "sandbox") return;
    if (!(opening.code instanceof Blob)) return;
    window.removeEventListener("message", listen);
    serve(port, opening.code);
  };
  window.addEventListener("message", listen);
}

/** Between the page, which is believed, and the worker, which is not. */
function serve(port: MessagePort, code: Blob): void {
  const root = document.body;
  const { documentElement } = document;
  const active = (): Element | null => document.activeElement;
  const tell = (message: object): void => port.postMessage(message);
  const renderer = createRenderer(root);
  const size = followSize(document, root, (width, height) => tell({ type: "size", width, height }));
  const isRead = createMeter(() => performance.now());
  let reading: Promise<unknown> = Promise.resolve();

  const worker = openWorker(code, (data) => {
    // Our code in the worker sends bytes only: whoever sends anything else is not it.
    if (!(data instanceof ArrayBuffer) || !isRead(data.byteLength)) {
      worker.end();
      return tell({ type: "flood" });
    }
    reading = reading
      .then(() => readSaid(data))
      .then((said) => said && take(said))
      .catch(() => {});
  });
  const send = (message: WorkerMessage, transfer?: Transferable[]): void =>
    worker.send(message, transfer);
  const events = tellEvents(root, renderer, (event) => send({ type: "event", event }));
  tellSubmits(root);

  const take = async (said: Said): Promise<void> => {
    if (said.type === "draw") return draw(said.drawing);
    if (said.type === "ready") return tell({ type: "ready", version: protocolVersion });
    const { bytes } = (said.message["outcome"] ?? {}) as { bytes?: unknown };
    port.postMessage(said.message, bytes instanceof ArrayBuffer ? [bytes] : []);
  };

  const draw = async (drawing: Drawing): Promise<void> => {
    events.listen(drawing.listens);
    const restore = keepFocus(root, active);
    await inSlices(renderer.draw(drawing));
    restore();
    // Nobody's code takes the keys of a reader who is elsewhere.
    if (drawing.focus !== null && document.hasFocus()) focusOn(renderer.nodeOf(drawing.focus));
    send({ type: "drawn" });
  };

  const setSurroundings = ({ theme, language }: Surroundings): void => {
    documentElement.dataset["theme"] = theme;
    documentElement.lang = language === "zh" ? "zh-CN" : "en";
  };

  port.onmessage = ({ data }: MessageEvent<HostMessage>) => {
    if (data.type === "run") send({ ...data, width: size.width() }, [data.values]);
    else send(data);
    if (data.type !== "ping") setSurroundings(data);
  };
}
