import { breather } from "../../engine/index.ts";
import type { Figure } from "../../review/index.ts";
import type { Context } from "./context.ts";
import { rowBody, rowHead, type RowActions } from "./row.ts";
import { metricName, valueText } from "./say.ts";
import { isMoved } from "./text.ts";

/** The figures of a report beside its text; one of them is the current one, and open. */
export interface FigureList {
  readonly element: HTMLElement;
  fill(figures: readonly Figure[], signal: AbortSignal): Promise<void>;
  /** Shows figures as they are now; rows that stay the same are left alone. */
  update(figures: readonly Figure[]): void;
  /** Opens a figure, with or without the focus. */
  open(
    id: string | null,
    options?: { readonly isFocused?: boolean; readonly isShown?: boolean },
  ): void;
  /** Puts a form in the place of the body of the open figure; null gives the body back. */
  setForm(form: HTMLElement | null): void;
  /** Lights a row up without opening it. */
  light(id: string | null, options?: { readonly isShown?: boolean }): void;
}

export interface ListOptions extends RowActions {
  readonly onPick: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  readonly objections: (id: string) => readonly string[];
}

export function figureList(context: Context, options: ListOptions): FigureList {
  const { build, t } = context;
  const rows: Rows = new Map();
  const element = build.html("ol", { class: "figures", "aria-label": t("list.label") });
  let current: string | null = null;
  let form: HTMLElement | null = null;

  const nameOf = (factId: string | null): string | null => {
    const found = [...rows.values()].find(({ figure }) => figure.fact.fact_id === factId)?.figure;
    return found && found.state !== "rejected"
      ? `${metricName(context, found.fact)} ${valueText(context, found.fact)}`
      : null;
  };
  const draw = (row: HTMLElement, figure: Figure): void => {
    const isOpen = figure.id === current;
    const hadFocus = row.contains(build.document.activeElement);
    const head = rowHead(context, figure, isOpen);
    const { breakdown_of, same_as } = figure.fact;
    const others = { part: nameOf(breakdown_of), same: nameOf(same_as) };
    const objections = options.objections(figure.id);
    const body = isOpen
      ? (form ?? rowBody(context, figure, { others, objections, actions: options }))
      : "";
    row.className = `figure-row${isOpen ? " is-current" : ""}`;
    row.replaceChildren(head, ...(body === "" ? [] : [body]));
    if (hadFocus && form === null) head.focus({ preventScroll: true });
  };
  const make = (figure: Figure): HTMLElement => {
    const row = build.html("li", { class: "figure-row" });
    rows.set(figure.id, { element: row, figure });
    draw(row, figure);
    return row;
  };
  const redraw = (id: string | null): void => {
    const row = id === null ? undefined : rows.get(id);
    if (row) draw(row.element, row.figure);
  };
  listen(element, options);

  return {
    element,
    async fill(figures, signal) {
      const breathe = breather(signal);
      for (const figure of figures) {
        element.append(make(figure));
        await breathe();
      }
    },
    update(figures) {
      removeGone(rows, figures);
      figures.forEach((figure, index) => {
        const known = rows.get(figure.id);
        if (!known) return element.insertBefore(make(figure), element.children[index] ?? null);
        if (element.children[index] !== known.element)
          element.insertBefore(known.element, element.children[index] ?? null);
        if (isAlike(known.figure, figure)) return;
        known.figure = figure;
        draw(known.element, figure);
      });
    },
    open(id, { isFocused = true, isShown = true } = {}) {
      const before = current;
      current = id;
      if (before !== id) redraw(before);
      redraw(id);
      const row = id === null ? undefined : rows.get(id)?.element;
      if (!row) return;
      if (isFocused) row.querySelector<HTMLElement>(".figure-head")?.focus({ preventScroll: true });
      if (isShown) row.scrollIntoView({ block: "nearest" });
    },
    setForm(next) {
      form = next;
      redraw(current);
    },
    light(id, { isShown = false } = {}) {
      for (const lit of element.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
      const row = id === null ? undefined : rows.get(id)?.element;
      row?.classList.add("is-lit");
      if (isShown) row?.scrollIntoView({ block: "nearest" });
    },
  };
}

type Rows = Map<string, { readonly element: HTMLElement; figure: Figure }>;

/** A figure that somebody added may be taken back. */
function removeGone(rows: Rows, figures: readonly Figure[]): void {
  const ids = new Set(figures.map(({ id }) => id));
  for (const [id, { element }] of rows)
    if (!ids.has(id)) {
      element.remove();
      rows.delete(id);
    }
}

function listen(element: HTMLElement, { onPick, onHover }: ListOptions): void {
  const idOf = (target: EventTarget | null): string | null => {
    const row = target instanceof Element ? target.closest(".figure-row") : null;
    return row?.querySelector("[data-figure]")?.getAttribute("data-figure") ?? null;
  };
  element.addEventListener("click", ({ target }) => {
    const head = target instanceof Element ? target.closest(".figure-head") : null;
    const id = idOf(head);
    if (id !== null) onPick(id);
  });
  element.addEventListener("pointermove", (event) => {
    if (isMoved(event)) onHover(idOf(event.target));
  });
  element.addEventListener("pointerleave", () => onHover(null));
}

/** Facts are made anew with each step; most say the same. */
function isAlike(a: Figure, b: Figure): boolean {
  if (a.state !== b.state) return false;
  const names = Object.keys(b.fact) as (keyof Figure["fact"])[];
  return names.every((name) => a.fact[name] === b.fact[name]);
}
