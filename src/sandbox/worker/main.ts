import { screenNames } from "./screen.ts";
import { decode } from "../bytes/index.ts";
import { mostDrawnBytes } from "../drawing.ts";
import type { WorkerMessage } from "../protocol.ts";
import { openChannel, type Say } from "./channel.ts";
import { createDocument, setPageWidth } from "./document/index.ts";
import { createDrawer } from "./draw.ts";
import { unguarded } from "./guard.ts";
import { libraries } from "./libraries.ts";
import { lockDown } from "./lockdown.ts";
import { createSession, type Session } from "./session.ts";
import { trackTimers } from "./timers.ts";
import { createWindow } from "./window.ts";

type Host = Pick<Window, "addEventListener" | "removeEventListener">;

/** Waits for the frame's port, and takes everything else away before any code of a cell runs. */
function begin(host: Host): void {
  const listen = (event: Event): void => {
    const [port] = (event as MessageEvent).ports;
    if (!port) return;
    host.removeEventListener("message", listen);
    serve(port);
  };
  host.addEventListener("message", listen);
}

function serve(port: MessagePort): void {
  const now = performance.now.bind(performance);
  const timers = trackTimers(globalThis);
  const { document, names } = createDocument();
  const page = createWindow(document, timers.given);
  let session: Session | null = null;
  const say = openChannel(port, (message) => session && answer(message, session));
  const Observer = names["MutationObserver"] as typeof MutationObserver;
  const post = drawingSayer(say, () => session);
  const drawer = createDrawer({ document, timers: timers.own, MutationObserver: Observer, post });
  timers.onTurn(drawer.schedule);
  const answer = (message: WorkerMessage, to: Session): void => {
    if (message.type === "ping") say(["pong", message.ping]);
    else if (message.type === "event") drawer.tell(message.event);
    else if (message.type === "drawn") drawer.drawn();
    else if (message.type === "surroundings") page.setSurroundings(message);
    else {
      setPageWidth(message.width);
      page.setWidth(message.width);
      page.setSurroundings(message);
      to.run(message, decode(message.values) as Readonly<Record<string, unknown>>);
    }
  };
  session = createSession({ document, libraries, timers, now, say, drawer });
  listenForFaults(globalThis, session);
  lockDown(globalThis, { ...screenNames, ...names, ...page.names, console: consoleOf(session) });
  showOriginalText();
  say(["ready"]);
}

/** A drawing that is too large is said to be, and the code runs on. */
function drawingSayer(say: Say, session: () => Session | null) {
  return (drawing: readonly unknown[]): void => {
    try {
      say(["draw", drawing], mostDrawnBytes);
    } catch {
      session()?.fault(new Error("unsupported output: too large to be drawn"));
    }
  };
}

/** Guards are no part of what an author wrote, and Arquero reads the text of functions. */
function showOriginalText(): void {
  const original = Function.prototype.toString;
  Function.prototype.toString = function (this: unknown): string {
    return unguarded(Reflect.apply(original, this, []) as string);
  };
}

function listenForFaults(host: Host, session: Session): void {
  host.addEventListener("error", (event) => {
    event.preventDefault();
    session.fault((event as ErrorEvent).error ?? (event as ErrorEvent).message);
  });
  host.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    session.fault((event as PromiseRejectionEvent).reason);
  });
}

/** Lines of the console are a cell's output, and none of the page's. */
function consoleOf(session: Session): object {
  const levels = ["log", "info", "debug", "warn", "error", "table", "dir"] as const;
  const lines = levels.map((level) => [
    level,
    (...values: unknown[]) => session.log(level, values),
  ]);
  const rest = [
    "assert",
    "clear",
    "count",
    "group",
    "groupCollapsed",
    "groupEnd",
    "time",
    "timeEnd",
    "trace",
  ];
  return Object.fromEntries([...lines, ...rest.map((name) => [name, () => {}])]) as object;
}

begin(globalThis);
