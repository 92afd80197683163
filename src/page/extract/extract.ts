import "../shell/dialog.css";
import "./extract.css";
import { builder, isLostPart } from "../../dom/index.ts";
import type { LoadedTable } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language, Theme } from "../../domain/index.ts";
import { createReader } from "../../review/reader/index.ts";
import { openReviews, type ReviewStore } from "../../review/store/index.ts";
import { formatNumber } from "../../words/index.ts";
import { pagePath } from "../shell/page-address.ts";
import { contextOf } from "./context.ts";
import { Desk } from "./desk.ts";
import { takeMine } from "./mine.ts";

/** What the page gives. */
export interface ExtractOptions {
  readonly document: Document;
  readonly main: HTMLElement;
  readonly root: URL;
  readonly language: Language;
  readonly data: { readonly tables: readonly LoadedTable[]; readonly archive: Archive };
  readonly notice: (key: string, message: string) => void;
}

/** The page that reads reports: from a file to figures that somebody stands for. */
export async function openExtract(options: ExtractOptions): Promise<void> {
  const { document, main, root, language, data, notice } = options;
  const { archive, tables } = data;
  const themes = rowsOf<Theme>(tables, "themes");
  const [metrics, regions] = [[...archive.metrics.values()], [...archive.regions.values()]];
  const reader = createReader({ metrics, themes, regions });
  const context = contextOf({
    ...{ build: builder(document), language, archive, themes, root, notice },
    rules: {},
    others: [],
    places: (query) => reader.places(query),
    compare: (comparing) => reader.compare(comparing),
  });
  const store = await openStore();
  const desk = new Desk(context, {
    main,
    reader,
    store,
    onCompare() {
      takeMine();
      window.location.assign(new URL(pagePath({ language, slug: null }), root));
    },
    onExport: (items) =>
      void import("./export.ts").then(
        ({ openExport }) => openExport(context, items),
        (error: unknown) => {
          // A part that did not come is told by the page itself.
          if (!isLostPart(error)) throw error;
        },
      ),
  });
  await desk.restore();
  performance.mark("fadu:live");
  // With its first number a browser reads its tables of forms: 40 ms, spent while nobody waits.
  setTimeout(() => formatNumber(0, language));
}

function rowsOf<T>(tables: readonly LoadedTable[], name: string): readonly T[] {
  const rows = tables.find((table) => table.name === name)?.rows ?? [];
  return rows as unknown as readonly T[];
}

/** Null where the browser keeps nothing; the page says so and works all the same. */
async function openStore(): Promise<ReviewStore | null> {
  try {
    return await openReviews();
  } catch {
    return null;
  }
}
