/** An event of Chromium's trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
}

export function traceEvents(buffer: Buffer): readonly TraceEvent[] {
  const { traceEvents: events } = JSON.parse(buffer.toString("utf8")) as {
    traceEvents: readonly TraceEvent[];
  };
  return events;
}

/**
 * The processor time, in ms, of the longest task of the page between the marks `felt:begin:<what>`
 * and `felt:end:<what>`; NaN where the trace does not have them.
 */
export function longestWork(events: readonly TraceEvent[], what: string): number {
  const begin = events.find(({ name }) => name === `felt:begin:${what}`);
  const end = events.find(({ name }) => name === `felt:end:${what}`);
  if (!begin || !end) return NaN;
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === "ThreadControllerImpl::RunTask" &&
      pid === begin.pid &&
      tid === begin.tid &&
      ts >= begin.ts &&
      ts < end.ts,
  );
  return Math.max(0, ...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}
