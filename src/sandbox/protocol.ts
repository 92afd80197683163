import { mostBytes } from "./bytes/index.ts";
import type { ReaderEvent } from "./drawing.ts";

/**
 * What page and sandbox say to each other over one port. Whatever comes from the sandbox was written by
 * the code in it: it is read here, and what does not fit is nothing.
 */

/** Raised where a message changes its meaning; a sandbox of another version is not spoken to. */
export const protocolVersion = 2;

export type Theme = "light" | "dark";

/** What the page tells each cell. */
export interface Surroundings {
  readonly theme: Theme;
  readonly language: "zh" | "en";
}

/** The page's first word, with the port. */
export interface Opening {
  readonly fadu: "sandbox";
  readonly version: typeof protocolVersion;
  /** What the worker runs, the libraries in it: the page loads it once for all cells. */
  readonly code: Blob;
}

/** From the page to the sandbox. */
export type HostMessage =
  | ({
      readonly type: "run";
      /** Counts the runs of this sandbox; answers carry it. */
      readonly run: number;
      readonly body: string;
      /** Values of other cells by id, as bytes. */
      readonly values: ArrayBuffer;
      /** Milliseconds that the guards let code run without a pause. */
      readonly limit: number;
    } & Surroundings)
  | ({ readonly type: "surroundings" } & Surroundings)
  | { readonly type: "ping"; readonly ping: number };

/** What the frame tells the worker: what the page says, and what only the frame knows. */
export type WorkerMessage =
  | (Extract<HostMessage, { type: "run" }> & { readonly width: number })
  | Exclude<HostMessage, { type: "run" }>
  | { readonly type: "event"; readonly event: ReaderEvent }
  /** The last drawing stands; the next one may come. */
  | { readonly type: "drawn" };

/** What a cell is to the others. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  /** A value that stays in its cell, since it cannot be copied. */
  | { readonly kind: "kept"; readonly what: Kept };

export const keptKinds = ["element", "function", "other", "large"] as const;
export type Kept = (typeof keptKinds)[number];

/** An outcome on its way; bytes are read by the page, in slices. */
export type SentOutcome =
  { readonly kind: "bytes"; readonly bytes: ArrayBuffer } | Extract<Outcome, { kind: "kept" }>;

/** An error of a cell; line and column are 1-based, in the guarded code. */
export interface Fault {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  /** True where a guard stopped it. */
  readonly isStopped: boolean;
}

/** From the sandbox to the page. */
export type FrameMessage =
  | { readonly type: "ready" }
  | { readonly type: "pong"; readonly ping: number }
  /** The code is through; its value, which an input may change later. */
  | { readonly type: "done"; readonly run: number; readonly outcome: SentOutcome }
  | { readonly type: "value"; readonly run: number; readonly outcome: SentOutcome }
  | ({ readonly type: "fault"; readonly run: number } & Fault)
  | { readonly type: "size"; readonly width: number; readonly height: number }
  /** The worker sent more than anybody reads. */
  | { readonly type: "flood" };

/** Longest message of an error that is shown. */
const longestText = 2000;
const largest = 100_000;
/** Tallest frame in px; what is taller scrolls in it. */
export const tallest = 6000;

/** A message of the sandbox; null where it is none. Never throws. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const message = record(data);
  if (message === null) return null;
  switch (message["type"]) {
    case "ready":
      return message["version"] === protocolVersion ? { type: "ready" } : null;
    case "flood":
      return { type: "flood" };
    case "pong":
      return withCount(message, "ping", (ping) => ({ type: "pong", ping }));
    case "done":
    case "value":
      return readOutcome(message["type"], message);
    case "fault":
      return withCount(message, "run", (run) => ({ type: "fault", run, ...readFault(message) }));
    case "size":
      return readSize(message);
    default:
      return null;
  }
}

type Loose = Readonly<Record<string, unknown>>;

/** A plain object's own fields; a port gives no getters, and no proxy. */
function record(data: unknown): Loose | null {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Loose) : null;
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

function withCount(
  message: Loose,
  name: string,
  make: (n: number) => FrameMessage,
): FrameMessage | null {
  const n = count(message[name]);
  return n === null ? null : make(n);
}

function readOutcome(type: "done" | "value", message: Loose): FrameMessage | null {
  const outcome = readSent(record(message["outcome"]));
  return outcome && withCount(message, "run", (run) => ({ type, run, outcome }));
}

function readSent(outcome: Loose | null): SentOutcome | null {
  const bytes = outcome?.["bytes"];
  if (outcome?.["kind"] === "bytes" && bytes instanceof ArrayBuffer)
    return bytes.byteLength <= mostBytes ? { kind: "bytes", bytes } : null;
  const what = keptKinds.find((kind) => kind === outcome?.["what"]);
  return outcome?.["kind"] === "kept" && what !== undefined ? { kind: "kept", what } : null;
}

function readFault(message: Loose): Fault {
  const text = message["message"];
  return {
    message: typeof text === "string" ? text.slice(0, longestText) : "",
    line: count(message["line"]),
    column: count(message["column"]),
    isStopped: message["isStopped"] === true,
  };
}

/** Sizes in px; what is no length, or none that a page has, is nothing. */
function readSize(message: Loose): FrameMessage | null {
  const [width, height] = [message["width"], message["height"]];
  const isLength = (value: unknown): value is number =>
    typeof value === "number" && value >= 0 && Number.isFinite(value);
  if (!isLength(width) || !isLength(height)) return null;
  const clamp = (value: number) => Math.min(Math.ceil(value), largest);
  return { type: "size", width: clamp(width), height: clamp(height) };
}
