import type { Child } from "../dom/index.ts";
import type { Axis } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { size } from "./layout.ts";
import { px } from "./shapes.ts";
import { textWidth } from "./text.ts";

/** Where an axis of values stands: along the foot of its rows. */
export interface AxisPlace {
  readonly x: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
}

/** Between the rows and the words of a tick. */
const PADDING = 8;
/** The height of digits, as a share of their size. */
const DIGITS = 0.71;

const upright = (x: number, { top, bottom }: AxisPlace) => `M${px(x)},${px(top)}V${px(bottom)}`;

/** A line through all rows at each tick; what it says the labels say. */
export function gridLines({ ticks }: Axis, place: AxisPlace, { build }: ChartContext): Child {
  const d = ticks.map((tick) => upright(place.x(tick), place)).join("");
  return build.svg(
    "g",
    { "aria-label": "x-grid", "aria-hidden": "true" },
    d === "" ? null : build.svg("path", { d }),
  );
}

/** Where the length of a bar begins. */
export function zeroLine(place: AxisPlace, { build }: ChartContext): Child {
  return build.svg("path", { class: "zero", d: upright(place.x(0), place) });
}

/** Between the words of two ticks. */
const APART = 4;

/** The ticks whose words have room: that with the unit first, then from left to right. */
function readable({ ticks, named, label }: Axis, { x }: AxisPlace): number[] {
  const half = (tick: number) => (textWidth(label(tick), size.tick) + APART) / 2;
  const kept = named === undefined ? [] : [named];
  for (const tick of ticks) {
    const isFree = kept.every((one) => Math.abs(x(one) - x(tick)) >= half(one) + half(tick));
    if (isFree) kept.push(tick);
  }
  return ticks.filter((tick) => kept.includes(tick));
}

/** What each tick says, below the rows. */
export function axisLabels(axis: Axis, place: AxisPlace, { build: { svg } }: ChartContext): Child {
  const { x, bottom } = place;
  const y = px(bottom + PADDING + DIGITS * size.tick);
  return svg(
    "g",
    { "aria-label": "x-axis tick label", "text-anchor": "middle" },
    readable(axis, place).map((tick) => svg("text", { x: px(x(tick)), y }, axis.label(tick))),
  );
}
