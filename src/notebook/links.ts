/** Schemes that a link in a notebook may have; a link without a scheme is relative. */
const schemes = ["http", "https", "mailto"];

export function isSafeLink(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === null || schemes.includes(scheme);
}

/** Nothing leaves the page, so an image lies beside it or within it. */
export function isSafeImage(url: string): boolean {
  if (schemeOf(url) === "data") return /^data:image\//i.test(url);
  return schemeOf(url) === null && !/^[\s/\\]{2}/.test(url);
}

/** Browsers drop blanks and control characters before they read a scheme; so does this. */
function schemeOf(url: string): string | null {
  // eslint-disable-next-line no-control-regex -- those are the characters meant
  const bare = url.replace(/[\u0000-\u0020]+/g, "");
  return /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1]?.toLowerCase() ?? null;
}
