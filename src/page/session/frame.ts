import { builder } from "../../dom/index.ts";
import { sourceList, type Archive } from "../../evidence/index.ts";
import { locale } from "../../words/index.ts";
import { countsOf } from "../shell/archive.ts";
import { footer, header, titleOf } from "../shell/chrome.ts";
import { shownFacts } from "../shell/shown-facts.ts";
import type { Status } from "../shell/status.ts";
import type { Page } from "./page.ts";

/** Says everything around the cells anew, in the language of the page. */
export function renderFrame(
  { document, main, location: { place }, entry, notebooks }: Page,
  { archive, line }: { readonly archive: Archive; readonly line: Status },
): void {
  const { language } = place;
  const build = builder(document);
  const frame = { place, entries: notebooks, counts: countsOf(archive) };
  document.documentElement.lang = locale(language);
  if (entry) document.title = titleOf(entry, language);
  const top = header(frame, build);
  top.querySelector(".engine")?.replaceWith(line.element);
  document.querySelector(".masthead")?.replaceWith(top);
  document.querySelector(".colophon")?.replaceWith(footer(frame, build));
  document
    .querySelector("#sources")
    ?.replaceWith(sourceList({ build, language, archive }, shownFacts(main)));
  line.setLanguage(language);
}
