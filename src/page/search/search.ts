import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { createIndex } from "../../domain/search/index.ts";
import { openSearchDialog, type SearchData, type SearchDialog } from "./dialog.ts";
import type { Target } from "./hits.ts";

export { createFinder, type Finder } from "./finder.ts";

export interface SearchOptions {
  readonly document: Document;
  /** The page's language when the dialog opens. */
  readonly language: () => Language;
  /** The loaded tables; no engine is needed. Rejects where they cannot be had. */
  readonly load: () => Promise<Archive>;
  /** A hit was chosen; `source` had the focus before. */
  readonly onChoose: (target: Target, source: HTMLElement) => void;
}

export interface Search {
  /** Opens the dialog, or takes the focus back to it. */
  open(): void;
}

function indexed(archive: Archive): SearchData {
  const start = performance.now();
  const rows = <T>(table: ReadonlyMap<string, T>) => [...table.values()];
  const index = createIndex({
    regions: rows(archive.regions),
    metrics: rows(archive.metrics),
    reports: rows(archive.reports),
    facts: rows(archive.facts),
  });
  performance.measure("fadu:search-index", { start, end: performance.now() });
  return { archive, index };
}

/** The search of a page: one dialog at a time, its index built when it is first opened. */
export function createSearch({ document, language, load, onChoose }: SearchOptions): Search {
  let data: SearchData | null = null;
  let dialog: SearchDialog | null = null;
  return {
    open() {
      if (dialog) return dialog.focus();
      const source = focused(document);
      dialog = openSearchDialog({
        document,
        language: language(),
        load: async () => {
          const archive = await load();
          return (data ??= indexed(archive));
        },
        onEnd(end) {
          dialog = null;
          if (end === "closed") source.focus();
          else if (end !== "left") onChoose(end, source);
        },
      });
    },
  };
}

/** What has the focus, which it gets back; else the button that opens the search. */
function focused(document: Document): HTMLElement {
  const { activeElement: active, body } = document;
  const button = document.querySelector<HTMLElement>("[data-action=search]");
  const isElement = active && active !== body && "focus" in active;
  return isElement ? (active as HTMLElement) : (button ?? body);
}
