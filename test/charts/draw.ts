import { figure, type ChartContext, type ChartSpec, type Row } from "../../src/charts/index.ts";
import type { FigureOptions } from "../../src/charts/index.ts";
import { state } from "./world.ts";

/** A figure of rows, drawn once at the wide width. */
export function draw(
  spec: ChartSpec,
  rows: readonly Row[],
  context: ChartContext,
  options: Partial<FigureOptions> = {},
): HTMLElement {
  for (const row of rows) if ("value" in row) state(row);
  const plain: FigureOptions = {
    id: "chart",
    title: "题",
    subtitle: null,
    note: null,
    state: "live",
    variants: ["wide"],
  };
  return figure(spec, rows, { ...plain, ...options }, context);
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
