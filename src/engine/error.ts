/**
 * What went wrong with the engine itself, for words in two languages:
 * `unreachable` a file could not be fetched; `stalled` it stopped arriving; `hash_mismatch` its bytes are not the announced ones;
 * `row_count` a table has other rows than announced; `timeout` starting made no progress;
 * `crashed` the engine died; `refused` the browser's policy or ours forbids it; `closed` by us.
 */
export const engineErrorCodes = [
  "unreachable",
  "stalled",
  "hash_mismatch",
  "row_count",
  "timeout",
  "crashed",
  "refused",
  "closed",
] as const;
export type EngineErrorCode = (typeof engineErrorCodes)[number];

/** A failure of the engine, not of a statement (that is a QueryError). */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  /** False for the statement that brought the engine down: running it again would again. */
  readonly retriable: boolean;
  constructor(
    code: EngineErrorCode,
    message: string,
    { cause, retriable = false }: { cause?: unknown; retriable?: boolean } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.retriable = retriable;
  }
}

/** Any thrown value as an EngineError; `code` where it is none yet. */
export function engineError(cause: unknown, code: EngineErrorCode): EngineError {
  if (cause instanceof EngineError) return cause;
  return new EngineError(code, messageOf(cause), { cause });
}

/** The message of any thrown value. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
