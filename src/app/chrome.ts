import { glyph, type GlyphStyle } from "../charts/index.ts";
import type { Builder, Child } from "../dom/index.ts";
import type { Language } from "../facts/index.ts";
import { say, type Word } from "../i18n/index.ts";
import type { FrontMatter } from "../notebook/index.ts";
import { pagePath, rootPath, type Place } from "./place.ts";

/** A notebook in the list of notebooks. */
export interface Entry {
  readonly slug: string;
  readonly front: FrontMatter;
}

/** What the frame around a notebook shows. */
export interface Frame {
  readonly place: Place;
  readonly entries: readonly Entry[];
  readonly counts: { readonly reports: number; readonly facts: number; readonly exact: number };
}

export function titleOf({ front }: Entry, language: Language): string {
  return language === "zh" ? front.title : front.title_en || front.title;
}

/** The first notebook is the home page and has no path of its own. */
export function slugOf(entry: Entry, entries: readonly Entry[]): string | null {
  return entry === entries[0] ? null : entry.slug;
}

function link(entry: Entry, { place, entries }: Frame, build: Builder): Child {
  const slug = slugOf(entry, entries);
  return build.html(
    "a",
    {
      href: rootPath(place) + pagePath({ ...place, slug }),
      "aria-current": slug === place.slug ? "page" : null,
    },
    titleOf(entry, place.language),
  );
}

/** Name, notebooks, language, theme, and the state of the engine. */
export function header(frame: Frame, build: Builder): HTMLElement {
  const { place, entries } = frame;
  const { html } = build;
  const other: Place = { ...place, language: place.language === "zh" ? "en" : "zh" };
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
      "nav",
      { "aria-label": t("app.notebooks") },
      entries.map((entry) => link(entry, frame, build)),
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
    ),
    // The state of the engine will stand here: its room is kept, so that nothing moves.
    html("div", { class: "engine" }),
  );
}

const keys: readonly (readonly [Word, GlyphStyle])[] = [
  ["key.filled", { shape: "filled", hatched: false, derived: false }],
  ["key.ring", { shape: "ring", hatched: false, derived: false }],
  ["key.half", { shape: "half", hatched: false, derived: false }],
  ["key.hatched", { shape: "filled", hatched: true, derived: false }],
  ["key.derived", { shape: "ring", hatched: false, derived: true }],
  ["key.companion", { shape: "filled", hatched: false, derived: false, companion: true }],
  ["key.planned", { shape: "diamond", hatched: false, derived: false }],
  ["key.mismatch", { shape: "filled", hatched: false, derived: false, disputed: true }],
  ["key.missing", { shape: "square", hatched: false, derived: false }],
  ["missing.not_read", { shape: "square", hatched: false, derived: false, missing: "not_read" }],
];

/** The forms of the marks, explained once for the whole page. */
export function legend(language: Language, build: Builder): HTMLElement {
  return build.html(
    "ul",
    { class: "legend", "aria-label": say(language, "app.keys") },
    keys.map(([word, style]) =>
      build.html(
        "li",
        {},
        build.svg(
          "svg",
          { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
          glyph(build, style),
        ),
        say(language, word),
      ),
    ),
  );
}

export function footer({ place, counts }: Frame, build: Builder): HTMLElement {
  const { language } = place;
  return build.html(
    "footer",
    { class: "colophon" },
    legend(language, build),
    build.html(
      "p",
      {},
      say(language, "app.counts", counts.reports, counts.facts, counts.exact),
      language === "zh" ? "。" : ". ",
      say(language, "app.footer"),
    ),
  );
}
