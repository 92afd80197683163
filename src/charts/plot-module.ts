import type { Child } from "../dom/index.ts";
import type { ChartContext } from "./context.ts";
import type { Description } from "./describe.ts";
import type { Summed, Whole } from "./grammar/whole/index.ts";
import type { Variant } from "./widths.ts";
import type { Row } from "./observation.ts";
import type { ChartSpec } from "./spec.ts";

/** What a general chart is drawn from: its own rows, and those that single marks name. */
export interface PlotInput {
  /** Of the figure; begins the ids within its drawings. */
  readonly id: string;
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
  readonly results: ReadonlyMap<string, readonly Row[]>;
  /** What the engine made of all rows of a mark's query, by the place of the mark. */
  readonly summed?: ReadonlyMap<number, Summed> | undefined;
  /** The author's own words for those who do not see the chart. */
  readonly alt?: string | undefined;
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
  readonly rows: (input: PlotInput) => readonly Row[];
  readonly draw: (
    input: PlotInput,
    widths: readonly { readonly name: Variant; readonly width: number }[],
    context: ChartContext,
  ) => Child;
  readonly table: (input: PlotInput, context: ChartContext) => Element;
  readonly describe: (input: PlotInput, context: ChartContext) => Description;
}

/** Loads the general grammar. */
export async function loadGrammar(): Promise<PlotModule> {
  return (await import("./grammar/index.ts")).grammar;
}

/** True for a spec that only the general grammar draws. */
export function needsGrammar(spec: ChartSpec): boolean {
  return spec["type"] === "plot";
}
