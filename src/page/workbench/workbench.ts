import "../shell/dialog.css";
import "./edit.css";
import { editorText } from "../../words/editor.ts";
import { list as listed, say } from "../../words/index.ts";
import { hashOf } from "../../drafts/link/link.ts";
import { ownTrust, type Draft, type StoredTable, type Trust } from "../../drafts/store/index.ts";
import { chooseFile } from "../shell/files.ts";
import { isNotebookLink } from "../shell/history.ts";
import type { Exits } from "./actions.ts";
import {
  createContext,
  type OriginText,
  type WorkbenchContext,
  type WorkbenchOptions,
} from "./context.ts";
import { draftOf, putWhole } from "./draft.ts";
import { isNotebookFile, notebookNames, readNotebookFile, tableNames } from "./files.ts";
import { readLink, recallGrants, rememberGrants } from "./link.ts";
import { createList, type NotebookList } from "./list.ts";
import { OpenNotebook, type Opening } from "./notebook.ts";
import type { Template } from "./templates.ts";
import { grantsFor } from "./trust.ts";

export interface Workbench {
  /** Settles when all that was typed is kept, or cannot be. */
  settle(): Promise<void>;
}

/** Shows the notebook of the page's address, else the list of the reader's own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const context = await createContext(options);
  const { document, library } = context;
  const stage = new Stage(context);
  document.defaultView?.addEventListener("beforeunload", (event) => {
    // The browser asks; the text itself is written when the page goes, a table takes longer.
    if (library.isLosing) event.preventDefault();
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void stage.take(file);
  });
  await stage.start();
  return { settle: () => library.settle() };
}

/** The dialogs on tables, loaded when one is first opened. */
const dialogs = () => import("./data.ts");

