import { isPenalty, lawRevised } from "../domain/index.ts";
import type { Child } from "../dom/index.ts";
import { say } from "../words/index.ts";
import {
  isOffZero,
  type Point,
  scaleOf,
  type Series,
  valueDomain,
  type Years,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import type { Box } from "./place.ts";
import { textWidth } from "./text.ts";
import { px } from "./shapes.ts";

/** Sizes in px. `above` and `below` keep room for labels around the highest and lowest mark. */
export const size = {
  label: 13,
  tick: 12,
  side: 12,
  law: 18,
  above: 38,
  /** Heights of the plot, of which a panel takes the first that has room for its labels. */
  plots: [84, 140, 200, 280],
  below: 38,
  axis: 22,
  gap: 28,
  /** From this width on, two panels stand side by side. */
  wide: 520,
} as const;

/** A series of more figures than this needs the whole width for its labels. */
export const LONG = 4;

/** A finger's 24 px also where the drawing is scaled down to a screen of 320 px. */
export const HIT = 14;

/** The scales of one panel. */
export interface TrendScales {
  readonly width: number;
  /** Where the labels of the cell's own lines begin. */
  readonly head: number;
  readonly bottom: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly context: ChartContext;
}

export function startOf(year: number): number {
  return Date.UTC(year, 0, 1);
}

function linear(domain: readonly [number, number], range: readonly [number, number]) {
  return scaleOf({ type: "linear", domain }, range);
}

/** The scales of a panel; `plot` and `head`, the room for labels of lines across it, are in px. */
export function trendScales(
  series: Series,
  years: Years,
  width: number,
  context: ChartContext,
  plot: number,
  head = 0,
): TrendScales {
  const lawRow = hasLaw(series, years, context) ? size.law : 0;
  const top = lawRow + head + size.above;
  const bottom = top + plot;
  return {
    width,
    head: lawRow,
    bottom,
    x: linear([startOf(years[0]), startOf(years[1] + 1)], [size.side, width - size.side]),
    y: linear(valueDomain(series), [bottom, top]),
    context,
  };
}

/** The law of 2021 raised fines: it is shown wherever penalties are, if its day is on the axis. */
export function hasLaw(
  { points }: Series,
  [first, last]: Years,
  { catalogue }: ChartContext,
): boolean {
  const figure = points[0]?.figure;
  const year = Number(lawRevised.slice(0, 4));
  return figure !== undefined && isPenalty(figure, catalogue) && first <= year && year <= last;
}

/** Years at the middle of their band; every second or third where they are too close. */
export function axis(
  [first, last]: Years,
  { x, bottom, width, context: { build } }: TrendScales,
): Child {
  const { svg } = build;
  const y = bottom + size.below;
  const count = last - first + 1;
  const room = (width - 2 * size.side) / count;
  const step = Math.ceil((textWidth("2025", size.tick) + 6) / room);
  const years = Array.from({ length: count }, (_, i) => first + i);
  return svg(
    "g",
    { class: "years" },
    [...years, last + 1].map((year) =>
      svg("path", { class: "tick", d: `M${px(x(startOf(year)))},${y}v4` }),
    ),
    years
      .filter((_, i) => i % step === 0)
      .map((year) =>
        svg(
          "text",
          {
            class: "detail",
            "text-anchor": "middle",
            x: px((x(startOf(year)) + x(startOf(year + 1))) / 2),
            y: y + 15,
          },
          year,
        ),
      ),
    svg("path", { class: "rule", d: `M${size.side},${y}H${width - size.side}` }),
  );
}

/** What the number of the zero line takes, where it is on the scale. */
export function zeroBox(series: Series, { y }: TrendScales): Box[] {
  return isOffZero(series) ? [] : [{ x: 0, y: y(0) - 8, width: size.side, height: 15 }];
}

/** Zero is a line where it is on the scale; elsewhere no line pretends to be it. */
export function zero(series: Series, frame: TrendScales): Child {
  if (isOffZero(series)) return null;
  const { svg } = frame.context.build;
  const y = px(frame.y(0));
  return [
    svg("path", { class: "zero", d: `M${size.side},${y}H${frame.width - size.side}` }),
    svg("text", { class: "detail", "text-anchor": "start", x: 0, y: Number(y) + 4 }, "0"),
  ];
}

export function law(frame: TrendScales): Child {
  const { build, language } = frame.context;
  const text = say(language, "trend.law");
  const x = frame.x(Date.parse(lawRevised));
  const width = textWidth(text, size.tick);
  const isLeft = x + width + 6 > frame.width && x - width - 6 > 0;
  // Where neither side has the room, it stands across its line.
  const start = Math.max(0, Math.min(x + 5, frame.width - width - 2));
  return build.svg(
    "g",
    { class: "law" },
    build.svg("path", { class: "law-line", d: `M${px(x)},4V${frame.bottom + size.below}` }),
    build.svg(
      "text",
      {
        class: "detail",
        "text-anchor": isLeft ? "end" : "start",
        x: px(isLeft ? x - 5 : start),
        y: 13,
      },
      text,
    ),
  );
}

export function at(
  { observation, middle }: Point,
  frame: TrendScales,
): { readonly x: number; readonly y: number } {
  return { x: frame.x(middle), y: frame.y(observation.value) };
}
