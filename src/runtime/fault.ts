import { problemText } from "./problem-text.ts";
import { RuntimeError } from "@observablehq/runtime";
import { SandboxError, keptKinds, type Kept } from "../sandbox/index.ts";
import { EngineError, QueryError } from "../engine/index.ts";
import type { Language } from "../domain/index.ts";
import { say } from "../words/index.ts";
import { cancelled } from "./cancel.ts";
import { queryWords } from "./query-words.ts";

/** What is wrong with a cell; line and column count from 1 in the notebook file. */
export interface CellFault {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A place in a cell: lines from 0, so that it holds when the cell moves in the file. */
export interface Spot {
  readonly cell: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What keeps a cell from its output; its words depend on the reader's language. */
export type Trouble =
  | {
      readonly kind: "error";
      readonly message: string;
      readonly spot: Spot | null;
      /** Where a statement failed: there are words for what analysts most often meet. */
      readonly query?: QueryError | null;
    }
  | { readonly kind: "engine"; readonly error: EngineError }
  /** JavaScript that was stopped. */
  | { readonly kind: "sandbox"; readonly error: SandboxError }
  /** What is read cannot leave its cell. */
  | { readonly kind: "kept"; readonly id: string; readonly what: Kept }
  /** The cell that is read has none either. */
  | { readonly kind: "upstream"; readonly id: string }
  | { readonly kind: "cancelled" };

/** An error that knows where in the notebook it belongs. */
export class PlacedError extends Error {
  override readonly name = "PlacedError";
  readonly spot: Spot | null;
  constructor(message: string, spot: Spot | null, { cause }: { cause?: unknown } = {}) {
    super(message, { cause });
    this.spot = spot;
  }
}

/** A cell that is not run, since another cell that its statement holds has a fault. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
  readonly id: string;
  constructor(id: string) {
    super(`unsupported cell: ${id} (it has a fault)`);
    this.id = id;
  }
}

/** The value of a js cell that only its own cell can show; the runtime hands on the message. */
export class KeptError extends Error {
  override readonly name = "KeptError";
  constructor(what: Kept) {
    super(`kept ${what}`);
  }
}

function keptOf(message: string): Kept | null {
  return keptKinds.find((what) => message === `kept ${what}`) ?? null;
}

/** The cell that a variable of the runtime belongs to. */
function cellOf(variable: string): string {
  const [, id] = /^\$(?:table|code):(.*)$/.exec(variable) ?? [];
  return id ?? variable;
}

/** @param spotOf where a plain error was written, by its message */
export function troubleOf(
  error: unknown,
  spotOf: (message: string) => Spot | null = () => null,
): Trouble {
  if (error === cancelled) return { kind: "cancelled" };
  if (error instanceof UpstreamError) return { kind: "upstream", id: error.id };
  if (error instanceof SandboxError) return { kind: "sandbox", error };
  const what = error instanceof RuntimeError ? keptOf(error.message) : null;
  if (error instanceof RuntimeError && what) return { kind: "kept", id: error.input, what };
  if (error instanceof RuntimeError && error.input)
    return { kind: "upstream", id: cellOf(error.input) };
  if (error instanceof EngineError) return { kind: "engine", error };
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: "error",
    message,
    spot: error instanceof PlacedError ? error.spot : spotOf(message),
    query: queryOf(error),
  };
}

function queryOf(error: unknown): QueryError | null {
  const cause = error instanceof PlacedError ? error.cause : error;
  return cause instanceof QueryError ? cause : null;
}

/** The line (from 0) and column (from 1) of an offset in a cell's source. */
export function spotAt(cell: string, source: string, offset: number): Spot {
  const lines = source.slice(0, offset).split(/\r\n|\r|\n/);
  return { cell, line: lines.length - 1, column: (lines.at(-1) ?? "").length + 1 };
}

/** Where a spec has the key that an error names, or the reference in a text; null for neither. */
export function spotOfKey(id: string, source: string, message: string): Spot | null {
  const [, key = "", value = ""] = /^\w+ ([^:]+): (.*)$/s.exec(message) ?? [];
  const offset = /^\w+$/.test(key) ? source.search(new RegExp(`^${key}\\s*:`, "m")) : -1;
  const reference = value === "" ? -1 : source.indexOf(`\${${value}`);
  const found = Math.max(offset, reference);
  return found < 0 ? null : spotAt(id, source, found);
}

/** A failed statement as an error at the place where it was written. */
export function placed(error: unknown, spotOf: (position: number) => Spot | null): unknown {
  if (!(error instanceof QueryError)) return error;
  const spot = error.position === null ? null : spotOf(error.position);
  return new PlacedError(error.message, spot, { cause: error });
}

/** @param lineOf the line of a cell's source in the file as it is now; null where it is gone */
export function faultOf(
  trouble: Trouble,
  language: Language,
  lineOf: (id: string) => number | null,
): CellFault {
  const nowhere = { line: null, column: null };
  if (trouble.kind === "cancelled") return { message: say(language, "cell.cancelled"), ...nowhere };
  if (trouble.kind === "upstream")
    return { message: say(language, "cell.upstream", trouble.id), ...nowhere };
  if (trouble.kind === "kept") {
    return { message: say(language, `sandbox.kept.${trouble.what}`, trouble.id), ...nowhere };
  }
  if (trouble.kind === "sandbox") {
    const { code, seconds } = trouble.error;
    return { message: say(language, `sandbox.error.${code}`, seconds), ...nowhere };
  }
  if (trouble.kind === "engine") {
    const { code, message } = trouble.error;
    return { message: say(language, `error.${code}`, message), ...nowhere };
  }
  const { spot, query } = trouble;
  const message = query ? queryWords(query, language) : problemText(trouble.message, language);
  const line = spot && lineOf(spot.cell);
  return spot && line !== null
    ? { message, line: line + spot.line, column: spot.column }
    : { message, ...nowhere };
}

/** A fault with its place, in words. */
export function faultWords({ message, line, column }: CellFault, language: Language): string {
  if (line === null) return message;
  return say(language, "error.at", message, line, column ?? 1);
}
