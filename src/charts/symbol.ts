import type { ChartContext } from "./context.ts";
import { glyph } from "./glyph.ts";
import { glyphStyle, isAbsent, type Observation } from "../figures/index.ts";
import { evidenceAttributes, missingAttributes } from "./attributes.ts";
import type { Child } from "../dom/index.ts";

/** The symbol of an observation as a small drawing of its own, for charts made of HTML. */
export function symbol(observation: Observation, context: ChartContext): SVGElement {
  const { build } = context;
  const style = glyphStyle(observation);
  // Room for the arrow of a bound: words beside it keep clear of it.
  const [left, right] = [style.bound === "below" ? 13 : 8, style.bound === "above" ? 13 : 8];
  const place = { width: left + right, height: 16, viewBox: `${-left} -8 ${left + right} 16` };
  return build.svg(
    "svg",
    { class: "symbol", ...place, "aria-hidden": "true" },
    glyph(build, style),
  );
}

/** An observation's symbol as a mark: a link to its clause, or a square with its reason in the name. */
export function symbolMark(
  observation: Observation,
  context: ChartContext,
  ...beside: Child[]
): Element {
  const { html } = context.build;
  const drawn = symbol(observation, context);
  if (isAbsent(observation)) return html("span", missingAttributes(observation, context), drawn);
  const attributes = evidenceAttributes(observation, context);
  return html("a", { class: "mark", ...attributes }, drawn, ...beside);
}
