import type { Child } from "../dom/index.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { px } from "./shapes.ts";

/**
 * A floor or a ceiling on an upright scale: the true value lies anywhere along the dashes, which
 * reach `reach` px beyond the point.
 */
export function uprightBound(
  x: number,
  y: number,
  way: "above" | "below",
  reach: number,
  { build }: ChartContext,
): Child {
  const up = way === "above" ? 1 : -1;
  const tip = y - up * (RADIUS + reach);
  return build.svg(
    "g",
    { class: `bound ${way}` },
    build.svg("path", { class: "dashes", d: `M${px(x)},${px(y)}V${px(tip)}` }),
    build.svg("path", {
      d: `M${px(x - 4)},${px(tip + up * 6)}L${px(x)},${px(tip)}l4,${px(up * 6)}`,
    }),
  );
}
