import { EngineError, type EngineErrorCode } from "./error.ts";

/** A deadline that follows progress: it is over when nothing has come for its time. */
export interface Stall {
  /** Aborts with an EngineError when it is over. */
  readonly signal: AbortSignal;
  /** Something came. */
  rewind(): void;
  stop(): void;
}

/** @param ms how long nothing may come */
export function watchStall(ms: number, code: EngineErrorCode, message: string): Stall {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rewind = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => over.abort(new EngineError(code, message)), ms);
  };
  rewind();
  return { signal: over.signal, rewind, stop: () => clearTimeout(timer) };
}
