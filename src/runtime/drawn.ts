import {
  figure,
  type ChartContext,
  type ChartSpec,
  type FigureOptions,
  type PlotModule,
  plainText,
  type Row,
  type Variant,
} from "../charts/index.ts";
import type { Child } from "../dom/index.ts";

/** The texts of a chart cell that hold numbers with their evidence. */
export type ChartText = "title" | "subtitle" | "note" | "caption" | "alt" | "filtered";

export interface RedrawOptions {
  readonly variants: readonly Variant[];
  readonly state: "static" | "live";
  readonly id?: string;
  /** What only the notebook's own page adds: its button, its menu, and the cell's source. */
  readonly onTogether?: ((together: boolean) => void) | null | undefined;
  readonly download?: boolean | undefined;
  readonly code?: string | undefined;
  readonly actions?: Child;
}

/**
 * A chart as it stands in the notebook: its rows, and how it is drawn again elsewhere, in another
 * language or document, as in a package or a picture of it.
 */
export interface DrawnChart {
  readonly id: string;
  readonly spec: ChartSpec;
  /** The rows of its query: all of them, unless the engine summed them up. */
  readonly rows: readonly Row[];
  /** The rows of every cell that it reads, by name. */
  readonly results: ReadonlyMap<string, readonly Row[]>;
  /** The reader has put on one axis what the rules keep apart. */
  readonly together: boolean;
  readonly grammar: PlotModule | undefined;
  /** What the engine made of all rows of the marks over a query that is not read whole. */
  readonly summed?: FigureOptions["summed"];
  /** One of its texts, in the language and document of the context; [] where it has none. */
  text(key: ChartText, context: ChartContext): Child[];
  /** The whole figure again. Throws on a spec that cannot be drawn. */
  figure(context: ChartContext, options: RedrawOptions): HTMLElement;
}

const orNull = (text: Child[]): Child => (text.length > 0 ? text : null);

/** A chart from what it reads. */
export function drawnChart(chart: Omit<DrawnChart, "figure">): DrawnChart {
  return {
    ...chart,
    figure: (context, { id = chart.id, ...options }) =>
      figure(
        chart.spec,
        chart.rows,
        {
          id,
          title: chart.text("title", context),
          subtitle: orNull(chart.text("subtitle", context)),
          filtered: orNull(chart.text("filtered", context)),
          note: orNull(chart.text("note", context)),
          caption: orNull(chart.text("caption", context)),
          alt: plainText(chart.text("alt", context), context),
          together: chart.together,
          grammar: chart.grammar,
          results: chart.results,
          summed: chart.summed,
          onTogether: null,
          ...options,
        },
        context,
      ),
  };
}
