import type { Page } from "../../src/page/prerender/prerender.ts";
import { editSlug } from "../../src/page/shell/page-address.ts";
import type { PackageFiles } from "../../src/publish/package/index.ts";
import { languageOf } from "../../src/words/index.ts";
import { escapeAttribute } from "../../src/words/markup/index.ts";

const spaces = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
].join(" ");

function entry({ path, alternate, lang, root }: Page, home: string): string {
  const here = escapeAttribute(home + path);
  const there = escapeAttribute(home + alternate.slice(root.length));
  const [own, other] = languageOf(lang) === "zh" ? ["zh-CN", "en"] : ["en", "zh-CN"];
  const link = (language: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`;
  return `<url><loc>${here}</loc>${link(own, here)}${link(other, there)}</url>`;
}

/**
 * Every page for those who index, each with the same in the other language, after sitemaps.org. The
 * format knows whole addresses only, so a site has one where its own address is said. `robots.txt`
 * names it where the site is all of its host, since no other place is asked for it.
 * @param home the site's address, ending in a slash
 */
export function sitemapFiles(pages: readonly Page[], home: string): PackageFiles {
  // What a reader wrote stands in no page of ours.
  const listed = pages.filter(({ place }) => place.slug !== editSlug);
  const entries = listed.map((page) => entry(page, home)).join("\n");
  const map = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${entries}\n</urlset>\n`;
  const robots = `User-agent: *\nAllow: /\nSitemap: ${home}sitemap.xml\n`;
  return new Map([
    ["sitemap.xml", map],
    ...(new URL(home).pathname === "/" ? ([["robots.txt", robots]] as const) : []),
  ]);
}
