import { builder, type Child } from "../../dom/index.ts";
import { languages, type Language } from "../../domain/index.ts";
import { formatDate, locale, punctuation, say, withinQuotes } from "../../words/index.ts";
import { escapeAttribute } from "../../words/markup/index.ts";
import type { RelativePaths } from "./address.ts";
import type { Content } from "./content.ts";
import { isUnsourced } from "./describe.ts";
import { readme } from "./readme.ts";
import { datapackage } from "./datapackage.ts";
import { dataBlock, dataset } from "./jsonld.ts";
import { oembed } from "./oembed.ts";
import { figurePage } from "./page.ts";
import type { Pictures } from "./pictures.ts";

/** A script of the figure's page: its file lies beside the packages, or in the package. */
export interface Script {
  readonly name: string;
  readonly code: string;
}

/** Where a package will lie and what leads to it. */
export interface PackagePlace {
  /** Below a site of ours as the latest or a frozen version, or anywhere, as an unpacked file. */
  readonly kind: "latest" | "frozen" | "alone";
  /**
   * The address of the site that publishes the figure, with a slash at its end; null where nobody
   * knows it yet, or none does.
   */
  readonly home: string | null;
  /** For "alone": where the links of the notebook lead, with a slash at its end; `home` by default. */
  readonly site?: string | undefined;
  /** The folder of the notebook's page, by language, below the root of the site. */
  readonly notebook: Readonly<Record<Language, string>>;
  /** `?…#…` of the notebook's page that shows the figure as it is here; null where none does. */
  readonly address: string | null;
}

export interface PackageOptions {
  readonly content: Content;
  /** The figure as pictures; none are packed without. */
  readonly pictures?: Pictures | undefined;
  readonly place: PackagePlace;
  /** The day from which the version holds, as an ISO date; null where it is in no ledger. */
  readonly since: string | null;
  readonly script?: Script | undefined;
}

/** The files of a package by their path in it. */
export type PackageFiles = Map<string, string | Uint8Array>;

const folderOf = (language: Language): string => (language === "en" ? "en/" : "");

/** Where the page of a language stands. */
function pathsOf(language: Language, { kind, home, notebook, site }: PackagePlace): RelativePaths {
  const up = language === "en" ? "../" : "";
  const root = `${up}${kind === "frozen" ? "../" : ""}../../`;
  return {
    package: up,
    site: kind === "alone" ? (site ?? home ?? "") : root,
    notebook: notebook[language],
  };
}

function scriptPath(
  { name }: Script,
  { package: up }: RelativePaths,
  { kind }: PackagePlace,
): string {
  return up + (kind === "alone" ? name : `${kind === "frozen" ? "../" : ""}../${name}`);
}

/** The whole address of a file of the package; relative where the site has none yet. */
function whole(path: string, { content, place }: PackageOptions): string {
  const { home, kind } = place;
  const folder = `embed/${content.id}/${kind === "latest" ? "" : `${content.version}/`}`;
  return home === null ? path : home + folder + path;
}

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

/** What stands below a figure: version, licence, how to cite it, and where else it can be seen. */
function footerOf(language: Language, options: PackageOptions): Child {
  const { content, place } = options;
  const pageFigure = content.figures[language];
  const { html } = builder(pageFigure.figure.ownerDocument);
  const paths = pathsOf(language, place);
  const link = (href: string, text: Child, attributes = {}) =>
    html("a", { href, ...attributes }, text);
  const other = language === "zh" ? "en" : "zh";
  const t = (word: Parameters<typeof say>[1]) => say(language, word);
  const open =
    place.address === null || (place.kind === "alone" && paths.site === "")
      ? null
      : paths.site + paths.notebook + place.address;
  const address = whole(folderOf(language), options);
  return [
    html(
      "p",
      { class: "version" },
      versionLine(language, options),
      place.kind === "frozen"
        ? [" ", link(`${paths.package}../${folderOf(language)}index.html`, t("pack.see_latest"))]
        : null,
    ),
    isUnsourced(content) ? html("p", {}, t("pack.unsourced")) : null,
    html(
      "p",
      {},
      isUnsourced(content) ? null : [t("pack.licence"), " "],
      say(language, "pack.cite", withinQuotes(pageFigure.title), content.version),
      place.home === null
        ? t("pack.stop")
        : [punctuation[language].comma, html("cite", {}, address)],
    ),
    html(
      "p",
      {},
      link(
        paths.package + (language === "zh" ? "en/index.html" : "index.html"),
        t("app.language"),
        {
          "data-action": "language",
          hreflang: locale(other),
          lang: locale(other),
        },
      ),
      open === null ? null : link(open, t("pack.open"), { "data-action": "open" }),
      link(`${paths.package}data.csv`, t("pack.csv"), { "data-action": "download" }),
      options.pictures ? link("figure.svg", t("pack.svg"), { "data-action": "download" }) : null,
      options.pictures?.[language].png
        ? link("figure.png", t("pack.png"), { "data-action": "download" })
        : null,
    ),
  ];
}

