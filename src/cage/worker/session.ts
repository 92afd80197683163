import { builder } from "../../dom/index.ts";
import { CopyError, encode, mostBytes } from "../bytes/index.ts";
import type { Outcome, SentOutcome, WorkerMessage } from "../protocol.ts";
import type { Say } from "./channel.ts";
import { compileCode, inBody } from "./code.ts";
import { createGuard, RunawayError } from "./guard.ts";
import { inspect, shortText } from "./inspect.ts";
import { outcomeOf, plainOf } from "./outcome.ts";
import type { Drawer } from "./draw.ts";
import { placeOf } from "./place.ts";
import type { TrackedTimers } from "./timers.ts";

type Run = Extract<WorkerMessage, { type: "run" }>;
type Values = Readonly<Record<string, unknown>>;

export interface SessionOptions {
  readonly document: Document;
  readonly libraries: Readonly<Record<string, unknown>>;
  readonly timers: TrackedTimers;
  readonly now: () => number;
  readonly say: Say;
  readonly drawer: Drawer;
}

/** Milliseconds between two values of an input that is being moved. */
const pace = 80;
/** Lines of the console that are shown. */
const mostLines = 100;
/** What one run may show, piece by piece. */
const mostPieces = 1000;
/** Errors of listeners and timers that are told of one run. */
const mostFaults = 20;

/** The cell in its cage: one run at a time, each with a place of its own for what it shows. */
export interface Session {
  run(message: Run, values: Values): void;
  /** An error outside of any run's promise: of a listener or a timer. */
  fault(error: unknown): void;
  log(level: string, values: readonly unknown[]): void;
}

export function createSession(options: SessionOptions): Session {
  const { document, libraries, timers, now, say, drawer } = options;
  const build = builder(document);
  const root = document.body;
  let current = 0;
  let place = build.html("div", { class: "output" });
  let [lines, pieces, faults] = [0, 0, 0];
  let invalidate: () => void = () => {};

  const send = (type: "done" | "value", run: number, outcome: Outcome): void => {
    if (run === current) say([type, run, sent(outcome)]);
  };

  const fault = (error: unknown, run = current): void => {
    if (run !== current || ++faults > mostFaults) return;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : shortText(error);
    const isStopped = error instanceof RunawayError;
    const { line, column } = inBody(placeOf(error));
    drawer.flush();
    say(["fault", run, message, line, column, isStopped]);
  };

  /** What a run shows first takes the place of what the run before it showed. */
  const show = (element: Node, to: HTMLElement): void => {
    if (++pieces > mostPieces)
      throw new Error(`unsupported display: more than ${mostPieces} pieces`);
    to.append(element);
    if (to.isConnected || to !== place) return;
    root.replaceChildren(to);
  };

  const display = (to: HTMLElement) => (value: unknown) => {
    show(value instanceof Node ? value : inspect(build, plainOf(value)), to);
    return value;
  };

  const run = (message: Run, values: Values): void => {
    invalidate();
    timers.clear();
    current = message.run;
    [lines, pieces, faults] = [0, 0, 0];
    const id = current;
    const to = (place = build.html("div", { class: "output" }));
    const invalidation = new Promise<void>((resolve) => (invalidate = resolve));
    let viewed: HTMLInputElement | null = null;
    const given = {
      ...libraries,
      display: display(to),
      view: (element: HTMLInputElement) => {
        if (!(element instanceof Node) || !hasValue(element))
          throw new Error("invalid view: not an input with a value");
        viewed = element;
        show(element, to);
        follow(element, timers.own, () => send("value", id, outcomeOf(element.value)));
        return element.value as unknown;
      },
      invalidation,
      width: message.width,
      theme: message.theme,
      language: message.language,
      cells: values,
      ...values,
    };
    const guard = createGuard({
      limit: message.limit,
      now,
      afterPause: (callback) => void timers.own.setTimeout(callback, 0),
    });
    const finish = (value: unknown): void => {
      if (id !== current) return;
      if (value instanceof Node && !to.contains(value)) show(value, to);
      else if (!to.hasChildNodes() && value !== undefined) show(inspect(build, plainOf(value)), to);
      else if (!to.isConnected) root.replaceChildren(to);
      drawer.flush();
      send("done", id, outcomeOf(viewed === null ? value : viewed.value));
    };
    start(() => compileCode(message.body, given, guard)())
      .then(finish)
      .catch((error: unknown) => fault(error, id));
  };

  const log = (level: string, values: readonly unknown[]): void => {
    if (++lines > mostLines) return;
    const text = lines === mostLines ? "…" : values.map(shortText).join(" ");
    show(build.html("p", { class: `line ${level}` }, text), place);
  };

  return { run, fault, log };
}

/** An outcome on its way: the page reads the bytes of its value, nobody before it. */
function sent(outcome: Outcome): SentOutcome {
  if (outcome.kind === "kept") return outcome;
  try {
    // What is written around it takes some bytes too.
    return { kind: "bytes", bytes: encode(outcome.value, { bytes: mostBytes - 1000 }) };
  } catch (error) {
    return { kind: "kept", what: error instanceof CopyError ? error.what : "other" };
  }
}

/** A fault while compiling is one like any other. */
async function start(code: () => Promise<unknown>): Promise<unknown> {
  return await code();
}

/** Any element of the document's library could have one, most have none. */
function hasValue(element: object): boolean {
  return Object.hasOwn(element, "value") || (element as { value?: unknown }).value !== undefined;
}

/** Tells the value of an input when it has changed: at most once in each `pace`, the last one surely. */
function follow(element: Element, timers: Pick<Window, "setTimeout">, tell: () => void): void {
  let isWaiting = false;
  element.addEventListener("input", () => {
    if (isWaiting) return;
    isWaiting = true;
    timers.setTimeout(() => {
      isWaiting = false;
      tell();
    }, pace);
  });
}
