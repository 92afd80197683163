import { builder } from "../../dom/index.ts";
import type { Connector } from "../../engine/index.ts";
import { sourceList, type Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import type { CompiledNotebook } from "../../notebook/index.ts";
import { consentByBuild, mount } from "../../runtime/index.ts";
import { countsOf } from "../shell/archive.ts";
import { datasetOf } from "./dataset.ts";
import { figureActions } from "../shell/figure-actions.ts";
import { slugOf, titleOf, type Entry, type PageFrame } from "../shell/chrome.ts";
import { shownFacts } from "../shell/shown-facts.ts";
import { typedNumbers } from "./typed-numbers.ts";
import { editSlug, rootPath, type PageAddress } from "../shell/page-address.ts";
import { regionIndex, regionsSlug } from "./region-index.ts";
import { bodyOf, frameOf, type Page } from "./frame.ts";

export type { Page } from "./frame.ts";
export { prerenderRegion } from "./region.ts";

export interface PrerenderOptions {
  readonly notebook: CompiledNotebook;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly connector: Connector;
  readonly archive: Archive;
  /** An empty document of the build's DOM. */
  readonly document: Document;
}

/**
 * A notebook as HTML by the code that runs in the page: charts as SVG, tables, text, and a list
 * of the clauses that every mark links to. Rejects where any cell fails.
 */
export async function prerender(options: PrerenderOptions): Promise<Page> {
  const { notebook, entries, language, connector, archive, document } = options;
  const build = builder(document);
  const entry = entries.find(({ slug }) => slug === notebook.slug);
  if (!entry) throw new Error(`unknown notebook: ${notebook.slug}`);
  const place: PageAddress = { language, slug: slugOf(entry, entries) };
  const frame: PageFrame = { place, entries, counts: countsOf(archive) };
  const main = build.html("main", { id: "main", tabindex: -1 });
  const mounted = mount(notebook, main, {
    document,
    connector,
    catalogue: archive,
    language,
    variants: () => ["wide", "narrow"],
    state: "static",
    inputs: {},
    consent: consentByBuild(notebook),
    actions: figureActions(`${rootPath(place)}embed/`),
  });
  await mounted.settled;
  mounted.dispose();
  const problems = typedNumbers(notebook, main, language);
  // Its paint tells the page when the first chart, which stands before it, has been painted.
  const figure = main.querySelector("figure");
  // A long table's end is below the fold, so its title has to tell.
  figure
    ?.querySelector(figure.querySelector("svg.fadu-plot") ? ".source" : "h3")
    ?.setAttribute("elementtiming", "first-figure");
  const facts = shownFacts(main);
  const title = titleOf(entry, language);
  const description = language === "zh" ? entry.front.description : entry.front.description_en;
  return {
    ...frameOf(place),
    title,
    description,
    body: bodyOf(frame, build, [
      main,
      place.slug === regionsSlug ? regionIndex(place, archive, build) : null,
      sourceList({ build, language, archive }, facts),
    ]),
    dataset: datasetOf({ title, description, language, facts, archive }),
    charts: notebook.cells.flatMap(({ id }) => mounted.chart(id) ?? []),
    problems,
  };
}

/** The page of one's own notebooks: a frame only, since all in it is in the reader's browser. */
export function prerenderEdit({
  entries,
  language,
  archive,
  document,
}: Pick<PrerenderOptions, "entries" | "language" | "archive" | "document">): Page {
  const build = builder(document);
  const place: PageAddress = { language, slug: editSlug };
  const frame: PageFrame = { place, entries, counts: countsOf(archive) };
  const main = build.html(
    "main",
    { id: "main", tabindex: -1 },
    build.html("h1", {}, say(language, "app.mine")),
    build.html("noscript", {}, build.html("p", {}, say(language, "app.mine.script"))),
  );
  return {
    ...frameOf(place),
    title: say(language, "app.mine"),
    description: say(language, "app.mine.description"),
    body: bodyOf(frame, build, main),
    dataset: "",
    charts: [],
    problems: [],
  };
}
