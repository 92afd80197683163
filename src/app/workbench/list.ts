import type { Builder } from "../../dom/index.ts";
import { ask, menuButton, tell, type EditorWord } from "../../editor/index.ts";
import { locale, punctuation } from "../../i18n/index.ts";
import type { DraftSummary } from "../../store/index.ts";
import type { Shelf } from "./library.ts";
import { originText, ownOf } from "./origin.ts";
import { templates, type Template } from "./templates.ts";

export interface MineOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly shelf: Shelf;
  /** Title of a repository notebook, by its slug. */
  readonly titleOf: (slug: string) => string;
  readonly hrefOf: (id: string) => string;
  readonly onNew: (template: Template) => void;
  readonly onOpenFile: () => void;
  readonly onExport: (id: string) => void;
  readonly onDuplicate: (id: string) => Promise<void>;
  readonly onRename: (id: string, title: string) => Promise<void>;
  /** Gives the notebook back that was removed. */
  readonly onRemove: (id: string) => Promise<() => Promise<void>>;
}

function whose(entry: DraftSummary, { language, titleOf }: MineOptions): string {
  const { author, origin, tables } = entry;
  const brought = author.kind === "own" ? [] : entry.brought;
  const copied = origin && titleOf(origin);
  return originText(language, { author, copied, brought, own: ownOf(tables, brought) });
}

function changedText(at: number, language: "zh" | "en"): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
}

/** The list of one's own notebooks, with what can be done with each. */
export function openMine(options: MineOptions): {
  readonly element: HTMLElement;
  refresh(): Promise<void>;
} {
  const { build, language, shelf, hrefOf } = options;
  const { html } = build;
  const t = (word: EditorWord, ...values: (string | number)[]) => tell(language, word, ...values);
  const place = html("div", { class: "mine-list" });
  const told = html("div", { role: "status", class: "mine-told" });
  const starts = templates.map((template) => {
    const button = html(
      "button",
      { type: "button", "data-action": "new", "data-template": template.name },
      template.label[language],
    );
    button.addEventListener("click", () => options.onNew(template));
    return button;
  });
  const open = html("button", { type: "button", "data-action": "open" }, t("bar.open"));
  open.addEventListener("click", options.onOpenFile);

  const remove = async ({ id, title }: DraftSummary): Promise<void> => {
    const giveBack = await options.onRemove(id);
    const undo = html("button", { type: "button", "data-action": "undo" }, t("mine.undo"));
    undo.addEventListener("click", () => {
      told.replaceChildren();
      void giveBack().then(refresh);
    });
    told.replaceChildren(`${t("mine.deleted", title)} `, undo);
    await refresh();
    undo.focus();
  };
  const rename = async ({ id, title }: DraftSummary): Promise<void> => {
    const name = await ask(build, {
      language,
      title: t("mine.rename"),
      label: t("mine.rename_label"),
      value: title,
    });
    if (!name) return;
    await options.onRename(id, name);
    await refresh();
  };
  const row = (entry: DraftSummary): HTMLElement => {
    const more = menuButton(build, {
      text: "⋯",
      label: `${t("mine.column.actions")}${punctuation[language].colon}${entry.title}`,
      items: () => [
        { label: t("mine.rename"), act: () => void rename(entry) },
        {
          label: t("mine.duplicate"),
          act: () => void options.onDuplicate(entry.id).then(refresh),
        },
        { label: t("mine.export"), act: () => options.onExport(entry.id) },
        { label: t("mine.delete"), act: () => void remove(entry) },
      ],
    });
    const size = (entry.size / 1000).toFixed(1);
    return html(
      "tr",
      { "data-my": entry.id },
      html("th", { scope: "row" }, html("a", { href: hrefOf(entry.id) }, entry.title)),
      html("td", {}, changedText(entry.changed, language)),
      html("td", { class: "number" }, t("mine.size", size)),
      html("td", { class: "whose" }, whose(entry, options)),
      html("td", {}, more),
    );
  };
  const refresh = async (): Promise<void> => {
    const entries = await shelf.list();
    if (entries.length === 0) {
      place.replaceChildren(html("p", { class: "empty" }, t("mine.none")));
      return;
    }
    const columns = ["title", "changed", "size", "origin", "actions"] as const;
    const head = columns.map((name) => html("th", { scope: "col" }, t(`mine.column.${name}`)));
    const table = html(
      "table",
      { class: "mine" },
      html("caption", { class: "visually-hidden" }, t("mine.title")),
      html("thead", {}, html("tr", {}, head)),
      html("tbody", {}, entries.map(row)),
    );
    place.replaceChildren(html("div", { class: "scroll matrix" }, table));
  };
  const element = html(
    "div",
    { class: "mine-page" },
    html("h1", {}, t("mine.title")),
    html("p", { class: "lead" }, t("mine.lead")),
    html("div", { class: "tools" }, starts, open),
    told,
    place,
  );
  return { element, refresh };
}
