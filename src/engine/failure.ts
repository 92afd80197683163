import { QueryError } from "./connector.ts";
import { messageOf } from "./error.ts";

/** What the engine says with `errors_as_json`; `position` counts UTF-8 bytes. */
interface Report {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
}

/**
 * An error of the engine as a QueryError about `sql`, which stood after `prefix` in what ran.
 * Messages read as DuckDB's own: `Binder Error: Referenced column …`.
 */
export function queryError(cause: unknown, sql: string, prefix: string): QueryError {
  const report = parseReport(messageOf(cause));
  if (report === null) return new QueryError(messageOf(cause), sql, { cause });
  const message = `${report.exception_type ?? "Unknown"} Error: ${report.exception_message ?? ""}`;
  return new QueryError(message, sql, { position: place(report, sql, prefix), cause });
}

function parseReport(message: string): Report | null {
  const start = message.indexOf("{");
  if (start < 0) return null;
  try {
    const report: unknown = JSON.parse(message.slice(start));
    return isReport(report) ? report : null;
  } catch {
    return null;
  }
}

function isReport(value: unknown): value is Report {
  return typeof value === "object" && value !== null && "exception_message" in value;
}

function place(report: Report, sql: string, prefix: string): number | null {
  if (report.position === undefined) return null;
  const bytes = new TextEncoder().encode(prefix + sql);
  const before = new TextDecoder().decode(bytes.subarray(0, Number(report.position)));
  const position = before.length - prefix.length;
  return position >= 0 && position <= sql.length ? position : null;
}

const traps =
  /^(memory access out of bounds|null function|function signature mismatch|table index is out of bounds|unreachable|divide by zero|integer overflow|indirect call|aborted\()/i;

/** DuckDB refuses all further work after one of these. */
const fatal = new Set(["FATAL", "INTERNAL"]);

/**
 * Whether the module itself broke; it must not be used any more. DuckDB's own errors are plain
 * `Error`s with JSON, so a statement that merely says "unreachable" is none.
 */
export function isTrap(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause.name === "RuntimeError" || cause.name === "RangeError") return true;
  return traps.test(cause.message) || fatal.has(parseReport(cause.message)?.exception_type ?? "");
}
