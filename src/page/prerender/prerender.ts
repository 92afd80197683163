import { builder, type Child } from "../../dom/index.ts";
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
import { editSlug, extractSlug, rootPath, type PageAddress } from "../shell/page-address.ts";
import { extractText } from "../../words/extract.ts";
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
    ?.querySelector(figure.querySelector("svg.fadu-plot") ? ".reports > summary" : "h3")
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

type FrameOptions = Pick<PrerenderOptions, "entries" | "language" | "archive" | "document">;

/** The page of one's own notebooks: a frame only, since all in it is in the reader's browser. */
export function prerenderEdit(options: FrameOptions): Page {
  const { language, document } = options;
  const { html } = builder(document);
  const title = say(language, "app.mine");
  return framed(options, editSlug, {
    title,
    description: say(language, "app.mine.description"),
    content: [
      html("h1", {}, title),
      html("noscript", {}, html("p", {}, say(language, "app.mine.script"))),
    ],
  });
}

/** The page that reads reports: what it does, and the rest in the reader's browser. */
export function prerenderExtract(options: FrameOptions): Page {
  const { language, document } = options;
  const { html } = builder(document);
  const title = extractText(language, "title");
  return framed(options, extractSlug, {
    title,
    description: extractText(language, "description"),
    content: [
      html(
        "div",
        { class: "prose extract-lead" },
        html("h1", {}, title),
        html("p", { class: "lead" }, extractText(language, "lead")),
      ),
      html("noscript", {}, html("p", {}, extractText(language, "noscript"))),
    ],
  });
}

/** A page of which only the frame and a few words are built. */
function framed(
  { entries, language, archive, document }: FrameOptions,
  slug: string,
  { title, description, content }: Pick<Page, "title" | "description"> & { content: Child },
): Page {
  const build = builder(document);
  const place: PageAddress = { language, slug };
  const frame: PageFrame = { place, entries, counts: countsOf(archive) };
  const main = build.html("main", { id: "main", tabindex: -1 }, content);
  return {
    ...frameOf(place),
    title,
    description,
    body: bodyOf(frame, build, main),
    dataset: "",
    charts: [],
    problems: [],
  };
}
