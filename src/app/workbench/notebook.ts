import type { Builder } from "../../dom/index.ts";
import {
  openDialog,
  openEditor,
  schemaOffer,
  tell,
  type Catalogue,
  type Compile,
  type EditorOptions,
  type EditorWord,
} from "../../editor/index.ts";
import { setFront, type NotebookDocument } from "../../notebook/editing.ts";
import { openDocument } from "../../notebook/editing.ts";
import type { Mounted } from "../../runtime/index.ts";
import { say } from "../../i18n/index.ts";
import { tableFormats } from "../../share/link.ts";
import type { Draft, StoredTable, Trust } from "../../store/index.ts";
import type { SaveState, Shelf } from "./library.ts";
import { band } from "./band.ts";
import { createBar, type Bar } from "./bar.ts";
import { titleIn } from "./draft.ts";
import { downloadKit } from "./files.ts";
import { openFront } from "./front.ts";
import { openShare } from "./share.ts";
import type { TrustKeeper } from "./trust.ts";
import { openVersions, versionTime } from "./versions.ts";

export interface DeskOptions {
  readonly build: Builder;
  readonly main: HTMLElement;
  readonly language: "zh" | "en";
  /** The address of the page of one's own notebooks. */
  readonly page: URL;
  readonly shelf: Shelf;
  readonly draft: Draft;
  /** Whether the shelf holds it already; else it is kept at the first change. */
  readonly isKept: boolean;
  /** Which of its code may run. */
  readonly trust: TrustKeeper;
  /** What stands above it, made anew when it is kept; null for nothing. */
  readonly band: (text: string, onKeep: (() => void) | null) => HTMLElement | null;
  /** Says which tables are on their way. */
  readonly arrivals: HTMLElement;
  /** Whose it is, from where, with which tables, as it is now. */
  readonly originWords: () => string;
  readonly catalogue: () => Catalogue;
  readonly titleOf: (slug: string) => string;
  readonly inputs: () => Readonly<Record<string, string>>;
  readonly compile: Compile;
  readonly mount: EditorOptions["mount"];
  readonly onOutput: (output: HTMLElement) => void;
  /** It is on the shelf now, under this id. */
  readonly onKept: (id: string) => void;
  readonly notice: (key: string, message: string) => void;
  readonly onOpenFile: () => void;
  readonly onSaveFile: (draft: Draft) => void;
  /** Shows the tables that queries can read. */
  readonly onData: () => void;
  /** Offers the result of a cell as a file. */
  readonly onResults: (id: string) => void;
  /** The tables of the reader's own that belong to the notebook. */
  readonly tables: () => Promise<readonly StoredTable[]>;
  readonly onMine: () => void;
  readonly onDiscard: () => void;
  /** The address of a repository notebook with the inputs as they are. */
  readonly originPage: (slug: string) => URL;
}

/** A notebook on the workbench. */
export interface Desk {
  readonly mounted: Mounted;
  /** Settles when the notebook has been compiled and is running. */
  readonly opened: Promise<void>;
  readonly draft: Draft;
  /** What of its code may run now. */
  trust(): Trust;
  /** Whether it is another than when it was opened, and not on the shelf. */
  readonly isUnkept: boolean;
  /** Puts it on the shelf as it is. */
  keep(): void;
  /** The reader let its code run: kept where the notebook is. */
  given(): void;
  /** Its tables are others: says so. */
  refresh(): void;
  close(): void;
  /** Runs every cell again: what they read is another. */
  runAll(): void;
  /** Writes into the source that was typed in last, else into a query of its own. */
  insert(text: string): void;
  /** Puts a query of a table at the end, unless one reads it already. */
  ask(table: string): void;
}

/** Kept versions made by running come no closer than this, in ms. */
const VERSION_AFTER = 60_000;
const LAYOUT = "fadu:layout";

type Layout = "beside" | "below";

function readLayout(): Layout {
  try {
    return localStorage.getItem(LAYOUT) === "below" ? "below" : "beside";
  } catch {
    return "beside";
  }
}

