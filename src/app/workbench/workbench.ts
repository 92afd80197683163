import "./edit.css";
import { writeAddress, type Address } from "../../share/index.ts";
import { builder } from "../../dom/index.ts";
import type { Engine, KeptTable } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { createCompiler } from "../../compiler/index.ts";
import { openDocument } from "../../notebook/editing.ts";
import { list, say } from "../../i18n/index.ts";
import { mount, type Environment, type Mounted } from "../../runtime/index.ts";
import { emptyCatalogue, tell, type Catalogue } from "../../editor/index.ts";
import type { Entry } from "../page/chrome.ts";
import { rove } from "../page/interact.ts";
import { openShelf } from "./library-open.ts";
import { ownTrust, type Draft, type StoredTable, type Trust } from "../../store/index.ts";
import { hashOf } from "../../share/link.ts";
import { readCatalogue } from "./catalogue.ts";
import { openDesk, type Desk } from "./notebook.ts";
import { downloadNotebook, notebookNames, readNotebookFile } from "./files.ts";
import { readLink, recallGrants, rememberGrants, strangerBand } from "./link.ts";
import { openMine } from "./list.ts";
import { originText, ownOf } from "./origin.ts";
import { chooseFile } from "../page/files.ts";
import { newId, titleIn, withTitle } from "./draft.ts";
import { notebookTables, shared, type NotebookTables } from "./tables.ts";
import { grantsFor, keepTrust, type TrustKeeper } from "./trust.ts";
import { watchWidths } from "../page/widths.ts";

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
  /** All but which code may run: that is each notebook's own. */
  readonly environment: () => Omit<Environment, "consent">;
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

/** A notebook that is opened, with the tables that are not on the shelf. */
interface Opening {
  readonly draft: Draft;
  readonly isKept: boolean;
  /** Names of its tables on the shelf. */
  readonly kept?: readonly string[];
  readonly held?: readonly StoredTable[];
  /** The reader let code run that is not on the shelf. */
  readonly onGiven?: (trust: Trust) => void;
}

