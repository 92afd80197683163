import type { Child } from "../dom/index.ts";
import { uprightBound } from "./bound.ts";
import { uprightReach } from "./reach.ts";
import {
  breakSentence,
  changeText,
  clauses,
  type End,
  glyphStyle,
  type Present,
  regionName,
  scopeOf,
  shortValue,
  zeroOn,
  type ScaleType,
  type Slope,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { HIT } from "./mark.ts";
import { BOLD, textWidth, wrap } from "./text.ts";
import { cutStrokes } from "./trend-break.ts";
import { glyphAt, px, svgMark } from "./shapes.ts";

export const size = { label: 13, line: 16, gap: 14, head: 30, foot: 22, least: 150 } as const;
export type Side = "left" | "right";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a slope chart draws: the two verticals, and the height of a value. */
export interface SlopeArea {
  readonly x: Readonly<Record<Side, number>>;
  readonly y: (value: number) => number;
  readonly context: ChartContext;
}

/** What stands beside an end: who and how much, and on the right the change. */
export interface Label {
  readonly slope: Slope;
  readonly side: Side;
  readonly observation: Present;
  readonly lines: readonly string[];
  readonly delta: Present | null;
}

/** A region's name, with the kind of its figure where the region has several slopes. */
function nameOf(observation: Present, slopes: readonly Slope[], context: ChartContext): string {
  const { region_id } = observation;
  const same = slopes.filter(({ from, to }) => (from ?? to)?.region_id === region_id);
  const name = regionName(context, region_id);
  const scope = same.length > 1 ? scopeOf(observation, context) : null;
  if (scope === null) return name;
  return context.language === "zh" ? `${name}（${scope}）` : `${name} (${scope})`;
}

export function labelOf(
  slope: Slope,
  side: Side,
  room: number,
  slopes: readonly Slope[],
  context: ChartContext,
): Label | null {
  const observation = side === "left" ? slope.from : slope.to;
  if (!observation) return null;
  const text = `${nameOf(observation, slopes, context)} ${shortValue(observation, context)}`;
  const delta = side === "right" ? slope.change : null;
  return { slope, side, observation, lines: wrap(text, room / (BOLD * 1.08), size.label), delta };
}

export function heightOf({ lines, delta }: Label): number {
  return (lines.length + (delta ? 1 : 0)) * size.line + 4;
}

/** A line from the point to its label where the label had to give way. */
function lead(x: number, y: number, end: number, middle: number, frame: SlopeArea): Child {
  if (Math.abs(middle - y) < 5) return null;
  const d = `M${px(x)},${px(y)}L${px(end)},${px(middle)}`;
  return frame.context.build.svg("path", { class: "leader", d });
}

function deltaMark(delta: Present, x: number, y: number, { context }: SlopeArea): Child {
  const { svg } = context.build;
  const text = changeText(delta, context);
  return svgMark(
    "mark delta",
    delta,
    context,
    svg("rect", {
      class: "hit",
      x: px(x),
      y: px(y - 17),
      width: px(textWidth(text, 12) + 4),
      height: 24,
    }),
    svg("text", { class: "value", x: px(x), y: px(y), "text-anchor": "start" }, text),
  );
}

/** One end as a link to its clause: its symbol on the vertical, its label beside it. */
export function endMark(label: Label, middle: number, frame: SlopeArea): Child {
  const { context } = frame;
  const { svg } = context.build;
  const { side, observation, lines, delta } = label;
  const x = frame.x[side];
  const y = frame.y(observation.value);
  const away = side === "left" ? -1 : 1;
  const textX = x + away * size.gap;
  const top = middle - heightOf(label) / 2 + size.line - 2;
  const { bound: way = null, ...style } = glyphStyle(observation);
  const anchor = { "text-anchor": side === "left" ? "end" : "start", x: px(textX) };
  return [
    lead(x + away * (RADIUS + 1), y, textX - away * 3, middle, frame),
    svgMark(
      "mark",
      observation,
      context,
      svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
      way && uprightBound(x, y, way, 18, context),
      uprightReach(observation, x, frame.y, context),
      glyphAt(`${px(x)},${px(y)}`, style, context),
      lines.map((text, i) =>
        svg("text", { class: "value", ...anchor, y: px(top + i * size.line) }, text),
      ),
    ),
    delta && deltaMark(delta, textX, top + lines.length * size.line, frame),
  ];
}

/** The two halves of a way that no line takes, clear of its ends and of the strokes between. */
function ghost(a: Point, b: Point): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const clear = (n: number) => n / length;
  const at = (t: number) => `${px(a.x + (b.x - a.x) * t)},${px(a.y + (b.y - a.y) * t)}`;
  return `M${at(clear(12))}L${at(0.5 - clear(12))}M${at(0.5 + clear(12))}L${at(1 - clear(12))}`;
}

/** A line where the rules allow it; else two strokes across the way it would take. */
export function joint({ from, to, step }: Slope, frame: SlopeArea): Child {
  if (!from || !to || from.value === null || to.value === null) return null;
  const { svg } = frame.context.build;
  const { left, right } = frame.x;
  const [a, b] = [frame.y(from.value), frame.y(to.value)];
  const cut = step?.cut ?? null;
  if (cut === null)
    return svg("path", {
      class: "joint",
      d: `M${px(left)},${px(a)}L${px(right)},${px(b)}`,
      "data-joins": step && `${step.from.figure.fact_id} ${step.to.figure.fact_id}`,
    });
  const [x, y] = [(left + right) / 2, (a + b) / 2];
  const name = step ? breakSentence(step, frame.context) : "";
  return svg(
    "g",
    {
      class: "mark break",
      role: "img",
      tabindex: -1,
      "data-break": `${from.region_id} ${cut.from} ${cut.to}`,
      "aria-label": regionName(frame.context, from.region_id) + clauses([name], frame.context),
    },
    svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
    svg("path", { class: "ghost", d: ghost({ x: left, y: a }, { x: right, y: b }) }),
    cutStrokes(x, y, frame.context),
  );
}

/** The verticals with what they are, and zero where it is on the scale. */
export function ground(
  ends: readonly End[],
  scale: ScaleType,
  bottom: number,
  frame: SlopeArea,
): Child {
  const { svg } = frame.context.build;
  const { left, right } = frame.x;
  const zero = px(frame.y(0));
  const sides = ends.length < 2 ? (["right"] as const) : (["left", "right"] as const);
  return [
    sides.map((side, i) => [
      svg("path", { class: "rule", d: `M${px(frame.x[side])},${size.head - 8}V${px(bottom)}` }),
      svg(
        "text",
        { class: "header", "text-anchor": "middle", x: px(frame.x[side]), y: 14 },
        ends[i]?.text ?? "",
      ),
    ]),
    zeroOn(scale) !== null
      ? [
          svg("path", { class: "zero", d: `M${px(left)},${zero}H${px(right)}` }),
          svg(
            "text",
            {
              class: "detail",
              "text-anchor": "middle",
              x: px((left + right) / 2),
              y: px(frame.y(0) + 15),
            },
            "0",
          ),
        ]
      : null,
  ];
}
