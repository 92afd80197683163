import { builder, type Child } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { formatDate, locale, punctuation, say } from "../../words/index.ts";
import { figureWork, plainCitation } from "../citation/index.ts";
import { isUnsourced } from "./describe.ts";
import { folderOf, pathsOf, siteSlots, wholeAddress, type PackageOptions } from "./place.ts";

function versionLine(language: Language, { content, place, since }: PackageOptions): Child {
  const { kind } = place;
  const date = since === null ? "" : formatDate(since, language);
  if (kind === "alone") return say(language, "pack.taken", content.version);
  const words =
    kind === "latest"
      ? (["pack.latest", "pack.undated"] as const)
      : (["pack.frozen", "pack.frozen_undated"] as const);
  return say(language, words[since === null ? 1 : 0], content.version, date);
}

/** Stands for an address while the citation is written, and is then replaced. */
const anywhere = "https://address.invalid/";

/** How to cite the figure: version, day and the address of the page, where there is one. */
function citation(language: Language, options: PackageOptions): Child {
  const { content, place, since } = options;
  const { title, figure } = content.figures[language];
  const { html, document } = builder(figure.ownerDocument);
  const slot = document.createDocumentFragment();
  slot.append(document.createComment(siteSlots.address.slice("<!--".length, -"-->".length)));
  const address = wholeAddress(folderOf(language), options);
  const isFrozen = place.kind === "frozen";
  const text = plainCitation(
    figureWork({
      ...{ id: content.id, title, language, version: content.version, issued: since },
      url: isFrozen || address !== null ? anywhere : null,
    }),
  );
  const [before = "", after = ""] = text.split(anywhere);
  return [
    say(language, "pack.cite") + punctuation[language].colon,
    isFrozen ? before.trimEnd() : before,
    isFrozen ? slot : address && html("cite", {}, address),
    after,
  ];
}

/** Ways to the same figure elsewhere and in other forms. */
function ways(language: Language, options: PackageOptions): Child {
  const { content, place, pictures } = options;
  const { html } = builder(content.figures[language].figure.ownerDocument);
  const paths = pathsOf(language, place);
  const link = (href: string, text: Child, attributes = {}) =>
    html("a", { href, ...attributes }, text);
  const other = language === "zh" ? "en" : "zh";
  const t = (word: Parameters<typeof say>[1]) => say(language, word);
  const open =
    place.address === null || (place.kind === "alone" && paths.site === "")
      ? null
      : paths.site + paths.notebook + place.address;
  return [
    link(paths.package + (language === "zh" ? "en/index.html" : "index.html"), t("app.language"), {
      "data-action": "language",
      hreflang: locale(other),
      lang: locale(other),
    }),
    open === null ? null : link(open, t("pack.open"), { "data-action": "open" }),
    link(`${paths.package}data.csv`, t("pack.csv"), { "data-action": "download" }),
    pictures ? link("figure.svg", t("pack.svg"), { "data-action": "download" }) : null,
    pictures?.[language].png
      ? link("figure.png", t("pack.png"), { "data-action": "download" })
      : null,
  ];
}

/** What stands below a figure: version, licence, how to cite it, and where else it can be seen. */
export function footerOf(language: Language, options: PackageOptions): Child {
  const { content, place } = options;
  const { html } = builder(content.figures[language].figure.ownerDocument);
  const paths = pathsOf(language, place);
  const latest = `${paths.package}../${folderOf(language)}index.html`;
  return [
    html(
      "p",
      { class: "version" },
      versionLine(language, options),
      place.kind === "frozen"
        ? [" ", html("a", { href: latest }, say(language, "pack.see_latest"))]
        : null,
    ),
    isUnsourced(content) ? html("p", {}, say(language, "pack.unsourced")) : null,
    html("p", {}, citation(language, options)),
    isUnsourced(content) ? null : html("p", {}, say(language, "pack.licence")),
    html("p", {}, ways(language, options)),
  ];
}
