import {
  type ChartContext,
  type DrawableFigure,
  figureElement,
  type FigureOptions,
  type PlotInput,
  type PlotModule,
} from "../../src/charts/index.ts";
import type { ChartSpec, FigureContext, FigureTexts, Row } from "../../src/figures/index.ts";
import { drawnChart } from "../../src/runtime/drawn.ts";
import { stated } from "./world.ts";

/** What a chart cell may give besides its rows; texts as plain words. */
export interface Given
  extends
    Partial<FigureOptions>,
    Partial<Pick<PlotInput, "results" | "summed">>,
    Partial<Record<keyof FigureTexts, string>> {
  readonly id?: string;
  readonly together?: boolean;
  readonly grammar?: PlotModule;
}

/** A figure of rows before it is drawn. */
export function figureOf(
  spec: ChartSpec,
  rows: readonly Row[],
  context: FigureContext,
  { id = "chart", together = false, grammar, results = new Map(), summed, ...given }: Given = {},
): DrawableFigure {
  stated(rows);
  const text = (key: keyof FigureTexts) => {
    const words = given[key] ?? (key === "title" ? "题" : "");
    return words === "" ? [] : [words];
  };
  const source = { id, spec, rows, results, together, grammar, summed, text };
  return drawnChart(source).drawable(context);
}

/** A figure of rows, drawn once at the wide width. */
export function draw(
  spec: ChartSpec,
  rows: readonly Row[],
  context: ChartContext,
  options: Given = {},
): HTMLElement {
  const plain: FigureOptions = { state: "live", variants: ["wide"] };
  const drawable = figureOf(spec, rows, context, options);
  return figureElement(drawable, { ...plain, ...options }, context);
}

/** Where a mark's symbol stands, from its transform. */
export function placeOf(mark: Element): { readonly x: number; readonly y: number } {
  const transform = mark.querySelector(".glyph")?.getAttribute("transform") ?? "";
  const [x = NaN, y = NaN] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y };
}

/** The mark of a fact in the drawing, not in the table. */
export function markOf(root: Element, fact: string): Element {
  const mark = root.querySelector(`.chart .mark[data-fact="${fact}"]`);
  if (!mark) throw new Error(`missing mark: ${fact}`);
  return mark;
}
