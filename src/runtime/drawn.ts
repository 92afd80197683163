import {
  type ChartContext,
  domainFigure,
  type DrawableFigure,
  figureElement,
  type FigureOptions,
  needsGrammar,
  type PlotInput,
  type PlotModule,
} from "../charts/index.ts";
import type { Catalogue } from "../domain/index.ts";
import type { ChartSpec, FigureContext, FigureTexts, RichText, Row } from "../figures/index.ts";

/** The texts of a chart cell that hold numbers with their evidence. */
export type ChartText = keyof FigureTexts;

export interface RedrawOptions extends FigureOptions {
  readonly id?: string;
}

/** What a chart cell is drawn from. */
export interface ChartSource {
  readonly id: string;
  readonly spec: ChartSpec;
  /** The rows of its query: all of them, unless the engine summed them up. */
  readonly rows: readonly Row[];
  /** The rows of every cell that it reads, by name. */
  readonly results: ReadonlyMap<string, readonly Row[]>;
  /** The reader has put on one axis what the rules keep apart. */
  readonly together: boolean;
  /** Regions that the reader keeps on top, by id; none by default. */
  readonly pinned?: readonly string[];
  readonly grammar: PlotModule | undefined;
  /** What the engine made of all rows of the marks over a query that is not read whole. */
  readonly summed?: PlotInput["summed"];
  /** One of its texts, in the language of the context; [] where it has none. */
  text(key: ChartText, context: FigureContext): RichText;
}

/**
 * A chart as it stands in the notebook, and how it is drawn again elsewhere, in another language or
 * document, as in a package or a picture of it.
 */
export interface DrawnChart extends ChartSource {
  /** What it says and how it is drawn. Throws on a spec that cannot be drawn. */
  drawable(context: FigureContext, id?: string): DrawableFigure;
  /** The whole figure again. Throws on a spec that cannot be drawn. */
  figure(context: ChartContext, options: RedrawOptions): HTMLElement;
}

function textsOf({ text }: ChartSource, context: FigureContext): FigureTexts {
  return {
    title: text("title", context),
    subtitle: text("subtitle", context),
    filtered: text("filtered", context),
    caption: text("caption", context),
    note: text("note", context),
    alt: text("alt", context),
  };
}

function drawableOf(source: ChartSource, context: FigureContext, id: string): DrawableFigure {
  const { spec, rows, results, together, pinned, grammar, summed } = source;
  const texts = textsOf(source, context);
  if (!needsGrammar(spec))
    return domainFigure({ id, spec, rows, texts, together, pinned }, context);
  if (!grammar) throw new Error("missing grammar: plot");
  return grammar.figure({ id, spec, rows, results, summed, texts }, context);
}

/** A chart from what it reads; it is arranged once for each language, however often it is drawn. */
export function drawnChart(source: ChartSource): DrawnChart {
  const arranged = new WeakMap<Catalogue, Map<string, DrawableFigure>>();
  const drawable = ({ language, catalogue }: FigureContext, id = source.id): DrawableFigure => {
    const known = arranged.get(catalogue) ?? new Map<string, DrawableFigure>();
    arranged.set(catalogue, known);
    const key = `${language} ${id}`;
    const figure = known.get(key) ?? drawableOf(source, { language, catalogue }, id);
    known.set(key, figure);
    return figure;
  };
  return {
    ...source,
    drawable,
    figure: (context, { id, ...options }) =>
      figureElement(drawable(context, id), { onTogether: null, ...options }, context),
  };
}