function writeLayout(layout: Layout): void {
  try {
    localStorage.setItem(LAYOUT, layout);
  } catch {
    // Refused storage costs one choice on the next visit.
  }
}

/** Joins editor, bar, bands and shelf. */
export function openDesk(options: DeskOptions): Desk {
  const { build, main, language, shelf, titleOf } = options;
  const { html, document } = build;
  const t = (word: EditorWord, ...values: (string | number)[]) => tell(language, word, ...values);
  let draft = options.draft;
  let isKept = options.isKept;
  let layout = readLayout();
  let lastVersion = 0;
  const bands = html("div", { class: "bands" });
  const cells = html("div", { class: "edit-root" });
  const { origin } = draft;

  const showBand = (element: HTMLElement): void => {
    const name = element.dataset["band"] ?? "";
    bands.querySelector(`[data-band="${CSS.escape(name)}"]`)?.remove();
    bands.append(element);
  };

  const showSaved = (state: SaveState): void => {
    if (state.state === "conflict") return showConflict(state.theirs);
    const isFailed = state.state === "failed";
    const text = isFailed
      ? say(language, `store.${state.why}`, state.message)
      : t(`saved.${state.state}`);
    bar.setSaved(text, isFailed);
    bar.element.dataset["saved"] = state.state;
  };

  const showConflict = (theirs: Draft | null): void => {
    const settle = (keepMine: boolean) => () => {
      bands.querySelector("[data-band=conflict]")?.remove();
      // Whichever is not taken stays among the versions.
      shelf.overwrite(draft);
      if (!keepMine && theirs) editor.replace(theirs.text);
    };
    showBand(
      band(
        build,
        "conflict",
        say(language, "store.conflict"),
        [
          { label: t("conflict.mine"), name: "keep-mine", act: settle(true) },
          ...(theirs
            ? [{ label: t("conflict.theirs"), name: "take-theirs", act: settle(false) }]
            : []),
        ],
        { isWarning: true },
      ),
    );
  };

  const showCopy = (): void => {
    if (origin === null || !isKept) return;
    showBand(
      band(build, "copy", t("copy.of", titleOf(origin.slug)), [
        { label: t("copy.diff"), name: "diff", act: () => void showDiff() },
        { label: t("copy.discard"), name: "discard", act: options.onDiscard },
      ]),
    );
  };

  const showDiff = async (): Promise<void> => {
    const { diffView } = await import("../../editor/diff.ts");
    const place = html("div", { class: "diff" });
    const isSame = origin?.text === editor.doc.text;
    const dialog = openDialog(build, {
      language,
      title: t("diff.title"),
      name: "diff",
      content: [html("p", { class: "note" }, t(isSame ? "diff.none" : "diff.note")), place],
      onClose: () => view.destroy(),
    });
    const view = diffView(place, origin?.text ?? "", editor.doc.text, [
      titleOf(origin?.slug ?? ""),
      t("diff.title"),
    ]);
    dialog.element.querySelector<HTMLElement>(".close")?.focus();
  };

  const keep = (doc: NotebookDocument): void => {
    draft = {
      ...draft,
      text: doc.text,
      title: titleIn(doc.front, language),
      trust: options.trust.trust(doc),
    };
    bar.setTitle(draft.title);
    bar.setOrigin(options.originWords());
    showSaved({ state: "saving" });
    shelf.save(draft);
    if (isKept || shelf.refused) return;
    isKept = true;
    options.onKept(draft.id);
    showCopy();
    showStranger();
  };

  const showStranger = (): void => {
    const element = options.band(draft.text, isKept ? null : () => keep(editor.doc));
    if (element) showBand(element);
  };

  const keepVersion = (): void => {
    if (!isKept) keep(editor.doc);
    shelf.keepVersion(draft, "saved");
    lastVersion = Date.now();
    bar.setSaved(t("said.version"), false);
  };

  const showVersions = async (): Promise<void> => {
    await shelf.settle();
    const versions = await shelf.versions(draft.id);
    openVersions(build, language, versions, editor.doc.text, (version) => {
      shelf.keepVersion(draft, "restored");
      editor.replace(version.text);
      bar.setSaved(t("versions.restored", versionTime(version.at, language)), false);
    });
  };

  const share = async (): Promise<void> =>
    openShare({
      build,
      language,
      shared: {
        text: editor.doc.text,
        slug: draft.slug,
        language,
        inputs: options.inputs(),
        tables: (await options.tables()).flatMap(({ name, format, bytes }) => {
          const known = tableFormats.find((one) => one === format);
          return known ? [{ name, format: known, bytes }] : [];
        }),
      },
      origin,
      page: options.page,
      originPage: origin && options.originPage(origin.slug),
      onSaveFile: () => options.onSaveFile(draft),
    });

  const bar: Bar = createBar(build, language, {
    runAll: () => editor.runAll(),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    outline: () => editor.outline(),
    find: () => editor.find(),
    help: () => editor.help(),
    share: () => void share(),
    data: options.onData,
    layout() {
      layout = layout === "beside" ? "below" : "beside";
      writeLayout(layout);
      bar.setLayout(layout);
      editor.setLayout(layout);
    },
    read() {
      const isReading = main.dataset["mode"] !== "read";
      main.dataset["mode"] = isReading ? "read" : "edit";
      bar.setReading(isReading);
    },
    title: () =>
      void openFront(build, language, editor.doc.front).then((changes) => {
        if (changes) editor.change(setFront(editor.doc, changes));
      }),
    versions: () => void showVersions(),
    saveVersion: () => keepVersion(),
    saveFile: () => options.onSaveFile(draft),
    saveKit() {
      const lost = downloadKit(document, draft.title, editor.doc, language);
      if (lost) options.notice("kit", lost);
    },
    openFile: options.onOpenFile,
    mine: options.onMine,
  });

  main.replaceChildren(bar.element, bands, cells);
  main.classList.add("editing");
  main.dataset["mode"] = "edit";
  bands.append(options.arrivals);
  const opened = openDocument(draft.text, { slug: draft.slug });
  let last = opened;
  const editor = openEditor({
    document,
    root: cells,
    language,
    doc: opened,
    compile: options.compile,
    mount: options.mount,
    catalogue: options.catalogue,
    offer: schemaOffer(language),
    results: (id) => [{ label: t("data.download"), act: () => options.onResults(id) }],
    onChange(doc, hand) {
      if (hand === "reader") options.trust.edited(last, doc);
      last = doc;
      keep(doc);
      bar.setSteps(editor);
    },
    onRun(doc) {
      options.trust.ran(doc);
      if (!isKept || Date.now() - lastVersion < VERSION_AFTER) return;
      lastVersion = Date.now();
      shelf.keepVersion(draft, "run");
    },
    onSave: () => keepVersion(),
    onOutput: options.onOutput,
  });
  bar.setTitle(draft.title);
  bar.setSteps(editor);
  bar.setLayout(layout);
  editor.setLayout(layout);
  shelf.onState(showSaved);
  showSaved(shelf.refused ?? { state: isKept ? "saved" : "unsaved" });
  bar.setOrigin(options.originWords());
  showCopy();
  showStranger();
  return {
    get mounted() {
      return editor.mounted;
    },
    opened: editor.opened,
    get draft() {
      return draft;
    },
    trust: () => options.trust.trust(editor.doc),
    get isUnkept() {
      return !isKept && editor.doc.text !== opened.text;
    },
    keep: () => keep(editor.doc),
    given() {
      if (isKept) keep(editor.doc);
    },
    refresh: () => bar.setOrigin(options.originWords()),
    close: () => editor.destroy(),
    runAll: () => editor.runAll(),
    insert: (text) => editor.insert(text),
    ask: (table) => editor.ask(table),
  };
}
