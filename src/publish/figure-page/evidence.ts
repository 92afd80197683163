import { boxOf, reach, type Mark } from "../../evidence/marks/index.ts";
import { figurePageText } from "../../words/figure-page.ts";
import { languageOf } from "../../words/locale.ts";

/** What a link within the page leads to; null for any other link. */
function targetOf(document: Document, link: Element): Element | null {
  const href = link.getAttribute("href") ?? "";
  if (!href.startsWith("#")) return null;
  try {
    return document.getElementById(decodeURIComponent(href.slice(1)));
  } catch {
    return null;
  }
}

/** The ids in the page's list of the several clauses of a mark: those it names, or of its figures. */
function namesOf(link: Element): string[] {
  const named = link.getAttribute("data-clauses");
  if (named !== null) return named.split(" ");
  return (link.getAttribute("data-fact")?.split(" ") ?? []).map((fact) => `c-${fact}`);
}

/** The clauses of a link as they stand in the page's list, and those that they are derived from. */
function clausesOf(document: Document, link: Element): Element[] {
  const first = targetOf(document, link);
  if (!first?.closest(".clauses")) return [];
  const names = namesOf(link);
  const own = [first, ...names.flatMap((name) => document.getElementById(name) ?? [])];
  const parents = own
    .flatMap((clause) => [...clause.querySelectorAll("a")])
    .flatMap((a) => targetOf(document, a) ?? []);
  return [...new Set([...own, ...parents])];
}

function copyOf(clause: Element): Element {
  const copy = clause.ownerDocument.createElement("section");
  copy.append(...[...clause.cloneNode(true).childNodes]);
  // An id names one element of a page.
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return copy;
}

interface Panel {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly close: HTMLElement;
}

function panelOf(document: Document, clauses: readonly Element[]): Panel {
  const element = document.createElement("div");
  element.dataset["panel"] = "evidence";
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", "evidence-title");
  const title = document.createElement("h2");
  title.id = "evidence-title";
  title.tabIndex = -1;
  title.textContent = figurePageText(languageOf(document.documentElement.lang), "source");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute(
    "aria-label",
    figurePageText(languageOf(document.documentElement.lang), "close"),
  );
  element.append(title, close, ...clauses.map(copyOf));
  return { element, title, close };
}

/** Below the mark, where the reader looks; above it where only there is room. */
function place(panel: HTMLElement, mark: Element, room: HTMLElement): void {
  const anchor = boxOf(mark);
  const frame = room.getBoundingClientRect();
  const { height, width } = panel.getBoundingClientRect();
  const below = anchor.bottom - frame.top + 8;
  const above = anchor.top - frame.top - height - 8;
  const top = below + height > frame.height && above >= 0 ? above : below;
  const middle = (anchor.left + anchor.right) / 2 - frame.left;
  const left = Math.max(0, Math.min(middle - width / 2, frame.width - width));
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
  // The frame tells its host the height of the page, which does not see what floats.
  room.style.minHeight = `${Math.ceil(top + height)}px`;
}

/** The evidence of a number stands beside it; Escape gives the focus back. */
export function evidence(document: Document): void {
  const room = document.querySelector("main") ?? document.body;
  let open: { readonly panel: Panel; readonly opener: Mark } | null = null;
  const close = ({ givesBack = true } = {}): void => {
    if (!open) return;
    const { panel, opener } = open;
    open = null;
    panel.element.remove();
    room.style.minHeight = "";
    opener.removeAttribute("data-open");
    if (givesBack) opener.focus({ preventScroll: true });
  };
  const show = (opener: Mark): boolean => {
    const clauses = clausesOf(document, opener);
    if (clauses.length === 0) return false;
    close({ givesBack: false });
    const panel = panelOf(document, clauses);
    open = { panel, opener };
    room.append(panel.element);
    opener.setAttribute("data-open", "");
    place(panel.element, opener, room);
    panel.close.addEventListener("click", () => close());
    panel.title.focus({ preventScroll: true });
    panel.element.scrollIntoView?.({ block: "nearest" });
    return true;
  };
  // Before a number that is clicked opens the next.
  document.addEventListener("click", ({ target }) => {
    if (!open?.panel.element.contains(target as Node)) close({ givesBack: false });
  });
  // In the list and in the panel a link leads on, as in any page.
  reach(document, { links: "a[href^='#']:not(.clauses *, [data-panel] *)", show });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  document.defaultView?.addEventListener("resize", () => {
    if (open) place(open.panel.element, open.opener, room);
  });
}
