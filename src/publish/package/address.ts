/** Where a page of a package stands, in paths from it; each ends in a slash or is "". */
export interface RelativePaths {
  /** The folder of the package: data, pictures and the Chinese page. */
  readonly package: string;
  /** The root of the site, relative or whole. */
  readonly site: string;
  /** The folder of the notebook's page in this language, below the root of the site. */
  readonly notebook: string;
}

/** Schemes and hosts stand for themselves, and so does a place on the same page. */
const isElsewhere = (href: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(href);

/** `../` steps resolved: `en/regions/` and `../figures/?a=1` give `en/figures/?a=1`. */
function joined(folder: string, href: string): string {
  const at = href.search(/[?#]/);
  const [path, rest] = at < 0 ? [href, ""] : [href.slice(0, at), href.slice(at)];
  const steps = folder.split("/").filter(Boolean);
  for (const step of path.split("/").slice(0, -1)) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  const last = path.split("/").at(-1) ?? "";
  return steps.map((step) => `${step}/`).join("") + last + rest;
}

/** A link of the notebook, as it must read on a page of the package. */
export function rebased(href: string, { site, notebook }: RelativePaths): string {
  return isElsewhere(href) ? href : site + joined(notebook, href);
}
