import type { Builder } from "../dom/index.ts";
import type { DocumentCell, NotebookDocument } from "../notebook/editing.ts";
import type { Mounted } from "../runtime/index.ts";
import type { CellView } from "./cell.ts";

/** What the parts of the editor share: the document as it is now, and how it is changed. */
export interface Bench {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly root: HTMLElement;
  /** The menu above the first cell. */
  readonly insertFirst: HTMLElement;
  readonly views: ReadonlyMap<number, CellView>;
  readonly doc: () => NotebookDocument;
  readonly cells: () => readonly DocumentCell[];
  readonly indexOf: (key: number) => number;
  readonly mounted: () => Mounted;
  /** Applies an edit as one step; `group` joins it to the one before of the same group. */
  readonly change: (doc: NotebookDocument, options?: { readonly group?: string }) => void;
  /** Runs what changed, then does the other thing. */
  readonly update: (then?: () => void) => void;
  readonly isEdited: (cell: DocumentCell) => boolean;
  /** Says it to who does not see it. */
  readonly announce: (text: string) => void;
}
