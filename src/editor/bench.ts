import type { Builder } from "../dom/index.ts";
import type { DocumentCell, NotebookDocument } from "../notebook/editing.ts";
import type { CellView } from "./cell.ts";
import type { Running } from "./running.ts";
import type { ChangeOptions } from "./steps.ts";
import type { Views } from "./views.ts";

/** What the parts of the editor share: the document as it is now, and how it is changed. */
export interface Bench {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly root: HTMLElement;
  readonly views: Views<CellView>;
  readonly doc: () => NotebookDocument;
  readonly cells: () => readonly DocumentCell[];
  readonly indexOf: (key: number) => number;
  readonly running: () => Running;
  /** Applies an edit as one step. */
  readonly change: (doc: NotebookDocument, options?: ChangeOptions) => void;
  /** Whether a cell is another than the one that ran last. */
  readonly isEdited: (cell: DocumentCell) => boolean;
  /** Says it to who does not see it. */
  readonly announce: (text: string) => void;
}
