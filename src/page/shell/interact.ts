import { builder } from "../../dom/index.ts";

export interface InteractionOptions {
  readonly document: Document;
  /** A mark, cell or number was chosen by click, tap or Enter. */
  readonly onEvidence: (id: string, source: HTMLElement | SVGElement) => void;
}

/** What opens evidence; a group whose link leads to another page keeps its link. */
const OPENS = "[data-evidence], [data-several][href^='#']";

/** The evidence that a mark leads to, as the address holds it; of a group all its ids. */
export function evidenceOf(mark: Element): string | null {
  return mark.getAttribute("data-evidence") ?? mark.getAttribute("data-several");
}

/** The elements of a page that open some evidence. */
export function openersOf(root: ParentNode): (HTMLElement | SVGElement)[] {
  return [...root.querySelectorAll<HTMLElement | SVGElement>(OPENS)];
}

const MARK =
  "[data-fact], [data-missing], [data-unsourced], [data-break], [data-lead], [data-mark]";

function marksOf(group: Element): (HTMLElement | SVGElement)[] {
  return [...group.querySelectorAll<HTMLElement | SVGElement>(MARK)].filter(
    (mark) => mark.getClientRects().length > 0,
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** In a grid, up and down stay in the column: the next row that has a mark in it. */
function inColumn(target: Element, key: string): HTMLElement | null {
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const cell = target.closest("td, th");
  const rows = [...(target.closest("[data-grid]")?.querySelectorAll("tr") ?? [])];
  if (!(cell instanceof HTMLTableCellElement)) return null;
  const here = rows.findIndex((row) => row.contains(cell));
  const ahead = key === "ArrowDown" ? rows.slice(here + 1) : rows.slice(0, here).toReversed();
  const marks = ahead.map((row) => row.cells[cell.cellIndex]?.querySelector<HTMLElement>(MARK));
  return marks.find((mark) => mark != null) ?? null;
}

/** One mark of a chart is in the tab order; arrow keys, Home and End move to the others. */
function moveFocus(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target.closest(MARK) : null;
  const group = target?.closest("[data-marks]");
  if (!target || !group || event.altKey || event.ctrlKey || event.metaKey) return;
  const marks = marksOf(group);
  const index = marks.indexOf(target as HTMLElement);
  const step = steps[event.key];
  const isGrid = target.closest("[data-grid]") !== null && /^Arrow(Up|Down)$/.test(event.key);
  const next = isGrid
    ? inColumn(target, event.key)
    : event.key === "Home"
      ? marks[0]
      : event.key === "End"
        ? marks.at(-1)
        : step === undefined
          ? undefined
          : marks[(index + step + marks.length) % marks.length];
  if (!next) return;
  event.preventDefault();
  for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
  next.focus();
}

/** A tip that shows, line by line, the accessible name of the mark under pointer or focus. */
function tips(document: Document): void {
  const { html } = builder(document);
  const tip = html("div", { class: "tip", "aria-hidden": "true", hidden: true });
  document.body.append(tip);
  const show = (mark: Element): void => {
    const name = mark.getAttribute("aria-label");
    if (!name) {
      hide();
      return;
    }
    tip.replaceChildren(...name.split(/[；;] ?/).map((line) => html("span", {}, line)));
    tip.hidden = false;
    const anchor = (mark.querySelector(".hit, .glyph, text") ?? mark).getBoundingClientRect();
    const box = tip.getBoundingClientRect();
    const view = document.documentElement;
    const left = Math.min(
      Math.max(8, anchor.left + anchor.width / 2 - box.width / 2),
      view.clientWidth - box.width - 8,
    );
    const above = anchor.top - box.height - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 4 ? above : anchor.bottom + 8}px`;
  };
  const hide = (): void => {
    tip.hidden = true;
  };
  const over = (event: Event): void => {
    const mark =
      event.target instanceof Element ? event.target.closest(`[data-marks] :is(${MARK})`) : null;
    if (mark) show(mark);
    else hide();
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  // The focus may have scrolled the page itself: its tip goes along.
  const follow = (): void => {
    const mark = document.activeElement?.closest(`[data-marks] :is(${MARK})`);
    if (!tip.hidden && mark?.matches(":focus-visible")) show(mark);
    else hide();
  };
  document.addEventListener("scroll", follow, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

/** A group under the focus: it opens a list, as a button does, so the space bar opens it too. */
function groupAt({ target, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return null;
  return target.matches("[data-several][href^='#']") ? (target as HTMLElement | SVGElement) : null;
}

/** Listens once for the whole page, so that redrawn charts need no wiring. */
export function interact({ document, onEvidence }: InteractionOptions): void {
  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return;
    const target =
      event.target instanceof Element
        ? event.target.closest<HTMLElement | SVGElement>(OPENS)
        : null;
    const id = target && evidenceOf(target);
    if (!id) return;
    event.preventDefault();
    onEvidence(id, target);
  });
  document.addEventListener("keydown", (event) => {
    const mark = event.key === " " && !event.repeat ? groupAt(event) : null;
    if (!mark) return;
    event.preventDefault();
    onEvidence(evidenceOf(mark) ?? "", mark);
  });
  document.addEventListener("keydown", moveFocus);
  tips(document);
}

/** Puts one mark of each chart into the tab order; run after a chart is drawn. */
export function rove(root: ParentNode): void {
  for (const group of root.querySelectorAll("[data-marks]")) {
    const marks = [...group.querySelectorAll(MARK)];
    const current = marks.find((mark) => mark.getAttribute("tabindex") === "0") ?? marks[0];
    for (const mark of marks) mark.setAttribute("tabindex", mark === current ? "0" : "-1");
  }
}
