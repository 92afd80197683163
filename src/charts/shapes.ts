import type { Child } from "../dom/index.ts";
import { type GlyphStyle, glyphStyle, type Observation } from "../figures/index.ts";
import { evidenceAttributes } from "./attributes.ts";
import type { ChartContext } from "./context.ts";
import { glyph } from "./glyph.ts";

/** A length as a drawing writes it, to a tenth of a pixel. */
export function px(value: number): string {
  return value.toFixed(1);
}

/** A drawing of a size in px. */
export function drawing(
  width: number,
  height: number,
  { build }: ChartContext,
  ...children: Child[]
): SVGElement {
  const viewBox = `0 0 ${width} ${height}`;
  return build.svg("svg", { class: "fadu-plot", width, height, viewBox }, ...children);
}

/** A symbol with its middle at a place, `x,y`. */
export function glyphAt(place: string, style: GlyphStyle, { build }: ChartContext): SVGElement {
  const symbol = glyph(build, style);
  symbol.setAttribute("transform", `translate(${place})`);
  return symbol;
}

/** The square of what is missing, and the like. */
export function symbolAt(place: string, observation: Observation, context: ChartContext) {
  return glyphAt(place, glyphStyle(observation), context);
}

/** A mark in a drawing, which leads to its clause. */
export function svgMark(
  kind: "mark" | "mark delta",
  observation: Observation,
  context: ChartContext,
  ...children: Child[]
): SVGElement {
  const attributes = evidenceAttributes(observation, context);
  return context.build.svg("a", { class: kind, ...attributes }, ...children);
}

/** Lines of a text from a place on, the next one `gap` px lower. */
export function textLines(
  kind: string,
  lines: readonly string[],
  { x, y, gap }: { readonly x: number; readonly y: number; readonly gap: number },
  { build }: ChartContext,
): Child[] {
  const look = { class: kind, "text-anchor": "start", x };
  return lines.map((line, i) => build.svg("text", { ...look, y: y + i * gap }, line));
}
