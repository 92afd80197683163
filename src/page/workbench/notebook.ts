import {
  openEditor,
  schemaOffer,
  type EditorOptions,
  type Hooks,
  type NotebookEditor,
} from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import type { KeptTable } from "../../engine/index.ts";
import { say } from "../../words/index.ts";
import { openDocument, type CompileResult, type NotebookDocument } from "../../notebook/editing.ts";
import { mount, type Mounted } from "../../runtime/index.ts";
import type { Draft, StoredTable, Trust } from "../../drafts/store/index.ts";
import { recall } from "../shell/remember.ts";
import { watchWidths } from "../shell/widths.ts";
import { createActions, keepVersion, showDiff, type ActionParts, type Exits } from "./actions.ts";
import { createBands, type Bands } from "./bands.ts";
import { createBar, LAYOUT, type Bar } from "./bar.ts";
import type { WorkbenchContext } from "./context.ts";
import { createKeeping, type Keeping } from "./keeping.ts";
import type { SaveState } from "./library.ts";
import { originText, ownOf, type Whose } from "./origin.ts";
import { notebookTables, type NotebookTables } from "./tables.ts";
import { keepTrust, type TrustKeeper } from "./trust.ts";

/** A notebook that is to be opened. */
export interface Opening {
  readonly draft: Draft;
  /** Whether the library has it already; else it is kept at the first change. */
  readonly isKept: boolean;
  /** Names of its tables in the library. */
  readonly kept?: readonly string[];
  /** Its tables that are not in the library. */
  readonly unkept?: readonly StoredTable[];
  /** The reader let code run that is not in the library. */
  readonly onGiven?: (trust: Trust) => void;
}

/** A notebook under edit: its text, its tables, and which of its code may run. */
export class OpenNotebook {
  readonly #context: WorkbenchContext;
  readonly #opening: Opening;
  /** Names of the tables that come with it. */
  readonly #coming: readonly string[];
  readonly #trust: TrustKeeper;
  readonly #tables: NotebookTables;
  readonly #keeping: Keeping;
  readonly #bands: Bands;
  readonly #editor: NotebookEditor;
  readonly #parts: ActionParts;
  readonly #bar: Bar;
  /** Draws a chart anew when its place becomes narrow or wide. */
  readonly #widths = watchWidths((id, variant) => this.mounted.setVariant(id, variant));
  /** The document before the edit that is told next. */
  #before: NotebookDocument;

