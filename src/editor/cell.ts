import type { Builder } from "../dom/index.ts";
import { withoutEnds, type Cell, type CellKind } from "../notebook/index.ts";
import type { CellState } from "../runtime/index.ts";
import type { Surroundings } from "./catalogue.ts";
import type { SpecOffer } from "./complete-yaml.ts";
import { commandOf, keyTable, keyText, type Command } from "./keys.ts";
import { isMac } from "./help.ts";
import { menuButton, type MenuItem } from "./menu.ts";
import type { PlacedProblem } from "./problems.ts";
import { createSource, type Source } from "./source.ts";
import { stateText } from "./state-text.ts";
import { roveToolbar } from "./toolbar.ts";
import { tell, type EditorWord } from "./words.ts";

export const cellKinds = ["markdown", "sql", "chart", "input", "js"] as const satisfies CellKind[];

/** What can be asked for at a cell. */
export type CellAction =
  | Command
  | { readonly add: CellKind; readonly where: "above" | "below" }
  | { readonly kind: CellKind }
  | "stop"
  | "data"
  | "hide";

export interface CellViewOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly key: number;
  readonly cell: Cell;
  readonly surroundings: () => Surroundings;
  readonly offer: SpecOffer;
  readonly onChange: (source: string) => void;
  /** False where nothing was done, so that the key keeps its usual meaning. */
  readonly onAction: (action: CellAction) => boolean;
  /** More items of a cell's menu, such as its results as files; default none. */
  readonly results?: (id: string) => readonly MenuItem[];
}

/** A cell under edit: its bar, its output and its source beside each other. */
export interface CellView {
  readonly element: HTMLElement;
  /** Where the runtime shows what the cell gives. */
  readonly output: HTMLElement;
  readonly source: Source;
  setCell(cell: Cell): void;
  setState(state: CellState | null, isEdited: boolean): void;
  setProblems(problems: readonly PlacedProblem[]): void;
  setHidden(hidden: boolean): void;
  focus(): void;
  destroy(): void;
}

/** `SQL cell fines`, in the reader's language. */
export function cellName({ kind, id }: Cell, language: "zh" | "en"): string {
  return tell(language, "cell.label", tell(language, `kind.${kind}`), id);
}

/** A text's line ends and the blank lines after it are the file's affair. */
function shownSource({ kind, source }: Cell): string {
  const text = source.replace(/\r\n?/g, "\n");
  return kind === "markdown" ? withoutEnds(text) : text;
}

/** The kinds of cells as items of a menu. */
export function kindItems(
  language: "zh" | "en",
  act: (kind: CellKind) => void,
  kinds: readonly CellKind[] = cellKinds,
): MenuItem[] {
  return kinds.map((kind) => ({ label: tell(language, `kind.${kind}`), act: () => act(kind) }));
}

function keysOf(command: Command): string {
  return keyText(keyTable[command].keys[0], { mac: isMac() });
}

/** All that the menu of a cell offers. */
function menuItems(options: CellViewOptions, cell: Cell, hidden: boolean): MenuItem[] {
  const { language, onAction, results } = options;
  const item = (word: EditorWord, action: CellAction, command?: Command): MenuItem => ({
    label: tell(language, word),
    act: () => void onAction(action),
    ...(command ? { keys: keysOf(command) } : {}),
  });
  const takesData = cell.kind === "chart" || cell.kind === "input";
  return [
    item("cell.above", "addAbove", "addAbove"),
    item("cell.below", "addBelow", "addBelow"),
    item("cell.up", "up", "up"),
    item("cell.down", "down", "down"),
    item("cell.duplicate", "duplicate", "duplicate"),
    ...(cell.kind === "markdown" ? [] : [item("cell.rename", "rename", "rename")]),
    ...(takesData ? [item("cell.attributes", "data")] : []),
    ...(cell.kind === "sql" ? [item("cell.format", "format", "format")] : []),
    ...cellKinds
      .filter((kind) => kind !== cell.kind)
      .map((kind) => ({
        label: tell(language, "cell.make", tell(language, `kind.${kind}`)),
        act: () => void onAction({ kind }),
      })),
    item(hidden ? "cell.show" : "cell.hide", "hide"),
    ...(results?.(cell.id) ?? []),
    item("cell.delete", "delete", "delete"),
  ];
}

interface Bar {
  readonly element: HTMLElement;
  readonly run: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly kind: HTMLElement;
  readonly id: HTMLElement;
  readonly state: HTMLElement;
}

function createBar(options: CellViewOptions, items: () => MenuItem[]): Bar {
  const { build, language, onAction } = options;
  const { html } = build;
  const kind = html("span", { class: "kind" });
  const id = html("code", { class: "id" });
  const state = html("span", { class: "state" });
  const run = html("button", { type: "button", "data-action": "run" }, tell(language, "cell.run"));
  const stop = html(
    "button",
    { type: "button", "data-action": "stop", hidden: true },
    tell(language, "cell.stop"),
  );
  run.addEventListener("click", () => onAction("run"));
  stop.addEventListener("click", () => onAction("stop"));
  const more = menuButton(build, {
    text: "⋯",
    label: tell(language, "cell.more"),
    action: "cell-more",
    items,
  });
  const tools = html("div", { class: "tools", role: "toolbar" }, run, stop, more);
  const element = html("div", { class: "edit-bar" }, kind, id, state, tools);
  roveToolbar(tools);
  return { element, run, stop, kind, id, state };
}

