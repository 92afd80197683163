import { createDeadline, patience } from "../files/index.ts";
import type { Inspection } from "./inspect.ts";
import type { ColumnChoice } from "./load.ts";
import type { Answer } from "./protocol.ts";
import { failureOf, spawnWorker, type FileWorker } from "./spawn.ts";
import { FileError, type FileProblem, type ReadOptions } from "./types.ts";

export interface ReaderOptions {
  /** Default: a worker of this page. */
  readonly spawn?: () => FileWorker;
  /** How long the worker may stand still before it is ended, in ms. Default 6000. */
  readonly patience?: number;
}

export interface InspectCalls {
  /** What the first rows tell, before all have been looked at. */
  readonly onHead?: (inspection: Inspection) => void;
  /** Bytes read, of `file.size`. */
  readonly onBytes?: (bytes: number) => void;
}

/** A file of the reader's being read in a worker; the page stays free. */
export interface FileReading {
  /** Looks at the file, anew with each call: an earlier look is ended. Rejects with a FileError. */
  inspect(options?: ReadOptions, calls?: InspectCalls): Promise<Inspection>;
  /** What the choices would change or lose over all rows, before anything is taken in. */
  check(
    choices: readonly ColumnChoice[],
    calls?: Pick<InspectCalls, "onBytes">,
  ): Promise<readonly FileProblem[]>;
  /** Reads the inspected file into the chosen columns; each chunk is asked for. */
  load(choices: readonly ColumnChoice[], calls?: Pick<InspectCalls, "onBytes">): LoadingFile;
  /** Ends the worker, at once. What was waiting rejects with an AbortError. */
  close(): void;
}

export interface LoadingFile {
  readonly stream: AsyncIterable<Uint8Array>;
  /** Whole once the stream has ended. */
  problems(): readonly FileProblem[];
}

/** Answers one after another, and an end that reaches whoever waits. */
interface Inbox {
  take(): Promise<Answer>;
  readonly worker: FileWorker;
  end(): void;
}

function openInbox(spawn: () => FileWorker, size: number, most: number): Inbox {
  const worker = spawn();
  const deadline = createDeadline(size, most);
  const waiting: Answer[] = [];
  let wake: () => void = () => {};
  let isOver = false;
  let isStuck = false;
  worker.listen((answer) => {
    if (answer.kind === "begun") deadline.begin();
    else if (answer.kind === "bytes") deadline.reach(answer.bytes);
    else deadline.renew();
    waiting.push(answer);
    wake();
  });
  const give = (): void => {
    isStuck = true;
    worker.end();
    wake();
  };
  return {
    worker,
    async take() {
      for (;;) {
        if (isOver) throw new DOMException("the file was closed", "AbortError");
        const answer = waiting.shift();
        if (answer?.kind === "error") throw failureOf(answer);
        if (answer !== undefined) return answer;
        if (isStuck) throw new FileError("stuck", Math.round(most / 1000));
        await deadline.during(new Promise<void>((resolve) => (wake = resolve)), give);
      }
    },
    end() {
      isOver = true;
      worker.end();
      wake();
    },
  };
}

export function openReader(
  file: File,
  { spawn = spawnWorker, patience: most = patience }: ReaderOptions = {},
): FileReading {
  let inbox: Inbox | null = null;
  return {
    async inspect(options = {}, { onHead, onBytes } = {}) {
      inbox?.end();
      const own = (inbox = openInbox(spawn, file.size, most));
      own.worker.post({ kind: "inspect", file, name: file.name, options });
      for (;;) {
        const answer = await own.take();
        if (answer.kind === "head") onHead?.(answer.inspection);
        if (answer.kind === "bytes") onBytes?.(answer.bytes);
        if (answer.kind === "inspected") return answer.inspection;
      }
    },
    async check(choices, { onBytes } = {}) {
      const own = inbox;
      if (own === null) throw new Error("missing inspection");
      own.worker.post({ kind: "check", choices });
      for (;;) {
        const answer = await own.take();
        if (answer.kind === "bytes") onBytes?.(answer.bytes);
        if (answer.kind === "checked") return answer.problems;
      }
    },
    load(choices, { onBytes } = {}) {
      const own = inbox;
      if (own === null) throw new Error("missing inspection");
      let problems: readonly FileProblem[] = [];
      async function* stream(from: Inbox): AsyncGenerator<Uint8Array> {
        from.worker.post({ kind: "load", choices });
        for (;;) {
          const answer = await from.take();
          if (answer.kind === "bytes") onBytes?.(answer.bytes);
          if (answer.kind === "chunk") {
            // The worker makes the next while the engine takes this one.
            from.worker.post({ kind: "next" });
            yield answer.bytes;
          }
          if (answer.kind === "loaded") {
            problems = answer.problems;
            return;
          }
        }
      }
      return { stream: stream(own), problems: () => problems };
    },
    close() {
      inbox?.end();
      inbox = null;
    },
  };
}
