import { builder, type Child } from "../dom/index.ts";
import type { Archive } from "../evidence/index.ts";
import { languages, type Language } from "../facts/index.ts";
import { formatDate, locale, say } from "../i18n/index.ts";
import type { Stand } from "./address.ts";
import type { Content } from "./content.ts";
import { figurePage } from "./page.ts";

/** A script of the figure's page: its file lies beside the packages, or in the package. */
export interface Script {
  readonly name: string;
  readonly code: string;
}

/** Where a package will lie and what leads to it. */
export interface PackagePlace {
  /** Below a site of ours as the latest or a frozen version, or anywhere, as an unpacked file. */
  readonly kind: "latest" | "frozen" | "alone";
  /** The address of the site with a slash at its end; null where nobody knows it yet. */
  readonly home: string | null;
  /** The folder of the notebook's page, by language, below the root of the site. */
  readonly notebook: Readonly<Record<Language, string>>;
  /** `?…#…` of the notebook's page that shows the figure as it is here. */
  readonly address: string;
}

export interface PackageOptions {
  readonly content: Content;
  readonly archive: Archive;
  readonly place: PackagePlace;
  /** The day from which the version holds, as an ISO date; null where it is in no ledger. */
  readonly since: string | null;
  readonly script?: Script | undefined;
}

/** The files of a package by their path in it. */
export type PackageFiles = Map<string, string | Uint8Array>;

const folderOf = (language: Language): string => (language === "en" ? "en/" : "");

/** Where the page of a language stands. */
function standOf(language: Language, { kind, home, notebook }: PackagePlace): Stand {
  const up = language === "en" ? "../" : "";
  const root = `${up}${kind === "frozen" ? "../" : ""}../../`;
  return {
    package: up,
    site: kind === "alone" ? (home ?? "") : root,
    notebook: notebook[language],
  };
}

function scriptPath({ name }: Script, { package: up }: Stand, { kind }: PackagePlace): string {
  return up + (kind === "alone" ? name : `${kind === "frozen" ? "../" : ""}../${name}`);
}

/** The whole address of a file of the package; relative where the site has none yet. */
function whole(path: string, { content, place }: PackageOptions): string {
  const { home, kind } = place;
  const folder = `embed/${content.id}/${kind === "frozen" ? `${content.version}/` : ""}`;
  return home === null ? path : home + folder + path;
}

function versionLine(language: Language, { content, place, since }: PackageOptions): Child {
  const { kind } = place;
  const date = since === null ? "" : formatDate(since, language);
  const words =
    kind === "latest"
      ? (["pack.latest", "pack.undated"] as const)
      : (["pack.frozen", "pack.frozen_undated"] as const);
  return say(language, words[since === null ? 1 : 0], content.version, date);
}

/** What stands below a figure: version, licence, how to cite it, and where else it can be seen. */
function footerOf(language: Language, options: PackageOptions): Child {
  const { content, place } = options;
  const plate = content.plates[language];
  const { html } = builder(plate.figure.ownerDocument);
  const stand = standOf(language, place);
  const link = (href: string, text: Child, attributes = {}) =>
    html("a", { href, ...attributes }, text);
  const other = language === "zh" ? "en" : "zh";
  const t = (word: Parameters<typeof say>[1]) => say(language, word);
  const open =
    place.kind === "alone" && place.home === null
      ? null
      : stand.site + stand.notebook + place.address;
  const address = whole(folderOf(language), options);
  return [
    html(
      "p",
      { class: "version" },
      versionLine(language, options),
      place.kind === "frozen"
        ? [" ", link(`${stand.package}../${folderOf(language)}index.html`, t("pack.see_latest"))]
        : null,
    ),
    html(
      "p",
      {},
      t("pack.licence"),
      " ",
      say(language, "pack.cite", plate.title, content.version),
      place.home === null ? t("pack.stop") : [t("pack.comma"), html("cite", {}, address)],
    ),
    html(
      "p",
      {},
      link(
        stand.package + (language === "zh" ? "en/index.html" : "index.html"),
        t("pack.language"),
        {
          "data-action": "language",
          hreflang: locale(other),
          lang: locale(other),
        },
      ),
      open === null ? null : link(open, t("pack.open"), { "data-action": "open" }),
      link(`${stand.package}data.csv`, t("pack.csv"), { "data-action": "download" }),
    ),
  ];
}

function pageOf(language: Language, options: PackageOptions): string {
  const { content, place, script } = options;
  const stand = standOf(language, place);
  return figurePage(content.plates[language], {
    version: content.version,
    stand,
    head: [],
    footer: footerOf(language, options),
    script: script && scriptPath(script, stand, place),
  });
}

/** All files of one figure's package, in both languages. */
export function packageFiles(options: PackageOptions): PackageFiles {
  const { content, script, place } = options;
  const files: PackageFiles = new Map();
  for (const language of languages)
    files.set(`${folderOf(language)}index.html`, pageOf(language, options));
  files.set("data.csv", content.csv);
  if (script && place.kind === "alone") files.set(script.name, script.code);
  return files;
}
