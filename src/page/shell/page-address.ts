import type { Language } from "../../domain/index.ts";

/** Where a page stands: pages of one site differ by language and notebook only. */
export interface PageAddress {
  readonly language: Language;
  /** Null for the home page. */
  readonly slug: string | null;
}

/** The page of one's own notebooks stands beside those of the repository. */
export const editSlug = "edit";

/** The path of a page below the site's root: ``, `en/`, `figures/`, `en/figures/`. */
export function pagePath({ language, slug }: PageAddress): string {
  return (language === "en" ? "en/" : "") + (slug ? `${slug}/` : "");
}

/** The way from a page back to the root: `./`, `../` or `../../`. */
export function rootPath(place: PageAddress): string {
  const depth = pagePath(place).split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}
