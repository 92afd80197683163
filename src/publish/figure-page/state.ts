import { themeNamed, type Theme } from "./protocol.ts";

/** Forces a theme; "auto" follows the reader's system. */
export function setTheme(document: Document, theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset["theme"];
  else dataset["theme"] = theme;
}

/** The same figure in the other language keeps what the reader sees: theme, table or chart. */
function withState(document: Document, href: string): string {
  const [path = "", fragment] = href.split("#");
  const [page = "", query] = path.split("?");
  const parameters = new URLSearchParams(query);
  const { theme } = document.documentElement.dataset;
  if (theme) parameters.set("theme", theme);
  else parameters.delete("theme");
  if (document.querySelector("details.rows[open]")) parameters.set("view", "table");
  else parameters.delete("view");
  const search = parameters.toString();
  return page + (search && `?${search}`) + (fragment === undefined ? "" : `#${fragment}`);
}

/** What the address asks for: `?theme=dark`, `?view=table`. */
export function restore(document: Document): void {
  const parameters = new URLSearchParams(document.location.search);
  const theme = themeNamed(parameters.get("theme"));
  if (theme) setTheme(document, theme);
  const rows = document.querySelector("details.rows");
  if (rows && parameters.get("view") === "table") rows.setAttribute("open", "");
}

/** What a figure links to opens beside its host: a frame without rights can show nothing else. */
export function openOutside(document: Document): void {
  if (document.defaultView === document.defaultView?.parent) return;
  for (const link of document.querySelectorAll(
    "a[href]:not([href^='#'], [data-action=language])",
  )) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }
}

/** The link to the other language takes the state along, written when it is followed. */
export function carry(document: Document): void {
  const update = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest("a[data-action=language]") : null;
    const href = link?.getAttribute("href");
    if (link && href) link.setAttribute("href", withState(document, href));
  };
  for (const type of ["click", "auxclick", "contextmenu"])
    document.addEventListener(type, update, { capture: true });
}
