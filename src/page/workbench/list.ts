import { ask, menuButton } from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { locale, punctuation } from "../../words/index.ts";
import type { DraftSummary } from "../../drafts/store/index.ts";
import type { WorkbenchContext } from "./context.ts";
import { duplicate, remove, rename } from "./draft.ts";
import { downloadNotebook } from "./files.ts";
import { originText } from "./origin.ts";
import { shared } from "./tables.ts";
import { templates, type Template } from "./templates.ts";

export interface ListOptions {
  readonly onNew: (template: Template) => void;
  readonly onOpenFile: () => void;
}

/** The page of the reader's own notebooks: their list, and what a new one begins with. */
export interface NotebookList {
  readonly element: HTMLElement;
  /** Lists what is there now. */
  refresh(): Promise<void>;
}

const columns = ["title", "changed", "size", "origin", "actions"] as const;

/** What can be done with one of the notebooks; each ends with the list as it is then. */
interface RowActions {
  readonly rename: (entry: DraftSummary) => void;
  readonly duplicate: (entry: DraftSummary) => void;
  readonly save: (entry: DraftSummary) => void;
  readonly remove: (entry: DraftSummary) => void;
}

export function createList(context: WorkbenchContext, options: ListOptions): NotebookList {
  const { build, language, library } = context;
  const { html, document } = build;
  const place = html("div", { class: "mine-list" });
  const told = html("div", { role: "status", class: "mine-told" });
  const actions: RowActions = {
    async rename({ id, title }) {
      const name = await ask(build, {
        language,
        title: editorText(language, "mine.rename"),
        label: editorText(language, "mine.rename_label"),
        value: title,
      });
      if (!name) return;
      await rename(library, id, name, language);
      await refresh();
    },
    async duplicate({ id }) {
      await duplicate(library, id, language);
      await refresh();
    },
    async save({ id }) {
      const draft = await library.get(id);
      if (draft) downloadNotebook(document, draft, shared(await library.tables(id)));
    },
    async remove({ id, title }) {
      const giveBack = await remove(library, id);
      const undo = html("button", { type: "button", "data-action": "undo" });
      undo.textContent = editorText(language, "mine.undo");
      undo.addEventListener("click", () => {
        told.replaceChildren();
        void giveBack().then(refresh);
      });
      told.replaceChildren(`${editorText(language, "mine.deleted", title)} `, undo);
      await refresh();
      undo.focus();
    },
  };
  const refresh = async (): Promise<void> => {
    const entries = await library.list();
    place.replaceChildren(
      entries.length > 0
        ? tableOf(entries, context, actions)
        : html("p", { class: "empty" }, editorText(language, "mine.none")),
    );
  };
  const element = html(
    "div",
    { class: "mine-page" },
    html("h1", {}, editorText(language, "mine.title")),
    html("p", { class: "lead" }, editorText(language, "mine.lead")),
    toolsOf(context, options),
    told,
    place,
  );
  return { element, refresh };
}

/** Buttons for a new notebook of each kind, and for one from a file. */
function toolsOf(
  { build: { html }, language }: WorkbenchContext,
  { onNew, onOpenFile }: ListOptions,
): HTMLElement {
  const starts = templates.map((template) => {
    const { name, label } = template;
    const attributes = { type: "button", "data-action": "new", "data-template": name };
    const button = html("button", attributes, label[language]);
    button.addEventListener("click", () => onNew(template));
    return button;
  });
  const open = html("button", { type: "button", "data-action": "open" });
  open.textContent = editorText(language, "bar.open");
  open.addEventListener("click", onOpenFile);
  return html("div", { class: "tools" }, starts, open);
}

function tableOf(
  entries: readonly DraftSummary[],
  context: WorkbenchContext,
  actions: RowActions,
): HTMLElement {
  const { language } = context;
  const { html } = context.build;
  const name = (column: (typeof columns)[number]) => editorText(language, `mine.column.${column}`);
  const head = columns.map((column) => html("th", { scope: "col" }, name(column)));
  const table = html(
    "table",
    { class: "mine" },
    html("caption", { class: "visually-hidden" }, editorText(language, "mine.title")),
    html("thead", {}, html("tr", {}, head)),
    html(
      "tbody",
      {},
      entries.map((entry) => rowOf(entry, context, actions)),
    ),
  );
  return html("div", { class: "scroll matrix" }, table);
}

function rowOf(entry: DraftSummary, context: WorkbenchContext, actions: RowActions): HTMLElement {
  const { build, language, site } = context;
  const { html } = build;
  const label = `${editorText(language, "mine.column.actions")}${punctuation[language].colon}${entry.title}`;
  const menu = menuButton(build, {
    text: "⋯",
    label,
    items: () => [
      { label: editorText(language, "mine.rename"), act: () => actions.rename(entry) },
      { label: editorText(language, "mine.duplicate"), act: () => actions.duplicate(entry) },
      { label: editorText(language, "mine.export"), act: () => actions.save(entry) },
      { label: editorText(language, "mine.delete"), act: () => actions.remove(entry) },
    ],
  });
  const size = editorText(language, "mine.size", (entry.size / 1000).toFixed(1));
  const href = site.editPage(entry.id).href;
  return html(
    "tr",
    { "data-my": entry.id },
    html("th", { scope: "row" }, html("a", { href }, entry.title)),
    html("td", {}, changedText(entry.changed, language)),
    html("td", { class: "number" }, size),
    html("td", { class: "whose" }, originText(entry, language, site)),
    html("td", {}, menu),
  );
}

function changedText(at: number, language: Language): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(locale(language), style).format(at);
}
