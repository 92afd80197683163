import type { DrawableFigure } from "./charts.ts";
import type { ChartContext } from "./context.ts";
import type { ChartSpec, FigureContext, FigureTexts, Row } from "../figures/index.ts";
import type { Summed, Whole } from "./plot/whole/index.ts";

/** What a general chart is drawn from: its own rows, and those that single marks name. */
export interface PlotInput {
  /** Of the figure; begins the ids within its drawings. */
  readonly id: string;
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
  readonly results: ReadonlyMap<string, readonly Row[]>;
  /** What the engine made of all rows of a mark's query, by the place of the mark. */
  readonly summed?: ReadonlyMap<number, Summed> | undefined;
  readonly texts?: FigureTexts;
}

/** The general grammar (`grammar/`), which a page loads only where a notebook has such a chart. */
export interface PlotModule {
  /**
   * Has the engine sum up, for each mark over such a query, all of its rows.
   * @param wholes queries with more rows than are read one by one, by the name that marks give
   * them; null for the chart's own
   */
  readonly sum: (
    spec: ChartSpec,
    wholes: ReadonlyMap<string | null, Whole>,
    context: ChartContext,
  ) => Promise<ReadonlyMap<number, Summed>>;
  /** Throws in the reader's words on a spec or rows that cannot be drawn. */
  readonly figure: (input: PlotInput, context: FigureContext) => DrawableFigure;
}

/** Loads the general grammar. */
export async function loadGrammar(): Promise<PlotModule> {
  return (await import("./plot/index.ts")).grammar;
}

/** True for a spec that only the general grammar draws. */
export function needsGrammar(spec: ChartSpec): boolean {
  return spec["type"] === "plot";
}
