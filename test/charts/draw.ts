import {
  type ChartContext,
  domainFigure,
  type DrawableFigure,
  figureElement,
  type FigureOptions,
  needsGrammar,
  type PlotInput,
  type PlotModule,
} from "../../src/charts/index.ts";
import type { ChartSpec, FigureContext, FigureTexts, Row } from "../../src/figures/index.ts";
import { state } from "./world.ts";

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
  { id = "chart", together, grammar, results = new Map(), summed, ...given }: Given = {},
): DrawableFigure {
  // Other tests of the same process have figures of the same names.
  for (const row of rows) if ("value" in row) state(row);
  const text = (key: keyof FigureTexts, fallback = "") => {
    const words = given[key] ?? fallback;
    return words === "" ? [] : [words];
  };
  const texts: FigureTexts = {
    title: text("title", "题"),
    subtitle: text("subtitle"),
    filtered: text("filtered"),
    caption: text("caption"),
    note: text("note"),
    alt: text("alt"),
  };
  if (!needsGrammar(spec)) return domainFigure({ id, spec, rows, texts, together }, context);
  if (!grammar) throw new Error("missing grammar: plot");
  return grammar.figure({ id, spec, rows, results, summed, texts }, context);
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
