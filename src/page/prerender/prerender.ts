import { builder, type Builder, type Child } from "../../dom/index.ts";
import type { Connector } from "../../engine/index.ts";
import { sourceList, type Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { locale, say } from "../../words/index.ts";
import type { CompiledNotebook } from "../../notebook/index.ts";
import { consentByBuild, mount, type DrawnChart } from "../../runtime/index.ts";
import { countsOf } from "../shell/archive.ts";
import { datasetOf } from "./dataset.ts";
import { figureActions } from "../shell/figure-actions.ts";
import { footer, header, slugOf, titleOf, type Entry, type PageFrame } from "../shell/chrome.ts";
import { shownFacts } from "../shell/shown-facts.ts";
import { typedNumbers } from "./typed-numbers.ts";
import { editSlug, pagePath, rootPath, type PageAddress } from "../shell/page-address.ts";

export interface PrerenderOptions {
  readonly notebook: CompiledNotebook;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly connector: Connector;
  readonly archive: Archive;
  /** An empty document of the build's DOM. */
  readonly document: Document;
}

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
    body: bodyOf(frame, build, [main, sourceList({ build, language, archive }, facts)]),
    dataset: datasetOf({ title, description, language, facts, archive }),
    charts: notebook.cells.flatMap(({ id }) => mounted.chart(id) ?? []),
    problems,
  };
}

function bodyOf(frame: PageFrame, build: Builder, content: Child): string {
  const notices = build.html("div", { class: "notices" });
  const parts = [header(frame, build), notices, content, footer(frame, build)];
  return build.html("div", {}, parts).innerHTML;
}

/** What follows from where a page stands. */
function frameOf(place: PageAddress): Pick<Page, "place" | "path" | "root" | "lang" | "alternate"> {
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
