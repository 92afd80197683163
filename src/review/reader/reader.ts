import type { ProposedFact } from "../../extract/index.ts";
import type { Place, ReadReport } from "../index.ts";
import { DocumentError } from "../../documents/index.ts";
import type { Answer, Known, Request, Rest } from "./protocol.ts";
import { spawnWorker, type ReaderWorker } from "./spawn.ts";

/** Reads reports in a worker of its own. */
export interface Reader {
  /** Rejects with a DocumentError, or with the signal's reason: the worker is ended then. */
  read(file: Blob, name: string, options?: { readonly signal?: AbortSignal }): Promise<ReadReport>;
  /** Places by what was typed of their name. */
  places(query: string): Promise<readonly Place[]>;
  close(): void;
}

/** What waits for an answer. */
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
  rest?: Rest;
  readonly facts: ProposedFact[];
}

export function createReader(
  known: Known,
  { spawn = spawnWorker }: { readonly spawn?: () => ReaderWorker } = {},
): Reader {
  let worker: ReaderWorker | null = null;
  let jobs = 0;
  const waiting = new Map<number, Waiting>();

  const end = (reason: unknown): void => {
    worker?.end();
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const start = (): ReaderWorker => {
    if (worker) return worker;
    worker = spawn();
    worker.listen((answer) => hear(answer, waiting, end));
    worker.post({ kind: "know", known });
    return worker;
  };
  const ask = <T>(request: (job: number) => Request): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const job = ++jobs;
      waiting.set(job, { resolve, reject, facts: [] });
      start().post(request(job));
    });

  return {
    async read(file, name, { signal } = {}) {
      signal?.throwIfAborted();
      const onAbort = () => end(signal?.reason);
      signal?.addEventListener("abort", onAbort);
      return ask<ReadReport>((job) => ({ kind: "read", job, file, name })).finally(() =>
        signal?.removeEventListener("abort", onAbort),
      );
    },
    places: (query) => ask((job) => ({ kind: "places", job, query })),
    close: () => end(new Error("closed")),
  };
}

function hear(answer: Answer, waiting: Map<number, Waiting>, end: (reason: unknown) => void): void {
  if (answer.kind === "lost") return end(new DocumentError("failed", answer.message));
  const one = waiting.get(answer.job);
  if (!one) return;
  if (answer.kind === "report") one.rest = answer.rest;
  else if (answer.kind === "facts") one.facts.push(...answer.facts);
  else {
    waiting.delete(answer.job);
    settle(one, answer);
  }
}

function settle(
  { resolve, reject, rest, facts }: Waiting,
  answer: Exclude<Answer, { readonly kind: "report" | "facts" | "lost" }>,
): void {
  if (answer.kind === "failed") return reject(new DocumentError(answer.code, answer.value));
  resolve((answer.kind === "places" ? answer.places : { ...rest, facts }) as never);
}
