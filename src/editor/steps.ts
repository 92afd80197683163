import {
  commit,
  createHistory,
  redo,
  undo,
  type History,
  type NotebookDocument,
} from "../notebook/editing.ts";
import type { Hand } from "./options.ts";

/** Typing in one cell that pauses no longer than this is one step to undo, in ms. */
const PAUSE = 1000;

export interface ChangeOptions {
  /** Joins the edit to the one before of the same group. */
  readonly group?: string;
  /** Default: the reader. */
  readonly hand?: Hand;
}

/** The document under edit, with the steps that made it. */
export interface Steps {
  readonly doc: NotebookDocument;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  change(next: NotebookDocument, options?: ChangeOptions): void;
  /** False where there is nothing to undo. */
  undo(): boolean;
  /** False where there is nothing to redo. */
  redo(): boolean;
}

/** @param onStep called after the document has become another one; not where it stays the same */
export function createSteps(
  doc: NotebookDocument,
  onStep: (before: NotebookDocument, hand: Hand) => void,
): Steps {
  let history: History = createHistory(doc);
  const take = (next: History, hand: Hand): boolean => {
    if (next === history) return false;
    const before = history.present;
    history = next;
    if (next.present !== before) onStep(before, hand);
    return true;
  };
  return {
    get doc() {
      return history.present;
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    change(next, { group, hand = "reader" } = {}) {
      const at = performance.now();
      const joined = group === undefined ? {} : { group };
      take(commit(history, next, { at, pause: PAUSE, ...joined }), hand);
    },
    undo: () => take(undo(history), "history"),
    redo: () => take(redo(history), "history"),
  };
}
