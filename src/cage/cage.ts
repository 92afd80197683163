import { decoding, encoding, inSlices } from "./bytes/index.ts";
import { CageError, CodeError, type CageErrorCode } from "./error.ts";
import { openLink, type Link } from "./link.ts";
import {
  tallest,
  type FrameMessage,
  type Outcome,
  type SentOutcome,
  type Surroundings,
} from "./protocol.ts";
import { createWatch, mostMessages, silence, patience, tick } from "./watch.ts";

export interface CageOptions {
  readonly document: Document;
  /** Address of the frame's file. */
  readonly url: string;
  /** What runs in the cage, the libraries in it; all cages may share one. */
  readonly code: () => Promise<Blob>;
  /** What the frame is called for those who do not see it. */
  readonly title: string;
  readonly surroundings: () => Surroundings;
  /** The frame has another width than the code has seen. */
  readonly onWidth?: () => void;
  /** The code has been running for a second; or runs no longer. */
  readonly onSlow?: (isSlow: boolean) => void;
  /** An error after the code was through: of a listener or a timer. */
  readonly onFault?: (error: Error) => void;
}

export interface CageJob {
  /** Body of an asynchronous function, guarded (`src/notebook/javascript`). */
  readonly body: string;
  /** Values of other cells by id; copies of them go in. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Seconds that it may run, and be silent; null for the defaults. */
  readonly deadline: number | null;
}

export interface RunOptions {
  /** Aborting stops the run; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** An input in the cell has another value. */
  readonly onValue?: (outcome: Outcome) => void;
}

/** A place where code of a notebook runs and shows what it shows; without network, storage, page. */
export interface Cage {
  /** Holds the frame; stays the same when the frame is another. Its file is loaded by the first run. */
  readonly element: HTMLElement;
  /** Resolves with the cell's value. Rejects with a CodeError or a CageError. */
  run(job: CageJob, options?: RunOptions): Promise<Outcome>;
  /** Tells theme and language anew. */
  tellSurroundings(): void;
  close(): void;
}

/** One run, until it is settled; after that its values are still followed. */
interface Running {
  readonly id: number;
  readonly job: CageJob;
  readonly onValue: ((outcome: Outcome) => void) | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
  /** The job's values as bytes, once they are. */
  values: ArrayBuffer | null;
  isSettled: boolean;
}

/** Times that a frame may load anew, as it does when it is moved in the page. */
const mostLoads = 20;
/** Looks between two questions where nothing runs. */
const idleLooks = 4;

/**
 * A cage for one cell. Code that is superseded while it is silent loses its frame at once, and so
 * does whatever breaks a limit of `watch.ts`; the next run gets a new one.
 */
