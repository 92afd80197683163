import "./edit.css";
import { writeAddress, type Address } from "../share/index.ts";
import { builder } from "../dom/index.ts";
import type { Engine, KeptTable } from "../engine/index.ts";
import type { Archive } from "../evidence/index.ts";
import { compileNotebook } from "../notebook/editing.ts";
import { list } from "../i18n/index.ts";
import { mount, type Environment, type Mounted } from "../runtime/index.ts";
import { emptyCatalogue, tell, type Catalogue } from "../editor/index.ts";
import type { Entry } from "./chrome.ts";
import { rove } from "./interact.ts";
import { openShelf } from "./shelf-open.ts";
import type { Draft, StoredTable } from "../store/index.ts";
import { hashOf } from "../share/link.ts";
import { readCatalogue } from "./workbench-catalogue.ts";
import { openDesk, type Desk, type DeskOptions } from "./workbench-desk.ts";
import { downloadText, readNotebookFile } from "./workbench-files.ts";
import { readLink, strangerBand } from "./workbench-link.ts";
import { openMine } from "./workbench-mine.ts";
import { chooseFile } from "./file-save.ts";
import { newId, titleIn, withTitle } from "./workbench-draft.ts";
import { watchWidths } from "./widths.ts";

/** A notebook of the repository with its text. */
export interface OriginText {
  readonly slug: string;
  readonly text: string;
}

export interface WorkbenchOptions {
  readonly document: Document;
  readonly root: URL;
  readonly main: HTMLElement;
  readonly archive: Archive;
  readonly engine: Engine;
  readonly notebooks: readonly (Entry & {
    readonly source: () => Promise<{ readonly default: string }>;
  })[];
  /** The notebook of this page; null on the page of one's own notebooks. */
  readonly origin: OriginText | null;
  readonly language: "zh" | "en";
  readonly environment: () => Environment;
  readonly address: () => Address;
  /** `my` makes the page that of one's own notebooks. */
  readonly setAddress: (change: Partial<Address>) => void;
  readonly onMounted: (mounted: Mounted | null) => void;
  readonly notice: (key: string, message: string) => void;
}

export interface Workbench {
  /** Settles when all that was typed is kept, or cannot be. */
  settle(): Promise<void>;
}

