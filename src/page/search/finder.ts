import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { createIndex, search, type SearchIndex } from "../../domain/search/index.ts";
import { say } from "../../words/index.ts";
import { onTyped } from "./typed.ts";

export interface FinderOptions {
  readonly language: () => Language;
  /** The loaded tables; no engine is needed. Rejects where they cannot be had. */
  readonly load: () => Promise<Archive>;
}

/** Finds regions among the rows of a figure. */
export interface Finder {
  /** Listens to the field of a figure; once for each field. */
  attach(field: HTMLInputElement): Promise<void>;
}

/** What the field of one figure finds. */
interface Field {
  readonly field: HTMLInputElement;
  readonly figure: Element;
  readonly index: SearchIndex;
  readonly language: () => Language;
}

function rowsOf(figure: Element, region_id: string): Element[] {
  return [...figure.querySelectorAll(`.chart [data-region-id="${CSS.escape(region_id)}"]`)];
}

function isPinned(row: Element): boolean {
  return row.querySelector("[data-action=pin]")?.getAttribute("aria-pressed") === "true";
}

function nameOf(row: Element): string {
  const region = row.querySelector(".region") ?? row;
  const fold = row.closest("[data-fold]")?.getAttribute("data-fold");
  return [region.textContent.trim(), fold].filter(Boolean).join(" · ");
}

/** Brings a row into sight, out of whatever fold it is in. */
function reveal(row: Element): void {
  for (let at = row.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
    at.open = true;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
}

/** Says what was found, in the field's own figure. */
function tell(figure: Element, text: string): void {
  const status = figure.querySelector(".finder [role=status]");
  if (status) status.textContent = text;
}

function unmark(figure: Element): void {
  for (const name of ["data-found", "data-current"])
    for (const element of figure.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}

/** Once the chart is drawn with the pin, the row is where its group begins. */
function followPin(figure: Element, row: Element, language: Language): void {
  const id = row.getAttribute("data-region-id") ?? "";
  const fold = row.closest("[data-fold]")?.getAttribute("data-fold");
  const name = row.querySelector(".region")?.textContent ?? "";
  const word = isPinned(row) ? "find.unpinned" : "find.pinned";
  const cell = figure.parentElement;
  if (!cell) return;
  const watch = new MutationObserver(() => {
    const next = cell.querySelector("figure");
    if (!next || next === figure) return;
    watch.disconnect();
    const rows = rowsOf(next, id);
    const same = rows.find((one) => one.closest("[data-fold]")?.getAttribute("data-fold") === fold);
    const found = same ?? rows[0];
    if (found) reveal(found);
    tell(next, say(language, word, name));
  });
  watch.observe(cell, { childList: true });
}

function listen({ field, figure, index, language }: Field): void {
  let found: readonly Element[] = [];
  let at = 0;
  const go = (to: number): void => {
    found[at]?.removeAttribute("data-current");
    at = (to + found.length) % found.length;
    const row = found[at];
    if (!row) return;
    row.setAttribute("data-current", "");
    reveal(row);
    tell(figure, say(language(), "find.found", at + 1, found.length, nameOf(row)));
  };
  const update = (): void => {
    unmark(figure);
    const text = field.value.trim();
    const hits = search(index, text, { language: language(), limit: Infinity });
    found = hits.flatMap(({ id }) => rowsOf(figure, id));
    for (const row of found) {
      row.setAttribute("data-found", "");
      row.closest("[data-fold]")?.setAttribute("data-found", "");
    }
    at = 0;
    if (found.length > 0) return go(0);
    tell(figure, text === "" ? "" : say(language(), "find.none", text));
  };
  const pin = (): void => {
    const row = found[at];
    const button = row?.querySelector<HTMLElement>("[data-action=pin]");
    if (!row || !button) return;
    followPin(figure, row, language());
    button.click();
  };
  const clear = (): void => {
    field.value = "";
    update();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Enter: pin,
    Escape: clear,
  };
  field.addEventListener("keydown", (event) => {
    // While a word is composed, the keys belong to the input method.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    if (found.length > 0 || event.key === "Escape") act();
  });
  onTyped(field, update);
  if (field.value !== "") update();
}

/** Finds regions by name, pinyin and English, as the search of the page does. */
export function createFinder({ language, load }: FinderOptions): Finder {
  const known = new WeakSet<Element>();
  let index: SearchIndex | null = null;
  return {
    async attach(field) {
      const figure = field.closest("figure");
      if (!figure || known.has(field)) return;
      known.add(field);
      const { regions } = await load();
      const rows = [...regions.values()];
      index ??= createIndex({ regions: rows, metrics: [], reports: [], facts: [] });
      listen({ field, figure, index, language });
    },
  };
}
