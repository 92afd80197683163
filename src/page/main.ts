import { isPlain } from "../evidence/marks/index.ts";
import { firstFigure } from "./shell/first-figure.ts";
import { interact } from "./shell/interact.ts";
import { isEditKey, isSearchKey } from "./shell/keys.ts";
import { watchParts } from "./shell/part.ts";
import { editSlug, hasNoCells, pagePath, type PageAddress } from "./shell/page-address.ts";
import { readTheme, setTheme, themes } from "./shell/theme.ts";
import { languageOf } from "../words/locale.ts";
import type { Session } from "./session/session.ts";
import "./style.css";

/** The page begins as HTML; this wires what a reader can do with it and loads the rest behind it. */
function boot(): void {
  fixLinks();
  const html = document.documentElement;
  const root = new URL(html.dataset["root"] ?? "./", location.href);
  const place: PageAddress = {
    language: languageOf(html.lang),
    slug: html.dataset["slug"] || null,
  };
  if (redirectToLanguage(root, place)) return;
  setTheme(readTheme());
  watchParts(document);
  let session: Promise<Session> | undefined;
  const live = (): Promise<Session> =>
    (session ??= import("./session/session.ts").then(
      ({ openSession }) => openSession({ root, place }),
      (error: unknown) => {
        session = undefined;
        throw error;
      },
    ));
  interact(document, (id, source) => void live().then((s) => s.open(id, source)));
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    const action = target?.getAttribute("data-action");
    if (action === "theme") nextTheme();
    if (action === "search") void live().then((s) => s.search());
    if (action === "embed" && isPlain(event)) {
      event.preventDefault();
      void live().then((s) => s.embed(target?.getAttribute("data-figure") ?? ""));
    }
    if (action === "edit") void live().then((s) => s.edit());
    if (action === "language" && target instanceof HTMLAnchorElement) {
      event.preventDefault();
      void live().then((s) => s.switchLanguage(target.href));
    }
  });
  // Does not bubble: heard on its way down.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.matches(".take-menu"))
        void live().then((s) => s.download(target));
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    const isEdit = isEditKey(event) && !event.defaultPrevented;
    if (!isEdit && !isSearchKey(event)) return;
    event.preventDefault();
    void live().then((s) => (isEdit ? s.edit() : s.search()));
  });
  // Nothing heavy comes behind a page without cells, so it waits for no figure.
  const hasFigures = place.slug !== editSlug && !hasNoCells(place);
  void (hasFigures ? firstFigure() : Promise.resolve()).then(live).then((s) => s.begin());
}

/** The address of the page changes in place; what its head links to must stay where it is. */
function fixLinks(): void {
  for (const link of document.head.querySelectorAll<HTMLLinkElement>("link[href]"))
    link.setAttribute("href", link.href);
}

function nextTheme(): void {
  setTheme(themes[(themes.indexOf(readTheme()) + 1) % themes.length] ?? "auto");
}

/** `?lang=en` is understood and turned into the address that the site itself uses. */
function redirectToLanguage(root: URL, place: PageAddress): boolean {
  const url = new URL(location.href);
  const wanted = url.searchParams.get("lang");
  if (wanted === null) return false;
  url.searchParams.delete("lang");
  const language = /^(?:zh|en)\b/.test(wanted) ? languageOf(wanted) : place.language;
  const target = new URL(pagePath({ ...place, language }), root);
  target.search = url.search;
  target.hash = url.hash;
  if (language === place.language) {
    history.replaceState(null, "", target);
    return false;
  }
  location.replace(target);
  return true;
}

boot();