/** What the page shows: the notebook of its address, else the list of one's own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { document, root, main, notebooks, origin, language, engine, address, notice } = options;
  const build = builder(document);
  const shelf = await openShelf();
  const compiler = createCompiler();
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
  const titleFor = (text: string, slug: string): string =>
    titleIn(openDocument(text, { slug }).front, language);
  const putTables = (id: string, tables: readonly StoredTable[]): void => {
    for (const table of tables) void shelf.putTable(id, table.name, async () => table);
  };
  document.defaultView?.addEventListener("beforeunload", (event) => {
    // The browser asks; the text itself is written when the page goes, a table takes longer.
    if (shelf.isLosing) event.preventDefault();
  });

  /** Puts a notebook on the shelf, whole or not at all; whether it is there. */
  const put = async (draft: Draft, tables: readonly StoredTable[]): Promise<boolean> => {
    if (shelf.refused) return false;
    shelf.save(draft);
    putTables(draft.id, tables);
    await shelf.settle();
    const kept = (await shelf.get(draft.id))?.tables.length;
    if (kept === tables.length) return true;
    await shelf.remove(draft.id);
    return false;
  };
  /** Goes to a new notebook; one that cannot be kept is opened on this page, and says so. */
  const open = async (
    begun: Omit<Draft, "id" | "title" | "origin">,
    tables: readonly StoredTable[] = [],
  ): Promise<void> => {
    const title = titleFor(begun.text, begun.slug);
    const draft = { ...begun, id: newId(), title, origin: null };
    if (await put(draft, tables)) return window.location.assign(hrefOf(draft.id));
    const isLost = desk?.isUnkept === true;
    if (isLost && !window.confirm(tell(language, "denied.replace"))) return;
    await show({ draft, isKept: false, held: tables });
  };

  const openFile = async (file: File | null): Promise<void> => {
    if (!file) return;
    const read = await readNotebookFile(file, language, compiler);
    if (!read.ok) return notice("file", read.message);
    const { text, slug, way, tables, lost } = read;
    const brought = tables.map(({ name }) => name);
    const author = { kind: "stranger", way, name: file.name } as const;
    const begun = { slug, text, trust: { author, grants: [], brought } };
    if (lost.length === 0) return open(begun, tables);
    const words = tell(language, "file.lost", list(language, lost));
    const draft = { ...begun, id: newId(), title: titleFor(text, slug), origin: null };
    // Going on would take the sentence away before it is read.
    if ((await put(draft, tables)) && mine) await mine.refresh();
    else await show({ draft, isKept: (await shelf.get(draft.id)) !== null, held: tables });
    notice("file", words);
  };
  const chooseNotebook = () => void chooseFile(document, notebookNames.join()).then(openFile);
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void dropped(file);
  });
  const isNotebook = (file: File): boolean => /\.(md|markdown|html?|zip)$/i.test(file.name);
  /** A notebook is opened; anything else is data, for which a notebook must be there. */
  const dropped = async (file: File): Promise<void> => {
    if (isNotebook(file) || !desk) return openFile(file);
    const { openImport } = await data();
    openImport(file, { ...dataOptions, onTable: (table, { keep }) => void took(table, keep) });
  };
  const data = () => import("./data.ts");
  const dataOptions = { build, language, engine, archive: options.archive };
  /** A table came: it is offered, what failed for want of it runs, and it is kept on request. */
  const took = async ({ name }: KeptTable, isKept: boolean): Promise<void> => {
    trust?.imported(name);
    learn();
    desk?.ask(name);
    desk?.keep();
    desk?.runAll();
    await tables?.took(name, isKept, !shelf.refused);
    desk?.refresh();
  };
  /** A table that was kept under its former name is kept under the new one. */
  const renamed = async (table: KeptTable, former: string): Promise<void> => {
    const isKept = (await tables?.all())?.some(({ name }) => name === former) ?? false;
    await tables?.gone(former);
    await took(table, isKept);
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
        void tables?.gone(name).then(() => desk?.refresh());
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
  const saveNotebook = async ({ title, text }: Draft): Promise<void> => {
    const all = (await tables?.all()) ?? [];
    downloadNotebook(document, title, text, all);
    const left = tables?.leftOut(all) ?? [];
    if (left.length > 0) notice("left", tell(language, "file.left_out", list(language, left)));
  };

  let catalogue: Catalogue = emptyCatalogue;
  const learn = (): void => {
    readCatalogue(engine, options.archive).then(
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
  let tables: NotebookTables | null = null;
  let trust: TrustKeeper | null = null;
  let mine: ReturnType<typeof openMine> | null = null;
  /** Shows a notebook at once; its tables follow, and the cells that need them wait. */
  const show = async ({ draft, isKept, kept = [], held = [], onGiven }: Opening): Promise<void> => {
    desk?.close();
    mine = null;
    document.querySelector("#sources")?.remove();
    const coming = [...kept, ...held.map(({ name }) => name)];
    const { author } = draft.trust;
    const keeper = keepTrust({
      draft,
      engine,
      coming,
      onGiven: () => {
        if (desk) onGiven?.(desk.trust());
        desk?.given();
      },
    });
    const own = notebookTables({
      ...{ build, language, engine, shelf, kept, held, notice },
      id: draft.id,
    });
    const originWords = (): string => {
      const names = new Set([...coming, ...engine.tables().map(({ name }) => name)]);
      const brought = author.kind === "own" ? [] : keeper.brought();
      const copied = draft.origin && titleOf(draft.origin.slug);
      return originText(language, { author, copied, brought, own: ownOf([...names], brought) });
    };
    [trust, tables] = [keeper, own];
    desk = openDesk({
      ...{ draft, isKept, build, main, language, shelf, titleOf, notice, originWords },
      trust: keeper,
      arrivals: own.arrivals.element,
      band: (text, onKeep) =>
        author.kind === "own"
          ? null
          : strangerBand(build, language, {
              ...{ text, onKeep: shelf.refused ? null : onKeep },
              slug: draft.slug,
              tables: keeper.brought().length,
            }),
      catalogue: () => catalogue,
      inputs: () => address().inputs,
      compile: compiler.compile,
      mount: (result, hooks) => {
        const mounted = mount(
          result.compiled,
          main,
          {
            ...options.environment(),
            ...hooks,
            consent: keeper.consent,
            arriving: own.arrivals.arriving,
          },
          { problems: result.problems },
        );
        options.onMounted(mounted);
        return mounted;
      },
      onOutput: (output) => widths.observe(output),
      onKept(id) {
        own.keep();
        options.setAddress({ my: id, anchor: null });
      },
      onOpenFile: chooseNotebook,
      onSaveFile: (now) => void saveNotebook(now),
      onData: () => void showTables(),
      onResults: (id) => void showResults(id),
      tables: () => own.all(),
      onMine: () => void goMine(),
      onDiscard: () => void discard(),
      page: new URL(`${prefix}edit/`, root),
      originPage: (slug) =>
        new URL(pathOf(slug) + writeAddress({ ...address(), my: null, anchor: null }), root),
    });
    learn();
    const { opened, mounted } = desk;
    await own.bring((table) => {
      if (keeper.brought().some((name) => name.toLowerCase() === table.name.toLowerCase()))
        keeper.cameAlong(table);
    });
    if (coming.length > 0) learn();
    await opened.then(() => mounted.settled).catch(() => {});
    rove(main);
    performance.mark("fadu:live");
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
        void open({
          slug: "mine",
          text: text[language],
          trust: { ...ownTrust, grants: grantsFor(text[language], "mine") },
        }),
      onOpenFile: chooseNotebook,
      async onExport(id) {
        const draft = await shelf.get(id);
        if (!draft) return;
        downloadNotebook(document, draft.title, draft.text, shared(await shelf.tables(id)));
      },
      async onDuplicate(id) {
        const draft = await shelf.get(id);
        if (!draft) return;
        const title = tell(language, "mine.copy_title", draft.title);
        const text = withTitle(draft.text, draft.slug, title, language);
        const copy = { ...draft, id: newId(), title, text };
        shelf.save(copy);
        putTables(copy.id, await shelf.tables(id));
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
    if (shelf.refused?.state === "failed")
      notice("store", say(language, `store.${shelf.refused.why}`, shelf.refused.message));
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
    const from = { slug, text, hash: hashOf(text) };
    const title = titleFor(text, slug);
    const draft = { id: newId(), slug, title, text, origin: from, trust: ownTrust };
    void show({ draft, isKept: false });
  } else if (my !== null) {
    const draft = await shelf.get(my);
    if (draft) void show({ draft, isKept: true, kept: draft.tables.map(({ name }) => name) });
    else {
      notice("mine", tell(language, "mine.missing", my));
      await showMine();
    }
  } else if (anchor?.startsWith("n=")) {
    const read = await readLink(`#${anchor}`, language, { textOf, compiler });
    if (read.ok) {
      const { text, slug, inputs, tables } = read.shared;
      options.setAddress({ inputs: { ...inputs, ...address().inputs } });
      const linked: Trust = {
        author: { kind: "stranger", way: "link", name: null },
        grants: recallGrants(anchor),
        brought: tables.map(({ name }) => name),
      };
      const title = titleFor(text, slug);
      void show({
        draft: { id: newId(), slug, title, text, origin: null, trust: linked },
        isKept: false,
        held: tables,
        onGiven: ({ grants }) => rememberGrants(anchor, grants),
      });
    } else {
      notice("link", tell(language, "link.broken", read.message));
      await showMine();
    }
  } else await showMine();
  return { settle: () => shelf.settle() };
}
