import type { Language } from "../../domain/index.ts";
import type { NotebookDocument } from "../../notebook/editing.ts";
import type { Draft, Trust } from "../../drafts/store/index.ts";
import { titleIn } from "./draft.ts";
import type { Library } from "./library.ts";

/** Versions kept by running come no closer than this, in ms. */
const VERSION_AFTER = 60_000;

/** An open notebook on its way into the library: from its first change on it is kept there. */
export interface Keeping {
  /** As it was kept last, or opened. */
  readonly draft: Draft;
  readonly isKept: boolean;
  /** Keeps a text, and all that follow. */
  keep(doc: NotebookDocument): void;
  /** Keeps a text as a version to go back to. */
  keepVersion(doc: NotebookDocument): void;
  /** It was run: one version a minute is kept. */
  ran(): void;
  /** Keeps what an older version is about to replace. */
  beforeRestore(): void;
  /** Keeps the text over what another tab wrote, which becomes a version. */
  overwrite(): void;
}

export interface KeepingOptions {
  readonly draft: Draft;
  readonly isKept: boolean;
  readonly library: Library;
  readonly language: Language;
  /** What of the code of a text may run. */
  readonly trust: (doc: NotebookDocument) => Trust;
  /** It is another now. */
  readonly onDraft: (draft: Draft) => void;
  /** It is in the library from now on. */
  readonly onKept: (id: string) => void;
  /** ms since the epoch. */
  readonly now?: () => number;
}

export function createKeeping(options: KeepingOptions): Keeping {
  const { library, language, trust, onDraft, onKept, now = Date.now } = options;
  let { draft, isKept } = options;
  let lastVersion = -Infinity;
  const keep = (doc: NotebookDocument): void => {
    const title = titleIn(doc.front, language);
    draft = { ...draft, text: doc.text, title, trust: trust(doc) };
    onDraft(draft);
    library.save(draft);
    if (isKept || library.refused) return;
    isKept = true;
    onKept(draft.id);
  };
  return {
    get draft() {
      return draft;
    },
    get isKept() {
      return isKept;
    },
    keep,
    keepVersion(doc) {
      if (!isKept) keep(doc);
      library.keepVersion(draft, "saved");
      lastVersion = now();
    },
    ran() {
      if (!isKept || now() - lastVersion < VERSION_AFTER) return;
      lastVersion = now();
      library.keepVersion(draft, "run");
    },
    beforeRestore: () => library.keepVersion(draft, "restored"),
    overwrite: () => library.overwrite(draft),
  };
}
