import type { Builder } from "../dom/index.ts";
import type { CellKind } from "../notebook/index.ts";
import type { DocumentCell } from "../notebook/editing.ts";
import type { CellView } from "./cell.ts";
import { kindItems } from "./cell-menu.ts";
import { menuButton } from "./menu.ts";
import { editorText } from "../words/editor.ts";

/** How long views are built before the page has its turn, in ms. */
const SLICE = 50;

/** What is used of a view to keep it in its place. */
export type PlacedView = Pick<CellView, "element" | "setCell" | "focus" | "destroy">;

export interface ViewsOptions<View extends PlacedView> {
  readonly build: Builder;
  readonly language: "zh" | "en";
  /** The cells as they are now. */
  readonly cells: () => readonly DocumentCell[];
  readonly create: (cell: DocumentCell) => View;
  /** A kind was chosen in the menu above the first cell. */
  readonly onAddFirst: (kind: CellKind) => void;
}

/** The views of the cells, in the order of the document. */
export interface Views<View extends PlacedView> {
  readonly element: HTMLElement;
  /** The menu above the first cell. */
  readonly first: HTMLElement;
  get(key: number): View | undefined;
  /** The view of the cell at a place, from 0. */
  at(index: number): View | undefined;
  all(): Iterable<readonly [key: number, view: View]>;
  /** To the cell at a place, or to the first menu where there is none. */
  focusAt(index: number): void;
  /** Brings the page to the document; what stands right is not moved, so that it keeps its focus. */
  sync(): void;
  /** Does something once every cell has its view: now, or after the last was built. */
  whenBuilt(act: () => void): void;
  destroy(): void;
}

/** Puts an element after another one; the focus stays where it is. */
function placeAfter(before: Element, element: HTMLElement): void {
  if (before.nextElementSibling === element) return;
  const active = element.ownerDocument.activeElement;
  before.after(element);
  if (active && element.contains(active)) (active as HTMLElement).focus();
}

export function createViews<View extends PlacedView>(options: ViewsOptions<View>): Views<View> {
  const { build, language, cells, create, onAddFirst } = options;
  const { html } = build;
  const views = new Map<number, View>();
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const first = menuButton(build, {
    text: "+",
    label: editorText(language, "cell.add_first"),
    action: "add",
    items: () => kindItems(language, onAddFirst),
  });
  const top = html("div", { class: "edit-insert first" }, first);
  const element = html("div", { class: "edit-list" }, top);

  const unbuilt = (): readonly DocumentCell[] => cells().filter(({ key }) => !views.has(key));
  const removeGone = (): void => {
    const keys = new Set(cells().map(({ key }) => key));
    for (const [key, view] of views) {
      if (keys.has(key)) continue;
      view.destroy();
      view.element.remove();
      views.delete(key);
    }
  };
  /** Builds views until the page must have its turn; before any is placed, since that is slow between. */
  const buildSome = (): void => {
    const start = performance.now();
    for (const one of unbuilt()) {
      views.set(one.key, create(one));
      if (performance.now() - start > SLICE) break;
    }
  };
  const placeAll = (): void => {
    let before: Element = top;
    for (const { key, cell } of cells()) {
      const view = views.get(key);
      if (!view) continue;
      view.setCell(cell);
      placeAfter(before, view.element);
      before = view.element;
    }
  };
  const sync = (): void => {
    clearTimeout(timer);
    removeGone();
    buildSome();
    placeAll();
    if (unbuilt().length > 0) timer = setTimeout(sync);
    else if (waiting.length > 0) timer = setTimeout(actAll);
  };
  const actAll = (): void => {
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  };
  const at = (index: number): View | undefined => views.get(cells()[index]?.key ?? -1);

  return {
    element,
    first,
    get: (key) => views.get(key),
    at,
    all: () => views,
    focusAt(index) {
      const view = at(index);
      if (view) view.focus();
      else first.querySelector("button")?.focus();
    },
    sync,
    whenBuilt(act) {
      // In the order in which they were asked for: the last to be shown is the newest.
      if (unbuilt().length === 0 && waiting.length === 0) act();
      else waiting.push(act);
    },
    destroy() {
      clearTimeout(timer);
      waiting = [];
      for (const view of views.values()) view.destroy();
    },
  };
}
