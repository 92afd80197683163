import { legend } from "../../charts/index.ts";
import type { Builder, Child } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { punctuation, say, type Word } from "../../words/index.ts";
import type { FrontMatter } from "../../notebook/index.ts";
import { editSlug, extractSlug, hasNoCells, pagePath, rootPath } from "./page-address.ts";
import type { PageAddress } from "./page-address.ts";

/** A notebook in the list of notebooks. */
export interface Entry {
  readonly slug: string;
  readonly front: FrontMatter;
}

/** What the frame around a notebook shows. */
export interface PageFrame {
  readonly place: PageAddress;
  readonly entries: readonly Entry[];
  readonly counts: { readonly reports: number; readonly facts: number; readonly exact: number };
}

export function titleOf({ front }: Entry, language: Language): string {
  return language === "zh" ? front.title : front.title_en || front.title;
}

/** What stands for a notebook in the list, on one line with all others. */
function shortTitleOf(entry: Entry, language: Language): string {
  const { short_title, short_title_en } = entry.front;
  return (language === "zh" ? short_title : short_title_en) ?? titleOf(entry, language);
}

/** The first notebook is the home page and has no path of its own. */
export function slugOf(entry: Entry, entries: readonly Entry[]): string | null {
  return entry === entries[0] ? null : entry.slug;
}

/** A page that stands below another is in its part of the site. */
function currentOf(slug: string | null, here: string | null): "page" | "true" | null {
  if (slug === here) return "page";
  return slug !== null && here?.startsWith(`${slug}/`) ? "true" : null;
}

function link(entry: Entry, { place, entries }: PageFrame, build: Builder): Child {
  const slug = slugOf(entry, entries);
  return build.html(
    "a",
    {
      href: rootPath(place) + pagePath({ ...place, slug }),
      "aria-current": currentOf(slug, place.slug),
    },
    shortTitleOf(entry, place.language),
  );
}

/** The list of notebooks: a line where the page is wide enough for it, else behind a word. */
function menu(frame: PageFrame, build: Builder): HTMLElement {
  const { place, entries } = frame;
  const { html } = build;
  const t = (word: Word) => say(place.language, word);
  /** A page of the reader's own doings. */
  const own = (slug: string, text: string) =>
    html(
      "a",
      {
        href: rootPath(place) + pagePath({ ...place, slug }),
        "aria-current": place.slug === slug ? "page" : null,
      },
      text,
    );
  const links = [
    ...entries.map((entry) => link(entry, frame, build)),
    own(extractSlug, t("app.extract")),
    own(editSlug, t("app.mine")),
  ];
  return html(
    "nav",
    { "aria-label": t("app.notebooks") },
    html("details", {}, html("summary", {}, t("app.menu")), html("div", {}, links)),
  );
}

/** Name, notebooks, language, theme, and the state of the engine. */
export function header(frame: PageFrame, build: Builder): HTMLElement {
  const { place } = frame;
  const { html } = build;
  const other: PageAddress = { ...place, language: place.language === "zh" ? "en" : "zh" };
  const t = (word: Word) => say(place.language, word);
  return html(
    "header",
    { class: "masthead" },
    html("a", { class: "skip", href: "#main" }, t("app.skip")),
    html(
      "p",
      { class: "brand" },
      html("a", { href: rootPath(place) + pagePath({ ...place, slug: null }) }, t("app.name")),
      html("span", {}, t("app.tagline")),
    ),
    html(
      "div",
      { class: "controls" },
      html(
        "a",
        {
          "data-action": "language",
          href: rootPath(place) + pagePath(other),
          hreflang: other.language === "zh" ? "zh-CN" : "en",
          lang: other.language === "zh" ? "zh-CN" : "en",
          "aria-label": t("app.language.label"),
        },
        t("app.language"),
      ),
      html("button", { type: "button", "data-action": "theme" }, t("app.theme")),
      html(
        "button",
        { type: "button", "data-action": "search", "aria-keyshortcuts": "/ Control+K Meta+K" },
        t("app.search"),
      ),
      place.slug === editSlug || hasNoCells(place)
        ? null
        : html(
            "button",
            { type: "button", "data-action": "edit", "aria-keyshortcuts": "e" },
            t("app.edit"),
          ),
    ),
    menu(frame, build),
    // The state of the engine will stand here: its room is kept, so that nothing moves.
    hasNoCells(place) ? null : html("div", { class: "engine" }),
  );
}

export function footer({ place, counts }: PageFrame, build: Builder): HTMLElement {
  const { language } = place;
  return build.html(
    "footer",
    { class: "colophon" },
    legend(language, build),
    build.html(
      "p",
      {},
      say(language, "app.counts", counts.reports, counts.facts, counts.exact),
      punctuation[language].stop,
      say(language, "app.footer"),
    ),
  );
}
