import type { ChartContext } from "./context.ts";
import { glyph } from "./glyph.ts";
import { glyphStyle, type Observation } from "../figures/index.ts";
import { missingAttributes } from "./attributes.ts";

/** The symbol of an observation as a small drawing of its own, for charts made of HTML. */
export function symbol(observation: Observation, context: ChartContext): SVGElement {
  const { build } = context;
  return build.svg(
    "svg",
    { class: "symbol", width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
    glyph(build, glyphStyle(observation, context)),
  );
}

/** The mark of what has no value: its square, and its reason in the name. */
export function missingMark(observation: Observation, context: ChartContext): Element {
  const { build } = context;
  return build.html("span", missingAttributes(observation, context), symbol(observation, context));
}
