import type { Builder } from "../../dom/index.ts";
import { isMac, keyTable, keyText, menuButton, roveToolbar } from "../../editor/index.ts";
import { editorText, type EditorWord } from "../../words/editor.ts";
import type { Command, MenuItem } from "../../editor/index.ts";
import type { Language } from "../../domain/index.ts";

/** Where the source of a cell stands: beside its result or below. */
export type Layout = "beside" | "below";

/** Under this name the layout that the reader chose last is remembered. */
export const LAYOUT = "fadu:layout";

/** What the bar of a notebook offers. */
export interface BarActions {
  readonly runAll: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly share: () => void;
  readonly data: () => void;
  readonly outline: () => void;
  readonly find: () => void;
  readonly help: () => void;
  readonly layout: () => void;
  readonly read: () => void;
  readonly title: () => void;
  readonly versions: () => void;
  readonly saveVersion: () => void;
  readonly saveFile: () => void;
  readonly saveKit: () => void;
  readonly openFile: () => void;
  readonly mine: () => void;
}

export interface Bar {
  readonly element: HTMLElement;
  setTitle(title: string): void;
  /** Whose it is, from where, with which tables. */
  setOrigin(text: string): void;
  setSaved(text: string, isFailed: boolean): void;
  setSteps(steps: { readonly canUndo: boolean; readonly canRedo: boolean }): void;
  setReading(isReading: boolean): void;
  setLayout(layout: Layout): void;
}

/** Title, state of saving and the controls of a notebook under edit. */
export function createBar(
  build: Builder,
  language: Language,
  actions: BarActions,
  initial: Layout,
): Bar {
  const { html } = build;
  const t = (word: EditorWord) => editorText(language, word);
  const keys = (command: Command) => keyText(keyTable[command].keys[0], { mac: isMac() });
  let layout = initial;
  const button = (
    word: EditorWord,
    name: Exclude<keyof BarActions, "layout">,
    { action, command }: { readonly action?: string; readonly command?: Command } = {},
  ): HTMLButtonElement => {
    const title = command ? `${t(word)} (${keys(command)})` : null;
    const element = html(
      "button",
      { type: "button", "data-action": action ?? name, title },
      t(word),
    );
    element.addEventListener("click", () => actions[name]());
    return element;
  };
  const item = (word: EditorWord, name: keyof BarActions, command?: Command): MenuItem => ({
    label: t(word),
    act: actions[name],
    ...(command ? { keys: keys(command) } : {}),
  });
  const title = html("h1", { class: "edit-title" });
  const origin = html("p", { class: "edit-origin" });
  const saved = html("span", { class: "saved", role: "status" });
  const undo = button("bar.undo", "undo", { command: "undo" });
  const redo = button("bar.redo", "redo", { command: "redo" });
  const read = button("bar.read", "read");
  const more = menuButton(build, {
    text: t("bar.more"),
    action: "more",
    items: () => [
      item("bar.outline", "outline", "outline"),
      item("bar.find", "find", "find"),
      item(layout === "beside" ? "bar.layout.below" : "bar.layout.beside", "layout"),
      item("bar.title", "title"),
      item("bar.save_version", "saveVersion", "save"),
      item("bar.versions", "versions"),
      item("bar.save_file", "saveFile"),
      item("bar.save_kit", "saveKit"),
      item("bar.open", "openFile"),
      item("bar.mine", "mine"),
      item("bar.help", "help", "help"),
    ],
  });
  const tools = html(
    "div",
    { class: "tools", role: "toolbar", "aria-label": t("bar.label") },
    button("bar.run_all", "runAll", { action: "run" }),
    undo,
    redo,
    button("bar.data", "data"),
    button("bar.share", "share"),
    more,
    read,
  );
  roveToolbar(tools);
  return {
    element: html("div", { class: "edit-head" }, title, saved, tools, origin),
    setTitle: (text) => (title.textContent = text),
    setOrigin: (text) => (origin.textContent = text),
    setSaved(text, isFailed) {
      saved.textContent = text;
      saved.classList.toggle("failed", isFailed);
    },
    setSteps({ canUndo, canRedo }) {
      // A disabled button would lose the focus that is on it.
      undo.setAttribute("aria-disabled", String(!canUndo));
      redo.setAttribute("aria-disabled", String(!canRedo));
    },
    setReading: (isReading) => (read.textContent = t(isReading ? "bar.edit" : "bar.read")),
    setLayout: (next) => (layout = next),
  };
}
