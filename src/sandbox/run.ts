import { decoding, inSlices } from "./bytes/index.ts";
import type { SandboxJob } from "./sandbox.ts";
import { CodeError } from "./error.ts";
import type { CodeMessage } from "./keeper.ts";
import type { Outcome, SentOutcome } from "./protocol.ts";

/** One run, until it is settled; after that its values are still followed. */
export interface Run {
  readonly id: number;
  readonly job: SandboxJob;
  /** The job's values as bytes, once they are. */
  values: ArrayBuffer | null;
  readonly isSettled: boolean;
  /** An input in the cell has another value, or the frame has run the code once more. */
  readonly onValue: (outcome: Outcome) => void;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

export interface RunCalls {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
  readonly onValue: ((outcome: Outcome) => void) | undefined;
  /** Called once, before whoever waits hears of it. */
  readonly onSettled: (run: Run) => void;
}

/** A run is resolved or rejected once; whatever comes later is nothing. */
export function createRun(id: number, job: SandboxJob, calls: RunCalls): Run {
  let isSettled = false;
  const settle = (finish: () => void): void => {
    if (isSettled) return;
    isSettled = true;
    calls.onSettled(run);
    finish();
  };
  const run: Run = {
    id,
    job,
    values: null,
    get isSettled() {
      return isSettled;
    },
    onValue: (outcome) => calls.onValue?.(outcome),
    resolve: (outcome) => settle(() => calls.resolve(outcome)),
    reject: (error) => settle(() => calls.reject(error)),
  };
  return run;
}

export interface InboxCalls {
  /** An error after the code was through. */
  readonly onFault: (error: CodeError) => void;
  /** A guard stopped the code. */
  readonly onStopped: () => void;
}

/**
 * Takes what the code says to its run. Outcomes are read one after the other, as they came. Reading
 * takes its time, and what is old by then is left.
 */
export function createInbox({ onFault, onStopped }: InboxCalls) {
  let reading: Promise<unknown> = Promise.resolve();
  let arrived = 0;
  const takeFault = (fault: Extract<CodeMessage, { type: "fault" }>, run: Run): void => {
    if (fault.isStopped) return onStopped();
    const error = new CodeError(fault.message, fault.line, fault.column);
    if (run.isSettled) onFault(error);
    else run.reject(error);
  };
  /** @param isCurrent whether the run is still the sandbox's */
  return (message: CodeMessage, run: Run, isCurrent: () => boolean): void => {
    if (message.type === "fault") return takeFault(message, run);
    const { type, outcome } = message;
    const isValue = type === "value";
    const number = ++arrived;
    reading = reading.then(async () => {
      if (!isCurrent() || (isValue && number !== arrived)) return;
      const read = await receive(outcome);
      if (!isCurrent()) return;
      // A frame that was moved in the page has loaded anew and run its code once more.
      if (isValue || run.isSettled) run.onValue(read);
      else run.resolve(read);
    });
  };
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
