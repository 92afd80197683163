import type { Child } from "../dom/index.ts";
import { plainText, type FigureModel } from "../figures/index.ts";
import type { DrawableFigure } from "./charts.ts";
import { type ChartContext, contextOf } from "./context.ts";
import { differencesFold, leadLine, sourcesFold } from "./differences.ts";
import { figureKey } from "./legend.ts";
import { rendered } from "./render.ts";
import { textElements } from "./text-elements.ts";
import { togetherButton } from "./together.ts";
import { type Variant, widths } from "./widths.ts";
import { say } from "../words/index.ts";

export interface FigureOptions {
  readonly state: "static" | "live";
  /** Both at build; in the page the one that fits. */
  readonly variants: readonly Variant[];
  /** Called with what the reader chose; no button is shown where nobody listens, nor its place
   * kept where nobody ever will (null). */
  readonly onTogether?: ((together: boolean) => void) | null | undefined;
  /** Offers the chart as a file; its place is kept until the page is live. False by default. */
  readonly download?: boolean | undefined;
  /** The cell's source, shown below the chart; none by default. */
  readonly code?: string | undefined;
  /** What a reader can do with the figure besides, in the same row; nothing by default. */
  readonly actions?: Child;
}

function drawings(
  { model, isFluid, blocks }: DrawableFigure,
  variants: readonly Variant[],
  context: ChartContext,
): Element[] {
  const kind = model.type === "plot" ? "chart grammar" : "chart";
  const used: readonly Variant[] = isFluid ? ["wide"] : variants;
  return used.flatMap((variant) => {
    const drawn = blocks({ variant, width: widths[variant] }, context);
    if (drawn.length === 0) return [];
    return [
      context.build.html(
        "div",
        {
          class: `${kind} ${isFluid ? "fluid" : variant}`,
          role: "group",
          "aria-label": model.name,
          "data-marks": true,
        },
        rendered(drawn, context),
      ),
    ];
  });
}

/** A menu that the page fills when it is opened first; unseen before, in the same place. */
function downloadPlace(
  { id }: FigureModel,
  { state, actions }: FigureOptions,
  { build, language }: ChartContext,
): Child {
  const isWaiting = state === "static";
  return build.html(
    "div",
    { class: isWaiting ? "take waiting" : "take" },
    build.html(
      "details",
      { class: "take-menu" },
      build.html(
        "summary",
        { id: `${id}-download`, "data-action": "download" },
        say(language, "take.open"),
      ),
    ),
    actions,
  );
}

function codeOf(code: string, { build, language }: ChartContext): Child {
  return build.html(
    "details",
    { class: "code", open: true },
    build.html("summary", {}, say(language, "chart.code")),
    build.html("pre", { tabindex: 0 }, build.html("code", {}, code.trim())),
  );
}

/** Title, subtitle, and what the reader's filters leave. */
function headOf({ id, texts }: FigureModel, context: ChartContext): Child {
  const { html } = context.build;
  const { title, subtitle, filtered } = texts;
  const hasNumber = title.some((node) => typeof node !== "string");
  return html(
    "figcaption",
    {},
    // The title of a figure is the title of a page of its own. Its name is what is to be read: the
    // numbers in it have longer names, for who reaches them.
    html(
      context.leads ? "h1" : "h3",
      { id: `${id}-title`, "aria-label": hasNumber ? plainText(title, context) : null },
      textElements(title, context),
    ),
    paragraph("subtitle", textElements(subtitle, context), context),
    paragraph("filtered", textElements(filtered, context), context),
  );
}

function paragraph(kind: string, content: readonly Child[], { build }: ChartContext): Child {
  return content.length === 0 ? null : build.html("p", { class: kind }, content);
}

/** The rows behind a disclosure. */
function rowsOf(figure: DrawableFigure, context: ChartContext): Child {
  const { html } = context.build;
  const table = figure.table(context);
  if (table === null) return null;
  return html(
    "details",
    { class: "rows" },
    html("summary", { "data-action": "table" }, say(context.language, "chart.table")),
    table,
  );
}

/** One row of all that unfolds under a figure, and of what a reader can do with it. */
function foldsOf(figure: DrawableFigure, options: FigureOptions, context: ChartContext): Child {
  const { model } = figure;
  const folds = [
    differencesFold(model.caveats, context),
    sourcesFold(model.sources, context),
    rowsOf(figure, context),
    togetherButton(model, options, context),
    options.download ? downloadPlace(model, options, context) : null,
  ].filter((one) => one !== null);
  return folds.length === 0 ? null : context.build.html("div", { class: "folds" }, folds);
}

/**
 * A figure in the page: title, subtitle, chart, caveats, sources, and the same rows as a table, all
 * from its model.
 */
export function figureElement(
  figure: DrawableFigure,
  options: FigureOptions,
  page: ChartContext,
): HTMLElement {
  const { model } = figure;
  const context = contextOf(model, { ...page, isLive: options.state === "live" });
  const { build, language } = context;
  const { id, type, texts, warnings, isEmpty } = model;
  return build.html(
    "figure",
    {
      id,
      "data-state": options.state,
      "data-type": type,
      "aria-labelledby": `${id}-title`,
    },
    headOf(model, context),
    isEmpty ? null : figureKey(model, context),
    isEmpty ? build.html("p", { class: "empty" }, say(language, "chart.empty")) : null,
    warnings.map((text) => build.html("p", { class: "warning", role: "note" }, text)),
    drawings(figure, options.variants, context),
    leadLine(model.caveats, context),
    paragraph("caption", textElements(texts.caption, context), context),
    paragraph("note", textElements(texts.note, context), context),
    foldsOf(figure, options, context),
    options.code ? codeOf(options.code, context) : null,
  );
}
