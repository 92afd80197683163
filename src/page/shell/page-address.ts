import type { Language } from "../../domain/index.ts";

/** Where a page stands: pages of one site differ by language and by notebook or region. */
export interface PageAddress {
  readonly language: Language;
  /** Null for the home page. */
  readonly slug: string | null;
}

/** The page of one's own notebooks stands beside those of the repository. */
export const editSlug = "edit";

/** The page that reads reports. */
export const extractSlug = "extract";

/** Pages of regions stand below the list of them. */
const regionFolder = "regions/";

/** Where the page of a region stands. */
export const regionSlug = (region_id: string): string => regionFolder + region_id;

/** True for the page of a region, which is built from the data and has no cells that run. */
export function isRegionPage({ slug }: PageAddress): boolean {
  return slug?.startsWith(regionFolder) ?? false;
}

/** True for a page without cells that run, which loads no engine. */
export function hasNoCells(place: PageAddress): boolean {
  return place.slug === extractSlug || isRegionPage(place);
}

/** The path of a page below the site's root: ``, `en/`, `figures/`, `en/figures/`. */
export function pagePath({ language, slug }: PageAddress): string {
  return (language === "en" ? "en/" : "") + (slug ? `${slug}/` : "");
}

/** The way from a page back to the root: `./`, `../` or `../../`. */
export function rootPath(place: PageAddress): string {
  const depth = pagePath(place).split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}
