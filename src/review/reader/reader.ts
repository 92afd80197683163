import type { ProposedFact } from "../../extract/index.ts";
import type { Place, ReadReport } from "../index.ts";
import { createDeadline, type Deadline } from "../../files/index.ts";
import { DocumentError } from "../../documents/index.ts";
import type { ComparedFile, ComparedRow } from "./compare.ts";
import type { Answer, Comparing, Known, Request, Rest, RowsOfTable } from "./protocol.ts";
import { spawnWorker, type ReaderWorker } from "./spawn.ts";

/** Reads reports in a worker of its own. */
export interface Reader {
  /**
   * Rejects with a DocumentError, `stuck` where the worker got no further for too long, or with the
   * signal's reason. In both cases the worker is ended, and the next file has a new one.
   */
  read(file: Blob, name: string, options?: { readonly signal?: AbortSignal }): Promise<ReadReport>;
  /** Places by what was typed of their name. */
  places(query: string): Promise<readonly Place[]>;
  /** Sets a file of annotations beside our own reading. Rejects with a DocumentError. */
  compare(comparing: Comparing): Promise<ComparedFile>;
  /** Rows as an Arrow IPC stream. */
  stream(table: RowsOfTable): Promise<Uint8Array>;
  close(): void;
}

/** What waits for an answer. */
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
  rest?: Rest;
  readonly facts: ProposedFact[];
  readonly rows: ComparedRow[];
  readonly deadline: Deadline;
  /** In bytes. */
  readonly size: number;
}

/** How long the worker may get no further, in ms: a book on a slow machine takes some seconds. */
const patience = 60_000;

export function createReader(
  known: Known,
  {
    spawn = spawnWorker,
    patience: most = patience,
  }: { readonly spawn?: () => ReaderWorker; readonly patience?: number } = {},
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
  const ask = <T>(request: (job: number) => Request, size = 0): Promise<T> => {
    const deadline = createDeadline(size, most);
    const answer = new Promise<T>((resolve, reject) => {
      const job = ++jobs;
      waiting.set(job, { resolve, reject, facts: [], rows: [], deadline, size });
      start().post(request(job));
    });
    const over = answer.then(
      () => {},
      () => {},
    );
    void deadline.during(over, () =>
      end(new DocumentError("stuck", String(Math.round(most / 1000)))),
    );
    return answer;
  };

  return {
    async read(file, name, { signal } = {}) {
      signal?.throwIfAborted();
      const onAbort = () => end(signal?.reason);
      signal?.addEventListener("abort", onAbort);
      const read = (job: number): Request => ({ kind: "read", job, file, name });
      return ask<ReadReport>(read, file.size).finally(() =>
        signal?.removeEventListener("abort", onAbort),
      );
    },
    places: (query) => ask((job) => ({ kind: "places", job, query })),
    compare: (comparing) => ask((job) => ({ kind: "compare", job, ...comparing })),
    stream: ({ columns, rows }) => ask((job) => ({ kind: "stream", job, columns, rows })),
    close: () => end(new Error("closed")),
  };
}

function hear(answer: Answer, waiting: Map<number, Waiting>, end: (reason: unknown) => void): void {
  if (answer.kind === "lost") return end(new DocumentError("failed", answer.message));
  const one = waiting.get(answer.job);
  if (!one) return;
  if (answer.kind === "begun") one.deadline.begin();
  else if (answer.kind === "progress") one.deadline.reach(answer.share * one.size);
  else if (answer.kind === "report") one.rest = answer.rest;
  else if (answer.kind === "facts") one.facts.push(...answer.facts);
  else if (answer.kind === "rows") one.rows.push(...answer.rows);
  else {
    waiting.delete(answer.job);
    settle(one, answer);
  }
}

/** Answers after which nothing more comes for a job. */
type Last = Extract<
  Answer,
  { readonly kind: "failed" | "places" | "stream" | "compared" | "done" }
>;

function settle({ resolve, reject, rest, facts, rows }: Waiting, answer: Last): void {
  if (answer.kind === "failed") return reject(new DocumentError(answer.code, answer.value));
  resolve(givenBy(answer, { ...rest, facts }, rows) as never);
}

function givenBy(
  answer: Exclude<Last, { readonly kind: "failed" }>,
  report: object,
  rows: readonly ComparedRow[],
): unknown {
  if (answer.kind === "places") return answer.places;
  if (answer.kind === "stream") return answer.stream;
  return answer.kind === "compared" ? { ...answer.rest, rows } : report;
}
