import type { Builder, Child } from "../../dom/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import { locale } from "../../words/index.ts";
import { footer, header, type PageFrame } from "../shell/chrome.ts";
import { pagePath, rootPath, type PageAddress } from "../shell/page-address.ts";

/** One page, ready for the template. */
export interface Page {
  readonly place: PageAddress;
  /** Path of its folder below the site's root. */
  readonly path: string;
  readonly root: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  /** The same page in the other language, as a path from this one. */
  readonly alternate: string;
  readonly body: string;
  /** The page as structured data, behind its body; "" where it holds no figure. */
  readonly dataset: string;
  /** Its charts, to be drawn again for pages of their own; in the order of the page. */
  readonly charts: readonly DrawnChart[];
  /** What is wrong with its texts, with file, line and column. */
  readonly problems: readonly string[];
}

/** What stands in the body of a page: its content between head and foot. */
export function bodyOf(frame: PageFrame, build: Builder, content: Child): string {
  const notices = build.html("div", { class: "notices" });
  const parts = [header(frame, build), notices, content, footer(frame, build)];
  return build.html("div", {}, parts).innerHTML;
}

/** What follows from where a page stands. */
export function frameOf(
  place: PageAddress,
): Pick<Page, "place" | "path" | "root" | "lang" | "alternate"> {
  const root = rootPath(place);
  const other: PageAddress = { ...place, language: place.language === "zh" ? "en" : "zh" };
  return {
    place,
    path: pagePath(place),
    root,
    lang: locale(place.language),
    alternate: root + pagePath(other),
  };
}
