import type { Child } from "../dom/index.ts";
import { ends, type Present } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { px } from "./shapes.ts";

/** Half of the strokes that end a range, in px. */
const END = 4;

/** A thin line along the row from the least to the greatest that a figure may be. */
export function reach(
  observation: Present,
  y: number,
  place: (value: number) => number,
  { build }: ChartContext,
): Child {
  if (!observation.range) return null;
  const [left = 0, right = 0] = ends(observation).map(place);
  const [low, high] = [px(left), px(right)];
  const cap = (x = "") => `M${x},${y - END}V${y + END}`;
  // The label stands over the line, and a finger finds both.
  const area = { x: low, y: y - 26, width: px(right - left), height: 38 };
  return [
    build.svg("rect", { class: "hit", ...area }),
    build.svg("path", { class: "reach", d: `M${low},${y}H${high}${cap(low)}${cap(high)}` }),
  ];
}

/** The same on an upright scale. */
export function uprightReach(
  observation: Present,
  x: number,
  place: (value: number) => number,
  { build }: ChartContext,
): Child {
  if (!observation.range) return null;
  const [low, high] = ends(observation).map((value) => px(place(value)));
  const cap = (y = "") => `M${px(x - END)},${y}H${px(x + END)}`;
  return build.svg("path", {
    class: "reach",
    d: `M${px(x)},${low}V${high}${cap(low)}${cap(high)}`,
  });
}