export function createCage(options: CageOptions): Cage {
  const { document, url, title, code, surroundings, onWidth, onSlow, onFault } = options;
  const element = document.createElement("div");
  element.className = "cage";
  let link: Link | null = null;
  let watch = createWatch();
  let timer: ReturnType<typeof setInterval> | undefined;
  let current: Running | null = null;
  let reading: Promise<unknown> = Promise.resolve();
  let arrived = 0;
  let [runs, pings, looks, messages, loads, width] = [0, 0, 0, 0, 0, 0];
  let [isReady, isSilent, wasSlow] = [false, false, false];

  const tellSlow = (isSlow: boolean): void => {
    if (isSlow !== wasSlow) onSlow?.(isSlow);
    wasSlow = isSlow;
  };

  const settle = (running: Running, finish: () => void): void => {
    if (running.isSettled) return;
    running.isSettled = true;
    if (running === current) {
      watch.finished();
      tellSlow(false);
    }
    finish();
  };

  const closeFrame = (): void => {
    clearInterval(timer);
    link?.close();
    [link, timer, isReady] = [null, undefined, false];
  };

  /** The frame goes, with whatever runs in it. */
  const giveUp = (code: CageErrorCode): void => {
    const deadline = current?.job.deadline ?? (code === "long" ? patience : silence);
    const error = new CageError(code, deadline);
    const ended = current;
    closeFrame();
    if (!ended) return;
    if (ended.isSettled) onFault?.(error);
    settle(ended, () => ended.reject(error));
    current = null;
  };

  const begin = (): void => {
    if (!current?.values || !link || !isReady) return;
    const { id, job } = current;
    const limit = (job.deadline ?? silence) * 1000;
    watch.started(job.deadline);
    // A copy: the frame may load anew, and is told again.
    const values = current.values.slice(0);
    const { body } = job;
    link.send({ type: "run", run: id, body, values, limit, ...surroundings() }, [values]);
  };

  const onSize = (message: Extract<FrameMessage, { type: "size" }>): void => {
    if (link) link.element.style.height = `${Math.min(message.height, tallest)}px`;
    const isOther = width !== 0 && message.width !== width && message.width > 0;
    width = message.width;
    if (isOther && current?.isSettled) onWidth?.();
  };

  const tellOutcome = (running: Running, isValue: boolean, outcome: Outcome): void => {
    if (running !== current) return;
    // A frame that was moved in the page has loaded anew and run its code once more.
    if (isValue || running.isSettled) running.onValue?.(outcome);
    else settle(running, () => running.resolve(outcome));
  };

  /** One after the other, as they came; reading them takes its time, and what is old by then is left. */
  const onOutcome = (message: Extract<FrameMessage, { type: "done" | "value" }>): void => {
    const running = current;
    if (running?.id !== message.run) return;
    const { type, outcome } = message;
    const isValue = type === "value";
    const number = ++arrived;
    reading = reading.then(async () => {
      if (running !== current || (isValue && number !== arrived)) return;
      tellOutcome(running, isValue, await receive(outcome));
    });
  };

  const onCodeFault = (message: Extract<FrameMessage, { type: "fault" }>): void => {
    const running = current;
    if (running?.id !== message.run) return;
    if (message.isStopped) return giveUp("busy");
    const error = new CodeError(message.message, message.line, message.column);
    if (running.isSettled) onFault?.(error);
    else settle(running, () => running.reject(error));
  };

  const onMessage = (message: FrameMessage): void => {
    if (message.type === "ready") {
      if (++loads > mostLoads) return giveUp("lost");
      isReady = true;
      watch.opened();
      begin();
    } else if (message.type === "pong") {
      if (message.ping !== pings) return;
      isSilent = false;
      watch.answered();
    } else if (message.type === "flood") giveUp("flood");
    else if (message.type === "size") onSize(message);
    else if (message.type === "fault") onCodeFault(message);
    else onOutcome(message);
  };

  const look = (): void => {
    messages = 0;
    // What nobody sees is slowed down by the browser.
    if (document.hidden) return;
    const verdict = watch.pass();
    if (verdict) return giveUp(verdict);
    tellSlow(watch.isSlow());
    const isIdle = current === null || current.isSettled;
    if (!isReady || isSilent || (isIdle && ++looks % idleLooks !== 0)) return;
    isSilent = true;
    watch.asked();
    link?.send({ type: "ping", ping: ++pings });
  };

  const openFrame = (): void => {
    closeFrame();
    watch = createWatch();
    [messages, loads, width, isSilent] = [0, 0, 0, false];
    const onTraffic = (): void => {
      if (++messages > mostMessages && link) giveUp("flood");
    };
    const onMissing = (): void => giveUp("load");
    link = openLink({ document, url, title, code, onMissing, onMessage, onTraffic });
    element.replaceChildren(link.element);
    timer = setInterval(look, tick);
  };

  const supersede = (): void => {
    const before = current;
    if (!before || before.isSettled) return;
    // What does not answer would keep the next run waiting.
    if (isSilent) closeFrame();
    settle(before, () => before.reject(new DOMException("superseded", "AbortError")));
  };

  const start = (job: CageJob, onValue: RunOptions["onValue"], signal?: AbortSignal) =>
    new Promise<Outcome>((resolve, reject) => {
      const running: Running = {
        id: ++runs,
        job,
        onValue,
        resolve,
        reject,
        values: null,
        isSettled: false,
      };
      current = running;
      send(job.values).then(
        (values) => {
          running.values = values;
          if (running === current) begin();
        },
        (error: unknown) => settle(running, () => reject(error)),
      );
      signal?.addEventListener("abort", () => {
        if (running.isSettled || running !== current) return;
        settle(running, () => reject(signal.reason as unknown));
        closeFrame();
        current = null;
      });
      if (!link) openFrame();
    });

  return {
    element,
    run: async (job, { signal, onValue } = {}) => {
      signal?.throwIfAborted();
      supersede();
      return start(job, onValue, signal);
    },
    tellSurroundings: () => {
      if (isReady) link?.send({ type: "surroundings", ...surroundings() });
    },
    close() {
      closeFrame();
      const ended = current;
      current = null;
      if (ended) settle(ended, () => ended.reject(new DOMException("closed", "AbortError")));
      element.remove();
    },
  };
}

async function send(values: CageJob["values"]): Promise<ArrayBuffer> {
  const work = encoding(values);
  await inSlices(work);
  return work.finish();
}

/** What cannot be read stays where it is. */
async function receive(outcome: SentOutcome): Promise<Outcome> {
  if (outcome.kind === "kept") return outcome;
  const work = decoding(outcome.bytes);
  try {
    await inSlices(work);
  } catch {
    return { kind: "kept", what: "other" };
  }
  return { kind: "value", value: work.value() };
}
