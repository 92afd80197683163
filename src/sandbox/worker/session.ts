import { CopyError, encode, mostBytes } from "../bytes/index.ts";
import type { Outcome, SentOutcome, WorkerMessage } from "../protocol.ts";
import type { Say } from "./channel.ts";
import { compileCode, inBody } from "./code.ts";
import { createGuard, RunawayError } from "./guard.ts";
import { shortText } from "./inspect.ts";
import { outcomeOf } from "./outcome.ts";
import type { Drawer } from "./draw.ts";
import { createOutput, type Output } from "./output.ts";
import { positionOf } from "./place.ts";
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
/** Errors of listeners and timers that are told of one run. */
const mostFaults = 20;

/** The cell in its sandbox: one run at a time, each with a place of its own for what it shows. */
export interface Session {
  run(message: Run, values: Values): void;
  /** An error outside of any run's promise: of a listener or a timer. */
  fault(error: unknown): void;
  log(level: string, values: readonly unknown[]): void;
}

export function createSession(options: SessionOptions): Session {
  const { document, libraries, timers, now, say, drawer } = options;
  const output = createOutput(document);
  let current = 0;
  let faults = 0;
  let invalidate: () => void = () => {};

  const send = (type: "done" | "value", run: number, outcome: Outcome): void => {
    if (run === current) say([type, run, sent(outcome)]);
  };

  const fault = (error: unknown, run = current): void => {
    if (run !== current || ++faults > mostFaults) return;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : shortText(error);
    const isStopped = error instanceof RunawayError;
    const { line, column } = inBody(positionOf(error));
    drawer.flush();
    say(["fault", run, message, line, column, isStopped]);
  };

  const run = (message: Run, values: Values): void => {
    invalidate();
    timers.clear();
    current = message.run;
    faults = 0;
    const id = current;
    const to = output.start();
    const invalidation = new Promise<void>((resolve) => (invalidate = resolve));
    const { display, view, viewed } = createShow(output, to, (element) =>
      follow(element, timers.own, () => send("value", id, outcomeOf(element.value))),
    );
    const { width, theme, language } = message;
    const given = {
      ...libraries,
      ...{ display, view, invalidation, width, theme, language },
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
      output.finish(value, to);
      drawer.flush();
      const input = viewed();
      send("done", id, outcomeOf(input === null ? value : input.value));
    };
    start(() => compileCode(message.body, given, guard)())
      .then(finish)
      .catch((error: unknown) => fault(error, id));
  };

  return { run, fault, log: output.log };
}

/** What code shows itself, and the input whose value becomes the cell's. */
function createShow(output: Output, to: HTMLElement, onView: (element: HTMLInputElement) => void) {
  let viewed: HTMLInputElement | null = null;
  return {
    viewed: () => viewed,
    display: (value: unknown): unknown => {
      output.showValue(value, to);
      return value;
    },
    view: (element: HTMLInputElement): unknown => {
      if (!(element instanceof Node) || !hasValue(element))
        throw new Error("invalid view: not an input with a value");
      viewed = element;
      output.show(element, to);
      onView(element);
      return element.value;
    },
  };
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
