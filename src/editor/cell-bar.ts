import type { Builder } from "../dom/index.ts";
import type { Cell } from "../notebook/index.ts";
import type { CellState } from "../runtime/index.ts";
import { keysOf, type CellAction } from "./cell-menu.ts";
import { menuButton, type MenuItem } from "./menu.ts";
import { stateText } from "./state-text.ts";
import { roveToolbar } from "./toolbar.ts";
import { editorText } from "../words/editor.ts";

export interface CellBarOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly onAction: (action: CellAction) => void;
  /** What the menu offers, asked for when it opens. */
  readonly items: () => readonly MenuItem[];
}

/** The bar of a cell: its kind, name and state, and what can be done with it. */
export interface CellBar {
  readonly element: HTMLElement;
  setCell(cell: Cell): void;
  setState(state: CellState | null, isEdited: boolean): void;
}

export function createCellBar({ build, language, onAction, items }: CellBarOptions): CellBar {
  const { html } = build;
  const kind = html("span", { class: "kind" });
  const name = html("code", { class: "id" });
  const told = html("span", { class: "state" });
  const button = (action: "run" | "stop"): HTMLButtonElement => {
    const text = editorText(language, `cell.${action}`);
    const made = html("button", { type: "button", "data-action": action }, text);
    made.addEventListener("click", () => onAction(action));
    return made;
  };
  const [run, stop] = [button("run"), button("stop")];
  run.title = `${editorText(language, "cell.run")} (${keysOf("runNext")})`;
  stop.hidden = true;
  const more = menuButton(build, {
    text: "⋯",
    label: editorText(language, "cell.more"),
    action: "cell-more",
    items,
  });
  const tools = html("div", { class: "tools", role: "toolbar" }, run, stop, more);
  const element = html("div", { class: "edit-bar" }, kind, name, told, tools);
  roveToolbar(tools);
  return {
    element,
    setCell(cell) {
      tools.setAttribute("aria-label", editorText(language, "cell.tools", cell.id));
      kind.textContent = editorText(language, `kind.${cell.kind}`);
      name.textContent = cell.kind === "markdown" ? "" : cell.id;
    },
    setState(state, isEdited) {
      told.textContent = stateText(state, { isEdited, language });
      const [shown, other] = state?.status === "pending" ? [stop, run] : [run, stop];
      const hadFocus = build.document.activeElement === other;
      [shown.hidden, other.hidden] = [false, true];
      // The focus stays at the place where the reader pressed.
      if (hadFocus) shown.focus();
    },
  };
}
