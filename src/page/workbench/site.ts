import type { Language } from "../../domain/index.ts";
import { slugOf, titleOf, type Entry } from "../shell/chrome.ts";
import { editSlug, pagePath } from "../shell/page-address.ts";

/** A notebook of the repository, whose text is loaded when it is asked for. */
export interface RepositoryNotebook extends Entry {
  readonly source: () => Promise<{ readonly default: string }>;
}

/** The notebooks of the repository and the pages of the site, in one language. */
export interface Site {
  /** Title of a repository notebook; its slug where there is none. */
  titleOf(slug: string): string;
  /** Null where there is none. */
  textOf(slug: string): Promise<string | null>;
  /** The page of a repository notebook. */
  pageOf(slug: string): URL;
  /** The page of the reader's own notebooks, or of one of them. */
  editPage(id?: string): URL;
}

export function createSite(
  root: URL,
  notebooks: readonly RepositoryNotebook[],
  language: Language,
): Site {
  const find = (slug: string) => notebooks.find((one) => one.slug === slug);
  return {
    titleOf(slug) {
      const entry = find(slug);
      return entry ? titleOf(entry, language) : slug;
    },
    textOf: async (slug) => (await find(slug)?.source())?.default ?? null,
    pageOf(slug) {
      const entry = find(slug);
      return new URL(pagePath({ language, slug: entry ? slugOf(entry, notebooks) : slug }), root);
    },
    editPage(id) {
      const page = new URL(pagePath({ language, slug: editSlug }), root);
      if (id !== undefined) page.searchParams.set("my", id);
      return page;
    },
  };
}
