import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { sitemapFiles } from "../../scripts/vite/sitemap.ts";
import { editSlug, regionSlug } from "../../src/page/shell/page-address.ts";
import { frameOf } from "../../src/page/prerender/frame.ts";
import type { Page } from "../../src/page/prerender/prerender.ts";

const page = (slug: string | null, language: "zh" | "en"): Page => ({
  ...frameOf({ slug, language }),
  ...{ title: "", description: "", body: "", dataset: "", charts: [], problems: [] },
});
const pages = [page(null, "zh"), page(regionSlug("jia"), "en"), page(editSlug, "zh")];

it("lists each page with the same in the other language, and not that of the reader's own", () => {
  const files = sitemapFiles(pages, "https://example.org/fadu/");
  const xml = new JSDOM(String(files.get("sitemap.xml")), { contentType: "application/xml" });
  const urls = [...xml.window.document.querySelectorAll("url")].map((url) => [
    url.querySelector("loc")?.textContent,
    ...[...url.getElementsByTagName("xhtml:link")].map(
      (link) => `${link.getAttribute("hreflang")} ${link.getAttribute("href")}`,
    ),
  ]);
  const home = "https://example.org/fadu/";
  expect(urls).toEqual([
    [home, `zh-CN ${home}`, `en ${home}en/`],
    [`${home}en/regions/jia/`, `en ${home}en/regions/jia/`, `zh-CN ${home}regions/jia/`],
  ]);
});

it("stands in robots.txt only where that is asked for: at the root of a host", () => {
  expect(sitemapFiles(pages, "https://example.org/fadu/").has("robots.txt")).toBe(false);
  const robots = sitemapFiles(pages, "https://example.org/").get("robots.txt");
  expect(robots).toContain("Sitemap: https://example.org/sitemap.xml");
});
