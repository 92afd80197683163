import type { Answer, Job, Jobs, Request } from "./protocol.ts";
import type { CompileWorker } from "./spawn.ts";

/** How long a worker may take to load, in ms: a slow network is no fault of what is asked. */
const LOADING = 60_000;

/** How a job ended. */
export type Outcome<J extends Job> =
  | { readonly kind: "done"; readonly give: Jobs[J]["give"] }
  /** It took longer than it may, and its worker was ended; in the cell on this line, if in any. */
  | { readonly kind: "late"; readonly line: number | null }
  | { readonly kind: "failed"; readonly message: string };

/** A worker that does one job after another, is ended where it takes too long, and begun anew. */
export interface Line {
  run<J extends Job>(job: J, ask: Jobs[J]["ask"], deadline: number): Promise<Outcome<J>>;
  close(): void;
}

interface Running {
  readonly worker: CompileWorker;
  /** Who hears what it answers. */
  hear: (answer: Answer) => void;
  isReady: boolean;
}

export function createLine(spawn: () => CompileWorker): Line {
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    running?.worker.end();
    running = null;
  };
  const begin = (): Running => {
    const own: Running = { worker: spawn(), hear: () => {}, isReady: false };
    own.worker.listen((answer) => {
      if (answer.kind === "ready") own.isReady = true;
      own.hear(answer);
    });
    return own;
  };
  const once = <J extends Job>(job: J, ask: Jobs[J]["ask"], deadline: number) =>
    new Promise<Outcome<J>>((resolve) => {
      const own = (running ??= begin());
      let line: number | null = null;
      let timer: ReturnType<typeof setTimeout>;
      const settle = (outcome: Outcome<J>): void => {
        clearTimeout(timer);
        own.hear = () => {};
        if (outcome.kind !== "done") end();
        resolve(outcome);
      };
      const allow = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => settle({ kind: "late", line }), ms);
      };
      own.hear = (answer) => {
        if (answer.kind === "ready") allow(deadline);
        else if (answer.kind === "loading") allow(LOADING);
        else if (answer.kind === "cell") ({ line } = answer);
        else settle(answer as Outcome<J>);
      };
      allow(own.isReady ? deadline : LOADING);
      own.worker.post({ job, ask } as Request);
    });
  return {
    run(job, ask, deadline) {
      const outcome = last
        .then(() => once(job, ask, deadline))
        .catch((error: unknown) => ({ kind: "failed", message: String(error) }) as const);
      last = outcome;
      return outcome;
    },
    close: end,
  };
}
