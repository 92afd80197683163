import type { Builder } from "../dom/index.ts";
import { withoutEnds, type Cell } from "../notebook/index.ts";
import type { CellState } from "../runtime/index.ts";
import type { Surroundings } from "./catalogue.ts";
import { createCellBar } from "./cell-bar.ts";
import { cellItems, kindItems, type CellMenuOptions } from "./cell-menu.ts";
import { createCellProblems } from "./cell-problems.ts";
import type { SpecOffer } from "./complete-yaml.ts";
import { commandOf } from "./keys.ts";
import { menuButton } from "./menu.ts";
import type { PlacedProblem } from "./problems.ts";
import { createSource, type Source } from "./source.ts";
import { editorText } from "../words/editor.ts";

export interface CellViewOptions extends CellMenuOptions {
  readonly build: Builder;
  readonly key: number;
  readonly cell: Cell;
  readonly surroundings: () => Surroundings;
  readonly offer: SpecOffer;
  readonly onChange: (source: string) => void;
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
  return editorText(language, "cell.label", editorText(language, `kind.${kind}`), id);
}

/** What the source is called for those who do not see it. */
function sourceName({ kind, id }: Cell, language: "zh" | "en"): string {
  return editorText(language, "cell.source", id, editorText(language, `kind.${kind}`));
}

/** A text's line ends and the blank lines after it are the file's affair. */
function shownSource({ kind, source }: Cell): string {
  const text = source.replace(/\r\n?/g, "\n");
  return kind === "markdown" ? withoutEnds(text) : text;
}

/** The elements of a cell that take its name, and those that others fill. */
function createFrame(options: CellViewOptions, bar: HTMLElement) {
  const { language, key, cell, onAction } = options;
  const { html } = options.build;
  const output = html("div", {});
  const shown = html("div", { class: "edit-output" }, output);
  const field = html("div", { class: "edit-source" });
  const side = html("div", { class: "edit-side" }, field);
  const insert = menuButton(options.build, {
    text: "+",
    label: editorText(language, "cell.add_after", cell.id),
    action: "add",
    items: () => kindItems(language, (kind) => onAction({ add: kind, where: "below" })),
  });
  const element = html(
    "section",
    { class: "edit-cell", role: "group", "data-key": key, tabindex: 0 },
    bar,
    html("div", { class: "edit-body" }, shown, side),
    html("div", { class: "edit-insert" }, insert),
  );
  const setCell = (next: Cell): void => {
    element.dataset["kind"] = next.kind;
    element.setAttribute("aria-label", cellName(next, language));
    const label = editorText(language, "cell.add_after", next.id);
    insert.querySelector("button")?.setAttribute("aria-label", label);
    output.dataset["cell"] = next.id;
    output.className = `cell ${next.kind}`;
    shown.classList.toggle("filters", next.kind === "input");
  };
  return { element, output, field, side, setCell };
}

/** Hears the keys of a cell outside its source, where its own keys are heard first. */
function listenToKeys(
  element: HTMLElement,
  source: Source,
  onAction: CellViewOptions["onAction"],
): void {
  element.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || source.contains(event.target as Node)) return;
    // In a control most keys belong to that.
    const onCell = event.target === element;
    const command = commandOf(event, onCell ? ["cell", "on_cell"] : ["cell"]);
    if (command === null || event.isComposing) return;
    if (command === "enter" ? (source.focus(), true) : onAction(command)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** Builds a cell; it tells what is asked for and does nothing of it by itself. */
export function createCellView(options: CellViewOptions): CellView {
  const { build, language, surroundings, offer, onChange, onAction } = options;
  let { cell } = options;
  let isHidden = false;
  const bar = createCellBar({
    build,
    language,
    onAction,
    items: () => cellItems(options, cell, isHidden),
  });
  const { element, output, field, side, setCell } = createFrame(options, bar.element);
  const source = createSource({
    parent: field,
    kind: cell.kind,
    text: shownSource(cell),
    label: sourceName(cell, language),
    surroundings,
    offer,
    onChange,
    onCommand: (command) => {
      if (command !== "leave") return onAction(command);
      element.focus();
      return true;
    },
  });
  const problems = createCellProblems(build, language, source);
  side.append(problems.element);
  listenToKeys(element, source, onAction);
  const name = (): void => {
    bar.setCell(cell);
    setCell(cell);
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
      source.setLabel(cell.kind, sourceName(cell, language));
    },
    setState(state, isEdited) {
      const isOld = isEdited && state?.status !== "pending";
      element.dataset["status"] = isOld ? "edited" : (state?.status ?? "waiting");
      bar.setState(state, isEdited);
    },
    setProblems: problems.set,
    setHidden(hidden) {
      isHidden = hidden;
      element.toggleAttribute("data-hidden", hidden);
    },
    focus() {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest" });
    },
    destroy: source.destroy,
  };
}