/** What stands on the page: a notebook that is open, or the list of all. */
class Stage {
  readonly #context: WorkbenchContext;
  #notebook: OpenNotebook | null = null;
  #list: NotebookList | null = null;
  readonly #exits: Exits = {
    chooseNotebook: () => void this.#chooseNotebook(),
    showTables: () => void this.#showTables(),
    showResults: (id) => void this.#showResults(id),
    showMine: () => void this.#leave(),
    discard: () => void this.#discard(),
  };

  constructor(context: WorkbenchContext) {
    this.#context = context;
  }

  /** Shows what the address names; a notebook stands there before its tables have come. */
  async start(): Promise<void> {
    const { origin, address } = this.#context;
    const { my, anchor } = address();
    if (origin) this.#startCopy(origin, anchor);
    else if (my !== null) await this.#startKept(my);
    else if (anchor !== null && isNotebookLink({ anchor })) await this.#startLinked(anchor);
    else await this.#showList();
  }

  /** A file was dropped: a notebook is opened, anything else is data for the one that is open. */
  async take(file: File): Promise<void> {
    if (isNotebookFile(file) || !this.#notebook) return this.#openFile(file);
    const { openImport } = await dialogs();
    openImport(file, {
      ...this.#context,
      onTable: (table, { keep }) => void this.#notebook?.took(table, keep),
    });
  }

  #startCopy({ slug, text }: OriginText, anchor: string | null): void {
    const { language, setAddress } = this.#context;
    if (anchor === null) setAddress({ anchor: "edit" });
    const origin = { slug, text, hash: hashOf(text) };
    const draft = draftOf({ slug, text, origin, trust: ownTrust }, language);
    void this.#show({ draft, isKept: false });
  }

  async #startKept(id: string): Promise<void> {
    const { library, language, notice } = this.#context;
    const draft = await library.get(id);
    if (draft)
      return void this.#show({ draft, isKept: true, kept: draft.tables.map(({ name }) => name) });
    notice("mine", editorText(language, "mine.missing", id));
    await this.#showList();
  }

  async #startLinked(anchor: string): Promise<void> {
    const { site, compiler, language, address, setAddress, notice } = this.#context;
    const read = await readLink(`#${anchor}`, language, { textOf: site.textOf, compiler });
    if (!read.ok) {
      notice("link", editorText(language, "link.broken", read.message));
      return this.#showList();
    }
    const { text, slug, inputs, tables } = read.shared;
    setAddress({ inputs: { ...inputs, ...address().inputs } });
    const trust: Trust = {
      author: { kind: "stranger", way: "link", name: null },
      grants: recallGrants(anchor),
      brought: tables.map(({ name }) => name),
    };
    void this.#show({
      draft: draftOf({ slug, text, trust }, language),
      isKept: false,
      unkept: tables,
      onGiven: ({ grants }) => rememberGrants(anchor, grants),
    });
  }

  /** Shows a notebook at once; its tables follow, and the cells that need them wait. */
  async #show(opening: Opening): Promise<void> {
    const { document } = this.#context;
    this.#notebook?.close();
    this.#list = null;
    document.querySelector("#sources")?.remove();
    this.#notebook = new OpenNotebook(this.#context, opening, this.#exits);
    await this.#notebook.bringTables();
    performance.mark("fadu:live");
  }

  async #showList(): Promise<void> {
    const { main, library, language, notice } = this.#context;
    this.#list = createList(this.#context, {
      onNew: (template) => void this.#openNew(template),
      onOpenFile: this.#exits.chooseNotebook,
    });
    main.replaceChildren(this.#list.element);
    const { refused } = library;
    if (refused) notice("store", say(language, `store.${refused.why}`, refused.message));
    try {
      await this.#list.refresh();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notice("mine", editorText(language, "mine.unreadable", why));
    }
    performance.mark("fadu:live");
  }

  async #openNew({ text }: Template): Promise<void> {
    const { language } = this.#context;
    const [slug, own] = ["mine", text[language]];
    const trust = { ...ownTrust, grants: grantsFor(own, slug) };
    await this.#open(draftOf({ slug, text: own, trust }, language), []);
  }

  /** Goes to a new notebook; one that cannot be kept is opened on this page, and says so. */
  async #open(draft: Draft, tables: readonly StoredTable[]): Promise<void> {
    const { library, language, site } = this.#context;
    if (await putWhole(library, draft, tables))
      return window.location.assign(site.editPage(draft.id));
    const isLost = this.#notebook?.isUnkept === true;
    if (isLost && !window.confirm(editorText(language, "denied.replace"))) return;
    await this.#show({ draft, isKept: false, unkept: tables });
  }

  async #chooseNotebook(): Promise<void> {
    const file = await chooseFile(this.#context.document, notebookNames);
    if (file) await this.#openFile(file);
  }

  async #openFile(file: File): Promise<void> {
    const { language, compiler, library, notice } = this.#context;
    const read = await readNotebookFile(file, language, compiler);
    if (!read.ok) return notice("file", read.message);
    const { text, slug, way, tables, lost } = read;
    const brought = tables.map(({ name }) => name);
    const author = { kind: "stranger", way, name: file.name } as const;
    const draft = draftOf({ slug, text, trust: { author, grants: [], brought } }, language);
    if (lost.length === 0) return this.#open(draft, tables);
    // Going to its page would take the sentence away before it is read.
    if ((await putWhole(library, draft, tables)) && this.#list) await this.#list.refresh();
    else
      await this.#show({ draft, isKept: (await library.get(draft.id)) !== null, unkept: tables });
    notice("file", editorText(language, "file.lost", listed(language, lost)));
  }

  async #showTables(): Promise<void> {
    const { openTables } = await dialogs();
    openTables({
      ...this.#context,
      onInsert: (text) => this.#notebook?.insert(text),
      onChoose: () => void this.#chooseTable(),
      onGone: (name) => void this.#notebook?.gone(name),
      onNamed: (table, former) => void this.#notebook?.renamed(table, former),
    });
  }

  async #chooseTable(): Promise<void> {
    const file = await chooseFile(this.#context.document, tableNames);
    if (file) await this.take(file);
  }

  async #showResults(id: string): Promise<void> {
    const { openResults } = await dialogs();
    const table = async () => (await this.#notebook?.mounted.table(id)) ?? null;
    openResults(id, table, this.#context);
  }

  /** To the page of the reader's notebooks. */
  async #leave(): Promise<void> {
    await this.#context.library.settle();
    window.location.assign(this.#context.site.editPage());
  }

  async #discard(): Promise<void> {
    const { library, site, address } = this.#context;
    const { my } = address();
    const slug = this.#notebook?.draft.origin?.slug ?? "";
    if (my) await library.remove(my);
    window.location.assign(site.pageOf(slug));
  }
}
