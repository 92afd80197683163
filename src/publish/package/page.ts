import { altText, plainText, type FigureModel } from "../../figures/index.ts";
import { figureElement, type ChartContext } from "../../charts/index.ts";
import { builder, type Child } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { locale } from "../../words/index.ts";
import { escapeAttribute, escapeText } from "../../words/markup/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import type { RelativePaths } from "./address.ts";
import { clauseLinks, clauseList } from "./clauses.ts";
import { rebaseLinks, reduceDrawings } from "./reduce.ts";
import { usedStyle } from "./style.ts";

/** The figure as it stands on its own page, before its footer, and what it says. */
export interface PageFigure {
  readonly language: Language;
  readonly model: FigureModel;
  readonly figure: HTMLElement;
  readonly title: string;
  readonly subtitle: string;
  /** What the reader's filters leave of it; "" where none is set. */
  readonly filtered: string;
  /** The figure in words, for who does not see it. */
  readonly alt: string;
  readonly caveats: readonly string[];
  readonly note: string;
  readonly source: string;
  readonly style: string;
}

export interface PageFigureOptions {
  readonly chart: DrawnChart;
  readonly language: Language;
  readonly archive: Archive;
  readonly document: Document;
  /** The style of figures and that of their pages; what the figure does not need is left out. */
  readonly style: string;
}

/** The figure for a page of its own: drawn for both widths, with the clause of every number. */
export function pageFigure(options: PageFigureOptions): PageFigure {
  const { chart, language, archive, document, style } = options;
  const build = builder(document);
  const links = clauseLinks(archive);
  const context: ChartContext = { build, language, catalogue: archive, leads: links.leads };
  const drawable = chart.drawable(context);
  const wanted = { variants: ["wide", "narrow"], state: "static", onTogether: null } as const;
  const figure = figureElement(drawable, wanted, context);
  reduceDrawings(figure);
  const clauses = clauseList(links.used(), { build, language, archive });
  if (clauses) figure.append(clauses);
  // The footer comes later, and has links and paragraphs like any.
  const footer = build.html("footer", {}, build.html("p", {}, build.html("a", { href: "#" }, "")));
  const main = build.html("main", {}, figure, footer);
  const needed = usedStyle(style, main, language);
  footer.remove();
  const { model } = drawable;
  const text = (key: "title" | "subtitle" | "filtered" | "note") =>
    plainText(model.texts[key], context);
  return {
    language,
    model,
    figure,
    title: text("title"),
    subtitle: text("subtitle"),
    filtered: text("filtered"),
    alt: altText(model),
    caveats: model.caveats.all,
    note: text("note"),
    source: model.sources?.full ?? "",
    style: needed,
  };
}

/** What stands around the figure on one of its pages. */
export interface PageOptions {
  readonly version: string;
  /** The day from which it holds, as an ISO date; null where none is known. */
  readonly since: string | null;
  readonly paths: RelativePaths;
  /** Elements of the head other than character set, policy, style and script. */
  readonly head: readonly string[];
  readonly footer: Child;
  /** Address of the script from the page; none by default. */
  readonly script?: string | undefined;
}

/** Nothing is fetched but the one script beside it. */
export const figurePolicy =
  "default-src 'none';style-src 'unsafe-inline';img-src data:;script-src 'self';base-uri 'none';form-action 'none';require-trusted-types-for 'script';trusted-types 'none'";

/**
 * The figure's HTML with its links and footer as they must paths there. The figure is the same
 * again after it: a copy would take longer than all the rest of a page.
 */
function figureMarkup(figure: Element, paths: RelativePaths, footer: Element): string {
  const links = [...figure.querySelectorAll("[href]")];
  const before = links.map((link) => link.getAttribute("href") ?? "");
  rebaseLinks(figure, paths);
  figure.append(footer);
  const markup = figure.outerHTML;
  footer.remove();
  links.forEach((link, at) => link.setAttribute("href", before[at] ?? ""));
  return markup;
}

/** One page of a figure as HTML; it needs no other file. */
export function figurePage(pageFigure: PageFigure, options: PageOptions): string {
  const { figure, language, style, title } = pageFigure;
  const { version, since, paths, head, footer, script } = options;
  const day = since === null ? "" : ` data-since="${since}"`;
  const { html } = builder(figure.ownerDocument);
  const markup = figureMarkup(figure, paths, html("footer", {}, footer));
  return [
    `<!doctype html><html lang="${locale(language)}" data-figure="${escapeAttribute(figure.id)}" data-version="${version}"${day}><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="${figurePolicy}">`,
    `<title>${escapeText(title)}</title>`,
    ...head,
    `<style>${style}</style>`,
    script === undefined ? "" : `<script defer src="${escapeAttribute(script)}"></script>`,
    `</head><body><main>${compact(markup)}</main></body></html>\n`,
  ].join("");
}

/** SVG elements without content need no end tag. */
function compact(markup: string): string {
  return markup
    .replaceAll(/><\/(?:circle|path|line|rect|use|ellipse|polygon)>/g, "/>")
    .replaceAll(' data-marks=""', " data-marks");
}
