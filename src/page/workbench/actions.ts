import { type NotebookEditor } from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import { list } from "../../words/index.ts";
import { setFront } from "../../notebook/editing.ts";
import { writeAddress } from "../../drafts/link/index.ts";
import { remember } from "../shell/remember.ts";
import { LAYOUT, type Bar, type BarActions, type Layout } from "./bar.ts";
import type { WorkbenchContext } from "./context.ts";
import { openDiff } from "./diff.ts";
import { downloadKit, downloadNotebook } from "./files.ts";
import { openFront } from "./front.ts";
import type { Keeping } from "./keeping.ts";
import { openShare } from "./share.ts";
import type { NotebookTables } from "./tables.ts";
import { openVersions, versionTime } from "./versions.ts";

/** What leads away from an open notebook, or brings something to it. */
export interface Exits {
  readonly chooseNotebook: () => void;
  /** Shows the tables that queries can read. */
  readonly showTables: () => void;
  /** Offers the result of a cell as a file. */
  readonly showResults: (id: string) => void;
  /** Shows the list of the reader's notebooks. */
  readonly showMine: () => void;
  /** Drops a copy for what it was copied from. */
  readonly discard: () => void;
}

/** The parts of an open notebook that its bar acts on. */
export interface ActionParts {
  readonly context: WorkbenchContext;
  readonly editor: NotebookEditor;
  readonly keeping: Keeping;
  readonly tables: NotebookTables;
  readonly exits: Exits;
  readonly bar: () => Bar;
}

/** What the bar of an open notebook does. */
export function createActions(parts: ActionParts, initial: Layout): BarActions {
  const { context, editor, exits } = parts;
  const { main } = context;
  let layout = initial;
  editor.setLayout(layout);
  return {
    runAll: () => editor.runAll(),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    outline: () => editor.outline(),
    find: () => editor.find(),
    help: () => editor.help(),
    share: () => void share(parts),
    data: exits.showTables,
    layout() {
      layout = layout === "beside" ? "below" : "beside";
      remember(LAYOUT, layout);
      parts.bar().setLayout(layout);
      editor.setLayout(layout);
    },
    read() {
      const isReading = main.dataset["mode"] !== "read";
      main.dataset["mode"] = isReading ? "read" : "edit";
      parts.bar().setReading(isReading);
    },
    title: () => void editFront(parts),
    versions: () => void showVersions(parts),
    saveVersion: () => keepVersion(parts),
    saveFile: () => void saveFile(parts),
    saveKit: () => saveKit(parts),
    openFile: exits.chooseNotebook,
    mine: exits.showMine,
  };
}

export function keepVersion({ context, editor, keeping, bar }: ActionParts): void {
  keeping.keepVersion(editor.doc);
  // Where nothing can be kept, that has just been said.
  if (context.library.refused) return;
  bar().setSaved(editorText(context.language, "said.version"), false);
}

async function showVersions({ context, editor, keeping, bar }: ActionParts): Promise<void> {
  const { build, language, library } = context;
  await library.settle();
  const versions = await library.versions(keeping.draft.id);
  openVersions(build, language, versions, editor.doc.text, (version) => {
    keeping.beforeRestore();
    editor.replace(version.text);
    const time = versionTime(version.at, language);
    bar().setSaved(editorText(language, "versions.restored", time), false);
  });
}

async function editFront({ context: { build, language }, editor }: ActionParts): Promise<void> {
  const changes = await openFront(build, language, editor.doc.front);
  if (changes) editor.change(setFront(editor.doc, changes));
}

/** What the reader's copy has made of the notebook that it was copied from. */
export function showDiff({ context, editor, keeping }: ActionParts): Promise<void> {
  const { build, language, site } = context;
  const { origin } = keeping.draft;
  return openDiff(build, language, {
    before: origin?.text ?? "",
    now: editor.doc.text,
    title: site.titleOf(origin?.slug ?? ""),
  });
}

async function share(parts: ActionParts): Promise<void> {
  const { context, editor, keeping, tables } = parts;
  const { build, language, site, address } = context;
  const { slug, origin } = keeping.draft;
  const { text } = editor.doc;
  const { inputs } = address();
  const shared = { text, slug, language, inputs, tables: await tables.all() };
  /** The repository notebook with the inputs as they are. */
  const query = writeAddress({ ...address(), my: null, anchor: null });
  await openShare({
    ...{ build, language, shared, origin },
    page: site.editPage(),
    originPage: origin && new URL(query, site.pageOf(origin.slug)),
    onSaveFile: () => void saveFile(parts),
  });
}

async function saveFile({ context, keeping, tables }: ActionParts): Promise<void> {
  const { document, language, notice } = context;
  const all = await tables.all();
  downloadNotebook(document, keeping.draft, all);
  const left = tables.leftOut(all);
  if (left.length > 0) notice("left", editorText(language, "file.left_out", list(language, left)));
}

function saveKit({ context, editor, keeping }: ActionParts): void {
  const { document, language, notice } = context;
  const lost = downloadKit(document, keeping.draft.title, editor.doc, language);
  if (lost) notice("kit", lost);
}
