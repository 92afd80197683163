/**
 * Why a sandbox gave up: `busy` did not answer, or ran without a pause, for `seconds`; `long` did not
 * finish in `seconds`; `flood` sent more messages than anybody reads; `lost` went away by itself;
 * `load` never came.
 */
export type SandboxErrorCode = "busy" | "long" | "flood" | "lost" | "load";

/** The sandbox was closed; the next run gets a new one. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: SandboxErrorCode;
  readonly seconds: number;
  constructor(code: SandboxErrorCode, seconds = 0) {
    super(`invalid cell: ${code}`);
    this.code = code;
    this.seconds = seconds;
  }
}

/** An error of the code itself; line and column are 1-based, in the guarded code. */
export class CodeError extends Error {
  override readonly name = "CodeError";
  readonly line: number | null;
  readonly column: number | null;
  constructor(message: string, line: number | null, column: number | null) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
