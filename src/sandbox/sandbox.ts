import { encoding, inSlices } from "./bytes/index.ts";
import { SandboxError, type SandboxErrorCode } from "./error.ts";
import { createKeeper } from "./keeper.ts";
import type { Outcome, Surroundings } from "./protocol.ts";
import { createInbox, createRun, type Run } from "./run.ts";
import { silence, patience } from "./watch.ts";

export interface SandboxOptions {
  readonly document: Document;
  /** Address of the frame's file. */
  readonly url: string;
  /** What runs in the sandbox, the libraries in it; all sandboxes may share one. */
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

export interface SandboxJob {
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
export interface Sandbox {
  /** Holds the frame; stays the same when the frame is another. Its file is loaded by the first run. */
  readonly element: HTMLElement;
  /** Resolves with the cell's value. Rejects with a CodeError or a SandboxError. */
  run(job: SandboxJob, options?: RunOptions): Promise<Outcome>;
  /** Tells theme and language anew. */
  tellSurroundings(): void;
  close(): void;
}

/**
 * A sandbox for one cell. Code that is superseded while it is silent loses its frame at once, and so
 * does whatever breaks a limit of `watch.ts`; the next run gets a new one.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { surroundings, onWidth, onSlow, onFault } = options;
  let current: Run | null = null;
  let runs = 0;

  const onLost = (code: SandboxErrorCode): void => {
    const ended = current;
    const error = lostError(code, ended?.job.deadline ?? null);
    if (ended?.isSettled) onFault?.(error);
    ended?.reject(error);
    current = null;
  };
  const begin = (): void => {
    if (!current?.values || !keeper.isReady) return;
    const { id, job } = current;
    const limit = (job.deadline ?? silence) * 1000;
    keeper.started(job.deadline);
    // A copy: the frame may load anew, and is told again.
    const values = current.values.slice(0);
    const run = { type: "run", run: id, body: job.body, values, limit } as const;
    keeper.send({ ...run, ...surroundings() }, [values]);
  };
  const take = createInbox({
    onFault: (error) => onFault?.(error),
    onStopped: () => keeper.giveUp("busy"),
  });
  const keeper = createKeeper({
    ...options,
    isIdle: () => current === null || current.isSettled,
    onReady: begin,
    onMessage(message) {
      const run = current;
      if (run?.id === message.run) take(message, run, () => run === current);
    },
    onLost,
    onWidth: () => current?.isSettled && onWidth?.(),
    onSlow: (isSlow) => onSlow?.(isSlow),
  });

  const supersede = (): void => {
    if (!current || current.isSettled) return;
    // What does not answer would keep the next run waiting.
    if (keeper.isSilent) keeper.close();
    current.reject(new DOMException("superseded", "AbortError"));
  };
  const onSettled = (run: Run): void => {
    if (run === current) keeper.finished();
  };
  const start = (job: SandboxJob, onValue: RunOptions["onValue"], signal?: AbortSignal) =>
    new Promise<Outcome>((resolve, reject) => {
      const run = createRun(++runs, job, { resolve, reject, onValue, onSettled });
      current = run;
      send(job.values).then((values) => {
        run.values = values;
        if (run === current) begin();
      }, run.reject);
      signal?.addEventListener("abort", () => {
        if (run.isSettled || run !== current) return;
        run.reject(signal.reason);
        keeper.close();
        current = null;
      });
      if (!keeper.isOpen) keeper.open();
    });

  return {
    element: keeper.element,
    run: async (job, { signal, onValue } = {}) => {
      signal?.throwIfAborted();
      supersede();
      return start(job, onValue, signal);
    },
    tellSurroundings: () => {
      if (keeper.isReady) keeper.send({ type: "surroundings", ...surroundings() });
    },
    close() {
      keeper.close();
      const ended = current;
      current = null;
      ended?.reject(new DOMException("closed", "AbortError"));
      keeper.element.remove();
    },
  };
}

/** @param deadline seconds of the job's own; null for the defaults */
function lostError(code: SandboxErrorCode, deadline: number | null): SandboxError {
  return new SandboxError(code, deadline ?? (code === "long" ? patience : silence));
}

async function send(values: SandboxJob["values"]): Promise<ArrayBuffer> {
  const work = encoding(values);
  await inSlices(work);
  return work.finish();
}
