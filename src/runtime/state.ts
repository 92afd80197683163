import type { Language } from "../domain/index.ts";
import { say, type Word } from "../words/index.ts";
import { faultOf, type CellFault, type Trouble } from "./fault.ts";

/**
 * `waiting` has not run yet; `pending` runs; `done` shows what its source says; `failed` has an
 * error of its own; `stale` shows what was said before, since a cell that it reads is running or
 * failed, it was stopped, or its source was edited and not run.
 */
export type CellStatus = "waiting" | "pending" | "done" | "failed" | "stale";

export interface CellState {
  readonly status: CellStatus;
  readonly error: CellFault | null;
  /** Rows of an sql cell's result; null for other kinds and before it ran. */
  readonly rows: number | null;
  /** From the question to the answer, for an sql cell. */
  readonly milliseconds: number | null;
  /** Tables that it waits for, where it waits for some. */
  readonly tables?: readonly string[];
}

/** What a cell does, as far as the runtime sees it. */
type Phase = "waiting" | "running" | "done" | "stopped";

interface Entry {
  phase: Phase;
  trouble: Trouble | null;
  /** What the notebook's file says is wrong, before anything runs. */
  problem: CellFault | null;
  isEdited: boolean;
  hasOutput: boolean;
  rows: number | null;
  milliseconds: number | null;
  tables: readonly string[];
  element: Element | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  told: string;
}

export interface StatesOptions {
  readonly language: () => Language;
  /** Line of a cell's source in the file; null where it is gone. */
  readonly lineOf: (id: string) => number | null;
  readonly onCell?: ((id: string, state: CellState) => void) | undefined;
  /** False where nobody watches, as in the build: nothing is written to the page. */
  readonly isLive: boolean;
}

/** What is to be known of an sql cell's result. */
export interface ResultFacts {
  readonly rows: number;
  /** From the question to the answer. */
  readonly milliseconds: number;
}

/** The states of all cells, told when they change. */
export interface States {
  get(id: string): CellState;
  /** The element that shows a cell's state. */
  attach(id: string, element: Element | null): void;
  /** It is to be computed anew; what it reads may be running. */
  waits(id: string): void;
  /** @param tables those that it waits for */
  runs(id: string, tables?: readonly string[]): void;
  /** Nothing of it runs before the reader has answered. */
  asks(id: string): void;
  done(id: string, result?: ResultFacts | null): void;
  stopped(id: string, trouble: Trouble): void;
  problem(id: string, problem: CellFault | null): void;
  edited(id: string, isEdited: boolean): void;
  /** Says all again, in the present language and with the present lines. */
  refresh(): void;
  /** Gives cells other ids, all at once. */
  rename(ids: ReadonlyMap<string, string>): void;
  remove(id: string): void;
  dispose(): void;
}

/** What is over sooner is not shown. */
const PATIENCE = 150;

/** Troubles of a cell itself. */
const ownTroubles: readonly Trouble["kind"][] = ["error", "engine", "sandbox", "kept"];

function statusOf({ phase, trouble, problem, isEdited, hasOutput }: Entry): CellStatus {
  if (phase === "running") return "pending";
  if (problem) return "failed";
  if (phase === "waiting") return hasOutput ? "stale" : "waiting";
  if (phase === "done") return isEdited ? "stale" : "done";
  const isOwn = trouble !== null && ownTroubles.includes(trouble.kind);
  return isOwn ? "failed" : "stale";
}

/** The words that stand at a cell for those who see no colour. */
function noteOf(entry: Entry, status: CellStatus): Word | null {
  const { phase, trouble, problem, isEdited, hasOutput } = entry;
  if (status === "pending")
    return entry.tables.length > 0 ? "cell.status.tables" : "cell.status.pending";
  // Without an output the error below says all.
  if (!hasOutput && trouble?.kind !== "cancelled") return null;
  if (problem || status === "failed") return "cell.status.failed";
  if (phase === "waiting") return status === "stale" ? "cell.status.updating" : null;
  if (trouble?.kind === "cancelled") return "cell.status.cancelled";
  if (status === "stale") return isEdited ? "cell.status.edited" : "cell.status.stale";
  return null;
}

function newEntry(): Entry {
  return {
    phase: "waiting",
    trouble: null,
    problem: null,
    isEdited: false,
    hasOutput: false,
    rows: null,
    milliseconds: null,
    tables: [],
    element: null,
    timer: undefined,
    told: "",
  };
}

export function createStates({ language, lineOf, onCell, isLive }: StatesOptions): States {
  const entries = new Map<string, Entry>();
  const entryOf = (id: string): Entry => {
    const found = entries.get(id) ?? newEntry();
    entries.set(id, found);
    return found;
  };
  const stateOf = (entry: Entry): CellState => {
    const { problem, trouble, phase, rows, milliseconds } = entry;
    const shown = phase === "stopped" ? trouble : null;
    const error = problem ?? (shown && faultOf(shown, language(), lineOf));
    const result =
      phase === "stopped" ? { rows: null, milliseconds: null } : { rows, milliseconds };
    const waits = phase === "running" && entry.tables.length > 0 ? { tables: entry.tables } : {};
    return { status: statusOf(entry), error, ...result, ...waits };
  };
  const show = (id: string, entry: Entry): void => {
    entry.timer = undefined;
    const state = stateOf(entry);
    const note = noteOf(entry, state.status);
    const text = note && say(language(), note);
    const told = JSON.stringify([state, text]);
    entry.element?.setAttribute("data-status", state.status);
    if (text) entry.element?.setAttribute("data-note", text);
    else entry.element?.removeAttribute("data-note");
    if (told === entry.told) return;
    entry.told = told;
    onCell?.(id, state);
  };
  const change = (id: string, changes: Partial<Entry>): void => {
    const entry = Object.assign(entryOf(id), changes);
    if (!isLive) return;
    const isPassing = entry.phase === "running" || (entry.phase === "waiting" && entry.hasOutput);
    if (isPassing) entry.timer ??= setTimeout(() => show(id, entry), PATIENCE);
    else {
      clearTimeout(entry.timer);
      show(id, entry);
    }
  };
  return {
    get: (id) => stateOf(entries.get(id) ?? newEntry()),
    attach: (id, element) => {
      if (entries.get(id)?.element !== element) change(id, { element });
    },
    waits: (id) => change(id, { phase: "waiting" }),
    runs: (id, tables = []) => change(id, { phase: "running", tables }),
    asks: (id) => change(id, { phase: "waiting", trouble: null, hasOutput: false }),
    done: (id, result) =>
      change(id, { phase: "done", trouble: null, hasOutput: true, ...(result ?? {}) }),
    stopped: (id, trouble) => change(id, { phase: "stopped", trouble }),
    problem: (id, problem) => change(id, { problem }),
    edited: (id, isEdited) => change(id, { isEdited }),
    refresh: () => {
      for (const id of entries.keys()) change(id, {});
    },
    rename(ids) {
      const moved = [...ids].flatMap(([from, to]) => {
        const entry = entries.get(from);
        entries.delete(from);
        return entry ? ([[to, entry]] as const) : [];
      });
      for (const [to, entry] of moved) {
        clearTimeout(entry.timer);
        entries.set(to, Object.assign(entry, { told: "", timer: undefined }));
      }
    },
    remove(id) {
      clearTimeout(entries.get(id)?.timer);
      entries.delete(id);
    },
    dispose: () => entries.forEach(({ timer }) => clearTimeout(timer)),
  };
}
