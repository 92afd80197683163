import type { Language } from "../../domain/index.ts";
import type { RelativePaths } from "./address.ts";
import type { Content } from "./content.ts";
import type { Pictures } from "./pictures.ts";

/** A script of the figure's page: its file lies beside the packages, or in the package. */
export interface Script {
  readonly name: string;
  readonly code: string;
}

/** Where a package will lie and what leads to it. */
export interface PackagePlace {
  /**
   * Below a site of ours as the latest version or as a frozen one, or anywhere, as an unpacked
   * file. What is frozen names no site: it has `siteSlots`, and is the same wherever it is shown.
   */
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

/** What a frozen page has where a site that publishes it says its address. */
export const siteSlots = { head: "<!--fadu:site-->", address: "<!--fadu:address-->" } as const;

/** The folder of a language's page within the package. */
export const folderOf = (language: Language): string => (language === "en" ? "en/" : "");

/** Where the page of a language stands. */
export function pathsOf(
  language: Language,
  { kind, home, notebook, site }: PackagePlace,
): RelativePaths {
  const up = language === "en" ? "../" : "";
  const root = `${up}${kind === "frozen" ? "../" : ""}../../`;
  return {
    package: up,
    site: kind === "alone" ? (site ?? home ?? "") : root,
    notebook: notebook[language],
  };
}

/** The whole address of a file of the package; null where the site has none yet. */
export function wholeAddress(path: string, { content, place }: PackageOptions): string | null {
  const { home, kind } = place;
  const folder = `embed/${content.id}/${kind === "latest" ? "" : `${content.version}/`}`;
  return home === null ? null : home + folder + path;
}
