import type { CompiledCell } from "../notebook/index.ts";
import type { CompileResult, NotebookDocument } from "../notebook/editing.ts";
import type { CellState, Mounted } from "../runtime/index.ts";
import type { Catalogue } from "./catalogue.ts";
import type { SpecOffer } from "./complete-yaml.ts";
import type { MenuItem } from "./menu.ts";

/** What the runtime is given by the editor, besides what the page gives it. */
export interface Hooks {
  readonly place: (cell: CompiledCell) => Element;
  readonly showQueries: true;
  readonly onCell: (id: string, state: CellState) => void;
}

/** Who made the document another: the reader at the keys, undo and redo, or a text from elsewhere. */
export type Hand = "reader" | "history" | "elsewhere";

/** What a text gives, at once or when it is there; it never rejects. */
export type Compile = (
  text: string,
  options: { readonly slug: string },
) => CompileResult | Promise<CompileResult>;

export interface EditorOptions {
  readonly document: Document;
  /** The place of the cells; emptied. */
  readonly root: HTMLElement;
  readonly language: "zh" | "en";
  readonly doc: NotebookDocument;
  /** Compiles a text; default: at once, in this thread, which is for texts that are one's own. */
  readonly compile: Compile;
  /** Starts the runtime on a notebook. */
  readonly mount: (result: CompileResult, hooks: Hooks) => Mounted;
  /** What completion offers of the engine, as it is now. */
  readonly catalogue: () => Catalogue;
  /** What completion offers in a spec; default: kinds and the usual keys. */
  readonly offer?: SpecOffer;
  /** More items of a cell's menu. */
  readonly results?: (id: string) => readonly MenuItem[];
  /** The document is another one now. */
  readonly onChange: (doc: NotebookDocument, hand: Hand) => void;
  readonly onRun?: (doc: NotebookDocument) => void;
  /** Asked to keep a version. */
  readonly onSave: () => void;
  /** A cell came into being or got another element. */
  readonly onOutput?: (output: HTMLElement) => void;
}

/** A notebook under edit in a page. */
export interface NotebookEditor {
  readonly doc: NotebookDocument;
  readonly mounted: Mounted;
  /** Settles when what was opened has been compiled and given to the runtime. */
  readonly opened: Promise<void>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Applies an edit as one step; `group` joins it to the one before of the same group. */
  change(doc: NotebookDocument, options?: { readonly group?: string }): void;
  /** Another text from elsewhere, such as an older version, as one step. */
  replace(text: string): void;
  undo(): void;
  redo(): void;
  runAll(): void;
  /** Writes into the source that had the focus last, else into a new query at the end. */
  insert(text: string): void;
  /** Puts a query of a table at the end, unless one reads it already. */
  ask(table: string): void;
  find(): void;
  outline(): void;
  help(): void;
  setLayout(layout: "beside" | "below"): void;
  destroy(): void;
}