function problemItem(
  { message, line, column }: PlacedProblem,
  { build: { html }, language }: CellViewOptions,
  go: (line: number, column: number) => void,
): HTMLElement {
  if (line === null) return html("li", {}, message);
  const at = tell(language, "cell.at", line, column ?? 1);
  const button = html("button", { type: "button", class: "place" }, at);
  button.addEventListener("click", () => go(line, column ?? 1));
  return html("li", {}, button, " ", message);
}

/** Builds a cell; it tells what is asked for and does nothing of it by itself. */
export function createCellView(options: CellViewOptions): CellView {
  const { build, language, key, surroundings, offer, onChange, onAction } = options;
  const { html } = build;
  let { cell } = options;
  let isHidden = false;
  let problemText = "[]";
  const bar = createBar(options, () => menuItems(options, cell, isHidden));
  const output = html("div", {});
  const shown = html("div", { class: "edit-output" }, output);
  const field = html("div", { class: "edit-source" });
  const problems = html("ul", { class: "edit-problems", hidden: true });
  const insert = menuButton(build, {
    text: "+",
    label: tell(language, "cell.add_after", cell.id),
    action: "add",
    items: () => kindItems(language, (kind) => onAction({ add: kind, where: "below" })),
  });
  const element = html(
    "section",
    { class: "edit-cell", role: "group", "data-key": key, tabindex: 0 },
    bar.element,
    html(
      "div",
      { class: "edit-body" },
      shown,
      html("div", { class: "edit-side" }, field, problems),
    ),
    html("div", { class: "edit-insert" }, insert),
  );
  const source = createSource({
    parent: field,
    kind: cell.kind,
    text: shownSource(cell),
    label: tell(language, "cell.source", cell.id, tell(language, `kind.${cell.kind}`)),
    surroundings,
    offer,
    onChange,
    onCommand: (command) => {
      if (command !== "leave") return onAction(command);
      element.focus();
      return true;
    },
  });
  element.addEventListener("keydown", (event) => {
    // In the source its own keys are heard first; in a control most belong to that.
    if (event.defaultPrevented || field.contains(event.target as Node)) return;
    const onCell = event.target === element;
    const command = commandOf(event, onCell ? ["cell", "on_cell"] : ["cell"]);
    if (command === null || event.isComposing) return;
    if (command === "enter" ? (source.focus(), true) : onAction(command)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  const lineStart = (line: number): number =>
    source.text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0);
  const go = (line: number, column: number): void => {
    const from = lineStart(line) + column - 1;
    source.focus({ from, to: from });
  };

  const name = (): void => {
    const kind = tell(language, `kind.${cell.kind}`);
    element.dataset["kind"] = cell.kind;
    element.setAttribute("aria-label", cellName(cell, language));
    bar.element
      .querySelector(".tools")
      ?.setAttribute("aria-label", tell(language, "cell.tools", cell.id));
    bar.kind.textContent = kind;
    bar.id.textContent = cell.kind === "markdown" ? "" : cell.id;
    bar.run.title = `${tell(language, "cell.run")} (${keysOf("runNext")})`;
    const label = tell(language, "cell.add_after", cell.id);
    insert.querySelector("button")?.setAttribute("aria-label", label);
    output.dataset["cell"] = cell.id;
    output.className = `cell ${cell.kind}`;
    shown.classList.toggle("filters", cell.kind === "input");
  };
  name();

  return {
    element,
    output,
    source,
    setCell(next) {
      const isSame = next.id === cell.id && next.kind === cell.kind;
      cell = next;
      // Line ends that are being typed at the end of a text stay.
      const isText = cell.kind === "markdown" && withoutEnds(source.text) === shownSource(cell);
      if (!isText) source.setText(shownSource(cell));
      if (isSame) return;
      name();
      source.setLabel(
        cell.kind,
        tell(language, "cell.source", cell.id, tell(language, `kind.${cell.kind}`)),
      );
    },
    setState(state, isEdited) {
      const status =
        isEdited && state?.status !== "pending" ? "edited" : (state?.status ?? "waiting");
      element.dataset["status"] = status;
      bar.state.textContent = stateText(state, { isEdited, language });
      const runs = status === "pending";
      const hadFocus = build.document.activeElement === (runs ? bar.run : bar.stop);
      bar.stop.hidden = !runs;
      bar.run.hidden = runs;
      // The focus stays at the place where the reader pressed.
      if (hadFocus) (runs ? bar.stop : bar.run).focus();
    },
    setProblems(list) {
      const text = JSON.stringify(list);
      if (text === problemText) return;
      problemText = text;
      source.setProblems(list);
      problems.replaceChildren(...list.map((one) => problemItem(one, options, go)));
      problems.hidden = list.length === 0;
    },
    setHidden(hidden) {
      isHidden = hidden;
      element.toggleAttribute("data-hidden", hidden);
    },
    focus() {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest" });
    },
    destroy: () => source.destroy(),
  };
}
