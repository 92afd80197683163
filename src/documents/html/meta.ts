import { attribute, find, walk, type Document } from "./tree.ts";
import { collapse } from "./space.ts";

/** What the head of a page says of it. */
export interface Head {
  readonly title: string | null;
  /** The title without the name of the site, where the page says which is which. */
  readonly article: string | null;
  readonly published: string | null;
}

const titles = ["articletitle", "og:title", "dc.title", "twitter:title"];
const dates = [
  "pubdate",
  "publishdate",
  "publish_date",
  "article:published_time",
  "dc.date",
  "dcterms.date",
  "datepublished",
  "createdate",
  "date",
];

export function headOf(page: Document): Head {
  const said = new Map<string, string>();
  walk(page, {
    enter(element) {
      if (element.tagName !== "meta") return true;
      const name = ["name", "property", "itemprop"]
        .map((key) => attribute(element, key))
        .find(Boolean);
      const content = collapse(attribute(element, "content"));
      if (name !== undefined && content !== "" && !said.has(name.toLowerCase()))
        said.set(name.toLowerCase(), content);
      return false;
    },
  });
  const title = find(page, "title");
  const text = title?.childNodes.map((node) => ("value" in node ? node.value : "")).join("") ?? "";
  return {
    title: collapse(text) || null,
    article: titles.map((name) => said.get(name)).find((one) => one !== undefined) ?? null,
    published:
      dates.map((name) => dateIn(said.get(name) ?? "")).find((one) => one !== null) ?? null,
  };
}

/** The first date in a text, as ISO; null for none that exists. */
export function dateIn(text: string): string | null {
  const [, year = "", month = "", day = ""] =
    /((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** A date that a line of the page says of its publication. */
export function publishedIn(line: string): string | null {
  const [, rest = ""] =
    /(?:发布|发文|成文|公开|更新)(?:日期|时间)\s*[:：]?\s*([\s\S]{8,20})/.exec(line) ?? [];
  return dateIn(rest);
}

/** A title of the head without the name of the site behind it. */
export function withoutSite(title: string): string {
  const [first = ""] = title.split(/[_|｜]|\s[-–—]+\s|--+/);
  return first.trim().length >= 6 ? first.trim() : title;
}