/** What the page shows: the notebook of its address, else the list of one's own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { document, root, main, notebooks, origin, language, address, notice } = options;
  const build = builder(document);
  const shelf = await openShelf();
  const titleOf = (slug: string): string => {
    const front = notebooks.find((one) => one.slug === slug)?.front;
    return (language === "zh" ? front?.title : front?.title_en) ?? slug;
  };
  const prefix = language === "en" ? "en/" : "";
  const pathOf = (slug: string): string => prefix + (slug === notebooks[0]?.slug ? "" : `${slug}/`);
  const textOf = async (slug: string): Promise<string | null> =>
    (await notebooks.find((one) => one.slug === slug)?.source())?.default ?? null;
  const hrefOf = (id: string): string =>
    new URL(`${prefix}edit/?my=${encodeURIComponent(id)}`, root).href;
  const goTo = async (id: string): Promise<void> => {
    await shelf.settle();
    window.location.assign(hrefOf(id));
  };
  const keep = async (draft: Omit<Draft, "id">): Promise<string> => {
    const id = newId();
    shelf.save({ ...draft, id });
    await shelf.settle();
    return id;
  };
  const putTables = (id: string, tables: readonly StoredTable[]): void => {
    for (const table of tables) void shelf.putTable(id, table.name, async () => table);
  };
  document.defaultView?.addEventListener("beforeunload", (event) => {
    // The browser asks; the text itself is written when the page goes, a table takes longer.
    if (shelf.isKeepingTables) event.preventDefault();
  });

  const openFile = async (file: File | null): Promise<void> => {
    if (!file) return;
    const read = await readNotebookFile(file, language);
    if (!read.ok) return notice("file", read.message);
    const { front } = compileNotebook(read.text, { slug: read.slug }).compiled;
    const { text, slug } = read;
    const id = await keep({ slug, text, title: titleIn(front, language), origin: null });
    if (read.lost.length === 0) return goTo(id);
    // Going on would take the sentence away before it is read.
    notice("file", tell(language, "file.lost", list(language, read.lost)));
    if (mine) await mine.refresh();
  };
  const chooseNotebook = () =>
    void chooseFile(document, ".md,.markdown,.txt,.html,.htm").then(openFile);
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void dropped(file);
  });
  const isNotebook = (file: File): boolean => /\.(md|markdown|html?)$/i.test(file.name);
  /** A notebook is opened; anything else is data, for which a notebook must be there. */
  const dropped = async (file: File): Promise<void> => {
    if (isNotebook(file) || !desk) return openFile(file);
    const { openImport } = await data();
    openImport(file, { ...dataOptions, onTable: (table, { keep }) => void took(table, keep) });
  };
  const data = () => import("./workbench-data.ts");
  const dataOptions = { build, language, engine: options.engine, archive: options.archive };
  /** A table came: it is offered, what failed for want of it runs, and it is kept on request. */
  const took = async ({ name }: KeptTable, isKept: boolean): Promise<void> => {
    learn();
    desk?.ask(name);
    desk?.keep();
    desk?.runAll();
    // An older table of that name is not the one that the queries read now.
    if (!isKept) return void (desk && (await shelf.removeTable(desk.draft.id, name)));
    if (!desk) return;
    await shelf.putTable(desk.draft.id, name, async () => {
      const { tableBytes } = await data();
      return { name, format: "parquet", bytes: await tableBytes(name, options.engine) };
    });
  };
  /** A table that was kept under its former name is kept under the new one. */
  const renamed = async (table: KeptTable, former: string): Promise<void> => {
    const kept = desk ? await shelf.tables(desk.draft.id) : [];
    if (desk) await shelf.removeTable(desk.draft.id, former);
    await took(
      table,
      kept.some(({ name }) => name === former),
    );
  };
  /** Brings back what was kept or sent; one that cannot be read is said and the others are. */
  const bring = async (tables: readonly StoredTable[]): Promise<void> => {
    if (tables.length === 0) return;
    const { addBytes } = await data();
    for (const table of tables)
      try {
        await addBytes(table, options.engine);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        notice(`table-${table.name}`, tell(language, "data.refused", table.name, why));
      }
  };
  const showTables = async (): Promise<void> => {
    const { openTables } = await data();
    openTables({
      ...dataOptions,
      onInsert: (text) => desk?.insert(text),
      onChoose: () =>
        void chooseFile(document, ".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.arrow,.xlsx").then(
          (file) => file && dropped(file),
        ),
      onGone(name) {
        learn();
        if (desk) void shelf.removeTable(desk.draft.id, name);
      },
      onNamed(table, former) {
        void renamed(table, former);
      },
    });
  };
  const showResults = async (id: string): Promise<void> => {
    const { openResults } = await data();
    openResults(id, async () => (await desk?.mounted.table(id)) ?? null, dataOptions);
  };

  let catalogue: Catalogue = emptyCatalogue;
  const learn = (): void => {
    readCatalogue(options.engine, options.archive).then(
      (read) => (catalogue = read),
      // Completion knows less; the cells say what is wrong with the engine.
      () => {},
    );
  };

  const widths = watchWidths((id, variant) => desk?.mounted.setVariant(id, variant));
  new MutationObserver((records) => {
    const isOutput = ({ target }: MutationRecord) =>
      target instanceof Element && target.closest("[data-cell]") !== null;
    if (records.some(isOutput)) rove(main);
  }).observe(main, { childList: true, subtree: true });

  let desk: Desk | null = null;
  let mine: ReturnType<typeof openMine> | null = null;
  interface Shown extends Pick<DeskOptions, "draft" | "isKept" | "band"> {
    readonly tables?: readonly StoredTable[];
    /** Anybody may have written it: its JavaScript waits for the reader. */
    readonly isStranger?: boolean;
  }
  const show = async ({ tables = [], isStranger = false, ...notebook }: Shown): Promise<void> => {
    await bring(tables);
    document.querySelector("#sources")?.remove();
    desk = openDesk({
      ...notebook,
      build,
      main,
      language,
      shelf,
      catalogue: () => catalogue,
      titleOf,
      inputs: () => address().inputs,
      mount: (result, hooks) => {
        const mounted = mount(
          result.compiled,
          main,
          { ...options.environment(), ...(isStranger ? { cages: undefined } : {}), ...hooks },
          { problems: result.problems },
        );
        options.onMounted(mounted);
        return mounted;
      },
      onOutput: (output) => widths.observe(output),
      onKept: (id) => options.setAddress({ my: id, anchor: null }),
      notice,
      onOpenFile: chooseNotebook,
      onData: () => void showTables(),
      onResults: (id) => void showResults(id),
      tables: async () => {
        await shelf.settle();
        return desk ? shelf.tables(desk.draft.id) : [];
      },
      onMine: () => void goMine(),
      onDiscard: () => void discard(),
      page: new URL(`${prefix}edit/`, root),
      originPage: (slug) =>
        new URL(pathOf(slug) + writeAddress({ ...address(), my: null, anchor: null }), root),
    });
    learn();
    return desk.mounted.settled
      .catch(() => {})
      .then(() => {
        rove(main);
        performance.mark("fadu:live");
      });
  };
  const goMine = async (): Promise<void> => {
    await shelf.settle();
    window.location.assign(new URL(`${prefix}edit/`, root));
  };
  const discard = async (): Promise<void> => {
    const { my } = address();
    const slug = desk?.draft.origin?.slug ?? "";
    if (my) await shelf.remove(my);
    window.location.assign(new URL(pathOf(slug), root));
  };

  const showMine = async (): Promise<void> => {
    mine = openMine({
      build,
      language,
      shelf,
      titleOf,
      hrefOf,
      onNew: ({ text }) =>
        void keep({
          slug: "mine",
          title: titleIn(
            compileNotebook(text[language], { slug: "mine" }).compiled.front,
            language,
          ),
          text: text[language],
          origin: null,
        }).then(goTo),
      onOpenFile: chooseNotebook,
      onExport: (id) =>
        void shelf.get(id).then((draft) => {
          if (draft) downloadText(document, draft.title, draft.text);
        }),
      async onDuplicate(id) {
        const draft = await shelf.get(id);
        if (!draft) return;
        const title = tell(language, "mine.copy_title", draft.title);
        const text = withTitle(draft.text, draft.slug, title, language);
        putTables(await keep({ ...draft, title, text }), await shelf.tables(id));
        await shelf.settle();
      },
      async onRename(id, title) {
        const draft = await shelf.get(id);
        if (!draft) return;
        shelf.save({
          ...draft,
          title,
          text: withTitle(draft.text, draft.slug, title, language),
        });
        await shelf.settle();
      },
      async onRemove(id) {
        const [draft, tables] = [await shelf.get(id), await shelf.tables(id)];
        await shelf.remove(id);
        return async () => {
          if (draft) shelf.save(draft);
          putTables(id, tables);
          await shelf.settle();
        };
      },
    });
    main.replaceChildren(mine.element);
    try {
      await mine.refresh();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notice("mine", tell(language, "mine.unreadable", why));
    }
    performance.mark("fadu:live");
  };

  const { my, anchor } = address();
  if (origin) {
    const { slug, text } = origin;
    if (anchor === null) options.setAddress({ anchor: "edit" });
    const { front } = compileNotebook(text, { slug }).compiled;
    const title = titleIn(front, language);
    const from = { slug, text, hash: hashOf(text) };
    void show({
      draft: { id: newId(), slug, title, text, origin: from },
      isKept: false,
      band: null,
    });
  } else if (my !== null) {
    const draft = await shelf.get(my);
    if (draft) void show({ draft, isKept: true, band: null, tables: await shelf.tables(my) });
    else {
      notice("mine", tell(language, "mine.missing", my));
      await showMine();
    }
  } else if (anchor?.startsWith("n=")) {
    const read = await readLink(`#${anchor}`, language, textOf);
    if (read.ok) {
      const { text, slug, inputs } = read.shared;
      const { front } = compileNotebook(text, { slug }).compiled;
      options.setAddress({ inputs: { ...inputs, ...address().inputs } });
      const { tables } = read.shared;
      const draft = { id: newId(), slug, title: titleIn(front, language), text, origin: null };
      const keepAll = (): void => {
        desk?.keep();
        putTables(draft.id, tables);
      };
      const band = strangerBand(build, language, read.shared, { onKeep: keepAll });
      void show({ draft, isKept: false, band, tables, isStranger: true });
    } else {
      notice("link", tell(language, "link.broken", read.message));
      await showMine();
    }
  } else await showMine();
  return { settle: () => shelf.settle() };
}
