import {
  type BodyOf,
  type ChartType,
  type FigureContext,
  figureModel,
  type FigureModel,
  type FigureSource,
  type FigureType,
  figureTypes,
  typeOf,
} from "../figures/index.ts";
import { audit } from "./audit.ts";
import { bars } from "./bars.ts";
import type { Block } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { dots } from "./dots.ts";
import { ranking } from "./ranking.ts";
import { slope } from "./slope.ts";
import { table } from "./table.ts";
import { trend } from "./trend.ts";
import { tableNotes } from "./annotate.ts";
import type { Variant } from "./widths.ts";
import type { Child } from "../dom/index.ts";

/** How a chart type draws a figure, as blocks from top to bottom. */
export interface Drawing<Body> {
  /** It fits every width by itself. */
  readonly isFluid: boolean;
  /** @param width in px */
  readonly draw: (model: FigureModel<Body>, width: number, context: ChartContext) => Block[];
}

/** A figure that can be drawn in any medium: what it says, and its blocks for a width. */
export interface DrawableFigure {
  readonly model: FigureModel;
  readonly isFluid: boolean;
  readonly blocks: (
    size: { readonly variant: Variant; readonly width: number },
    context: ChartContext,
  ) => Block[];
  /** Its rows as a table; null where the figure is one. */
  readonly table: (context: ChartContext) => Child;
}

const drawings: { readonly [T in ChartType]: Drawing<BodyOf<T>> } = {
  dots: { isFluid: false, draw: dots },
  dumbbell: { isFluid: false, draw: dots },
  bars: { isFluid: false, draw: bars },
  slope: { isFluid: false, draw: slope },
  trend: { isFluid: false, draw: trend },
  ranking: { isFluid: true, draw: ranking },
  audit: { isFluid: true, draw: audit },
  legend: {
    isFluid: true,
    draw: ({ body }) => [{ kind: "forms", observations: body.observations }],
  },
  matrix: { isFluid: true, draw: ({ body, spec }) => [{ kind: "matrix", matrix: body, spec }] },
  table: {
    isFluid: true,
    draw: ({ body }) => [{ kind: "table", observations: body.observations }],
  },
  tiles: { isFluid: true, draw: ({ body }) => [{ kind: "tiles", tiles: body.tiles }] },
};

/** A figure of any type with its drawing. */
export function drawable<Body>(
  type: FigureType<Body>,
  { isFluid, draw }: Drawing<Body>,
  source: FigureSource,
  given: FigureContext,
): DrawableFigure {
  const model = figureModel(type, source, given);
  return {
    model,
    isFluid,
    blocks: ({ width }, context) =>
      model.observations.length > 0 ? draw(model, width, context) : [],
    table: (context) =>
      model.isTable
        ? null
        : [table(model.observations, context), tableNotes(model.annotations, context)],
  };
}

/** A figure of the type that its spec names. Throws on a spec or rows that cannot be drawn. */
export function domainFigure(source: FigureSource, context: FigureContext): DrawableFigure {
  const name = typeOf(source.spec);
  // The two tables have the same keys and the same body for each, which the compiler cannot follow.
  const type = figureTypes[name] as FigureType;
  return drawable(type, drawings[name] as Drawing<unknown>, source, context);
}
