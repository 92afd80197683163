/**
 * Where the site will stand, from `FADU_SITE`; null where nobody says it. Only what other sites
 * read needs it: canonical addresses, pictures of previews, oEmbed.
 */
export function siteAddress(): string | null {
  const text = process.env["FADU_SITE"];
  if (!text) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`invalid FADU_SITE: ${text}`);
  return url.href.replace(/\/?$/, "/");
}