/** What machines read of a page: search, previews of links, hosts that ask for oEmbed. */
function headOf(language: Language, options: PackageOptions): string[] {
  const { content, place, pictures, since } = options;
  const { title, subtitle, filtered, alt } = content.figures[language];
  const { package: up } = pathsOf(language, place);
  const folder = folderOf(language);
  const isWhole = place.home !== null;
  const address = (file: string) => (isWhole ? whole(file, options) : up + file);
  const image = pictures?.[language].png ? address(`${folder}figure.png`) : null;
  const page = isWhole ? whole(folder, options) : null;
  const meta = (name: string, text: string | null) =>
    text
      ? [
          `<meta ${name.startsWith("og:") ? "property" : "name"}="${name}" content="${escapeAttribute(text)}">`,
        ]
      : [];
  const other = language === "zh" ? "en" : "zh";
  return [
    ...meta("description", filtered || subtitle || alt),
    ...meta("og:type", "article"),
    ...meta("og:title", title),
    ...meta("og:image", image),
    ...meta("og:url", page),
    ...meta("twitter:card", image && "summary_large_image"),
    page === null ? "" : `<link rel="canonical" href="${escapeAttribute(page)}">`,
    `<link rel="alternate" hreflang="${locale(other)}" href="${up}${folderOf(other)}index.html">`,
    `<link rel="alternate" type="application/json+oembed" href="oembed.json">`,
    // A browser would ask the host for one.
    `<link rel="icon" href="data:,">`,
    dataBlock(
      dataset(
        content,
        language,
        { page, image, csv: address("data.csv"), datapackage: address("datapackage.json") },
        since,
      ),
    ),
  ];
}

function pageOf(language: Language, options: PackageOptions): string {
  const { content, place, script } = options;
  const paths = pathsOf(language, place);
  return figurePage(content.figures[language], {
    version: content.version,
    paths,
    head: headOf(language, options),
    footer: footerOf(language, options),
    script: script && scriptPath(script, paths, place),
  });
}

/** The page of a language, its picture, and the offer to hosts. */
function filesOf(language: Language, options: PackageOptions): [string, string | Uint8Array][] {
  const { content, place, pictures } = options;
  const folder = folderOf(language);
  const page: [string, string] = [`${folder}index.html`, pageOf(language, options)];
  const picture = pictures?.[language];
  if (!picture) return [page];
  const at = (file: string) => (place.home === null ? file : whole(folder + file, options));
  const offer = oembed(content, language, {
    page: at(place.home === null ? "index.html" : ""),
    image: picture.png ? at("figure.png") : null,
    picture,
    home: place.home,
  });
  const files: [string, string | Uint8Array][] = [
    page,
    [`${folder}figure.svg`, picture.svg],
    [`${folder}oembed.json`, offer],
  ];
  return picture.png ? [...files, [`${folder}figure.png`, picture.png]] : files;
}

/** All files of one figure's package, in both languages: the same content gives the same bytes. */
export function packageFiles(options: PackageOptions): PackageFiles {
  const { content, script, place, since } = options;
  const files: PackageFiles = new Map(languages.flatMap((language) => filesOf(language, options)));
  files.set("data.csv", content.csv);
  files.set("datapackage.json", datapackage(content, { home: place.home, since }));
  if (place.kind !== "alone") return files;
  files.set("README.txt", readme(content, options.pictures));
  if (script) files.set(script.name, script.code);
  return files;
}