  constructor(context: WorkbenchContext, opening: Opening, exits: Exits) {
    const { build, language, library, engine, main } = context;
    const { draft, isKept, kept = [], unkept = [] } = opening;
    this.#context = context;
    this.#opening = opening;
    this.#coming = [...kept, ...unkept.map(({ name }) => name)];
    this.#before = openDocument(draft.text, { slug: draft.slug });
    const onGiven = (): void => this.#given();
    this.#trust = keepTrust({ draft, engine, coming: this.#coming, onGiven });
    this.#tables = notebookTables(context, { id: draft.id, kept, unkept });
    this.#keeping = createKeeping({
      ...{ draft, isKept, library, language },
      trust: this.#trust.trust,
      onDraft: () => this.#refresh(),
      onKept: (id) => this.#kept(id),
    });
    const cells = build.html("div", { class: "edit-root" });
    this.#bands = createBands(build, language, this.#tables.arrivals.element);
    main.replaceChildren(this.#bands.element, cells);
    main.classList.add("editing");
    main.dataset["mode"] = "edit";
    this.#editor = openEditor(this.#editorOptions(cells, this.#before, exits));
    const [editor, keeping, tables] = [this.#editor, this.#keeping, this.#tables];
    this.#parts = { context, editor, keeping, tables, exits, bar: () => this.#bar };
    const layout = recall(LAYOUT) === "below" ? "below" : "beside";
    this.#bar = createBar(build, language, createActions(this.#parts, layout), layout);
    main.prepend(this.#bar.element);
    this.#refresh();
    this.#bar.setSteps(editor);
    library.onState(draft.id, (state) => this.#showSaved(state));
    this.#showSaved(library.refused ?? { state: isKept ? "saved" : "unsaved" });
    this.#showWhose();
  }

  get mounted(): Mounted {
    return this.#editor.mounted;
  }

  /** As it was kept last, or opened. */
  get draft(): Draft {
    return this.#keeping.draft;
  }

  /** Whether it is another than when it was opened, and not in the library. */
  get isUnkept(): boolean {
    return !this.#keeping.isKept && this.#editor.doc.text !== this.#opening.draft.text;
  }

  /** Brings its tables in; settles when every cell has its first output. */
  async bringTables(): Promise<void> {
    const { opened, mounted } = this.#editor;
    const { catalogue } = this.#context;
    catalogue.learn();
    await this.#tables.bring((table) => {
      if (ownOf([table.name], this.#trust.brought()).length === 0) this.#trust.cameAlong(table);
    });
    if (this.#coming.length > 0) catalogue.learn();
    await opened.then(() => mounted.settled).catch(() => {});
  }

  /** A table of the reader's own came: it is offered, and what failed for want of it runs. */
  async took({ name }: KeptTable, isKept: boolean): Promise<void> {
    this.#trust.imported(name);
    this.#context.catalogue.learn();
    this.#editor.ask(name);
    this.#keeping.keep(this.#editor.doc);
    this.#editor.runAll();
    await this.#tables.took(name, isKept);
    this.#refresh();
  }

  /** A table that was kept under its former name is kept under the new one. */
  async renamed(table: KeptTable, former: string): Promise<void> {
    const isKept = (await this.#tables.all()).some(({ name }) => name === former);
    await this.#tables.gone(former);
    await this.took(table, isKept);
  }

  async gone(name: string): Promise<void> {
    this.#context.catalogue.learn();
    await this.#tables.gone(name);
    this.#refresh();
  }

  /** Writes into the source that was typed in last, else into a query of its own. */
  insert(text: string): void {
    this.#editor.insert(text);
  }

  close(): void {
    this.#widths.disconnect();
    this.#editor.destroy();
  }

  #editorOptions(root: HTMLElement, doc: NotebookDocument, exits: Exits): EditorOptions {
    const { document, language, compiler, catalogue } = this.#context;
    const label = editorText(language, "data.download");
    return {
      ...{ document, root, language, doc },
      compile: compiler.compile,
      mount: (result, hooks) => this.#mount(result, hooks),
      catalogue: () => catalogue.current,
      offer: schemaOffer(language),
      results: (id) => [{ label, act: () => exits.showResults(id) }],
      onChange: (next, hand) => {
        if (hand === "reader") this.#trust.edited(this.#before, next);
        this.#before = next;
        this.#keeping.keep(next);
        this.#bar.setSteps(this.#editor);
      },
      onRun: (ran) => {
        this.#trust.ran(ran);
        this.#keeping.ran();
      },
      onSave: () => keepVersion(this.#parts),
      onOutput: (output) => this.#widths.observe(output),
    };
  }

  #mount({ compiled, problems }: CompileResult, hooks: Hooks): Mounted {
    const { main, environment, onMounted } = this.#context;
    const { consent } = this.#trust;
    const { arriving } = this.#tables.arrivals;
    const own = { ...environment(), ...hooks, consent, arriving };
    const mounted = mount(compiled, main, own, { problems });
    onMounted(mounted);
    return mounted;
  }

  /** The reader let code run. */
  #given(): void {
    const { doc } = this.#editor;
    this.#opening.onGiven?.(this.#trust.trust(doc));
    if (this.#keeping.isKept) this.#keeping.keep(doc);
  }

  /** It is in the library from now on. */
  #kept(id: string): void {
    this.#tables.keep();
    this.#context.setAddress({ my: id, anchor: null });
    this.#showWhose();
  }

  #refresh(): void {
    this.#bar.setTitle(this.draft.title);
    this.#bar.setOrigin(this.#whose());
  }

  /** Whose it is, from where, with which tables, as it is now. */
  #whose(): string {
    const { engine, language, site } = this.#context;
    const { origin, trust } = this.draft;
    const names = engine.tables().map(({ name }) => name);
    const whose: Whose = {
      author: trust.author,
      origin: origin?.slug ?? null,
      tables: [...new Set([...this.#coming, ...names])],
      brought: this.#trust.brought(),
    };
    return originText(whose, language, site);
  }

  /** Says above the cells what it is a copy of, and what a stranger's holds. */
  #showWhose(): void {
    const { library, site } = this.#context;
    const { origin, trust, slug, text } = this.draft;
    const { isKept } = this.#keeping;
    const diff = (): void => void showDiff(this.#parts);
    const { discard } = this.#parts.exits;
    if (origin && isKept) this.#bands.showCopy(site.titleOf(origin.slug), { diff, discard });
    if (trust.author.kind === "own") return;
    const keep = isKept || library.refused ? null : () => this.#keeping.keep(this.#editor.doc);
    this.#bands.showStranger({ text, slug, tables: this.#trust.brought().length, keep });
  }

  #showSaved(saved: SaveState): void {
    const { language } = this.#context;
    if (saved.state === "conflict") return this.#showConflict(saved.theirs);
    const isFailed = saved.state === "failed";
    const text = isFailed
      ? say(language, `store.${saved.why}`, saved.message)
      : editorText(language, `saved.${saved.state}`);
    this.#bar.setSaved(text, isFailed);
    this.#bar.element.dataset["saved"] = saved.state;
  }

  /** Whichever text is not taken stays among the versions. */
  #showConflict(theirs: Draft | null): void {
    const keepMine = (): void => this.#keeping.overwrite();
    const take =
      ({ text }: Draft) =>
      () => {
        keepMine();
        this.#editor.replace(text);
      };
    this.#bands.showConflict({ keepMine, takeTheirs: theirs && take(theirs) });
  }
}
