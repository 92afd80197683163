import type { NotebookDocument } from "./document.ts";

/** A document with the states before and after it. Pure: each function gives a new history. */
export interface History {
  readonly present: NotebookDocument;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly past: readonly NotebookDocument[];
  readonly future: readonly NotebookDocument[];
  /** What the last commit belonged to; null after undo, redo and single steps. */
  readonly open: { readonly group: string; readonly at: number } | null;
}

export interface CommitOptions {
  /** Commits of one group that follow one another are one step, such as the typing in one cell. */
  readonly group?: string;
  /** When it happened, in ms of any clock; default: always at once. */
  readonly at?: number;
  /** How long a group stays open after its last commit, in ms. */
  readonly pause?: number;
}

/** Steps kept; the oldest go first. */
export const historyLimit = 500;

export function createHistory(doc: NotebookDocument): History {
  return historyOf([], doc, [], null);
}

/** A document that did not change is no step. */
export function commit(
  history: History,
  doc: NotebookDocument,
  { group, at = 0, pause = 1000 }: CommitOptions = {},
): History {
  const { past, present, open } = history;
  if (doc === present || doc.text === present.text) return history;
  const joins = group !== undefined && open?.group === group && at - open.at <= pause;
  const next = group === undefined ? null : { group, at };
  if (joins) return historyOf(past, newer(doc, present), [], next);
  return historyOf([...past, present].slice(-historyLimit), newer(doc, present), [], next);
}

/** The document before the last step; the same history where there is none. */
export function undo(history: History): History {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return historyOf(past.slice(0, -1), newer(before, present), [present, ...future], null);
}

/** The step that was undone last, again. */
export function redo(history: History): History {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (after === undefined) return history;
  return historyOf([...past, present], newer(after, present), rest, null);
}

/** A key that was ever given out is not given again, so that no cell is taken for another. */
function newer(doc: NotebookDocument, than: NotebookDocument): NotebookDocument {
  return doc.nextKey >= than.nextKey ? doc : { ...doc, nextKey: than.nextKey };
}

function historyOf(
  past: History["past"],
  present: NotebookDocument,
  future: History["future"],
  open: History["open"],
): History {
  return { past, present, future, open, canUndo: past.length > 0, canRedo: future.length > 0 };
}
