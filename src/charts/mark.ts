import { boundOf } from "../domain/index.ts";
import type { Child } from "../dom/index.ts";
import {
  changeText,
  glyphStyle,
  type Present,
  shortValue,
  type ShownChange,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { type Line, NAME_GAP, size } from "./layout.ts";
import { boldWidth, textWidth } from "./text.ts";
import { cutStrokes } from "./trend-break.ts";
import { reach } from "./reach.ts";
import { glyphAt, px, svgMark } from "./shapes.ts";

/** Where the marks of a panel stand. */
export interface PlotArea {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
  readonly context: ChartContext;
}

/** A finger's 24 px also where the drawing is scaled down to a screen of 320 px. */
export const HIT = 15;

/** Between the middle of a symbol and its value. */
const LABEL_GAP = RADIUS + 7;

/** Right of the mark's end where there is room, else left of it, unless the left is preferred. */
export function labelPlace(
  text: string,
  cx: number,
  frame: Pick<PlotArea, "width" | "left">,
  prefer: "left" | "right",
  gap = LABEL_GAP,
): { readonly isLeft: boolean; readonly width: number; readonly fits: boolean } {
  const width = boldWidth(text, size.label);
  const fitsRight = cx + gap + width <= frame.width - 1;
  const fitsLeft = cx - gap - width >= frame.left;
  return {
    isLeft: prefer === "left" ? fitsLeft : !fitsRight && fitsLeft,
    width,
    fits: fitsLeft || fitsRight,
  };
}

/** Of several figures in a row the lowest has its value on the left, so that none meets another. */
export function preferredSide(
  observation: Present,
  { observations }: Pick<Line, "observations">,
): "left" | "right" {
  if (observations.length < 2) return "right";
  const least = Math.min(...observations.flatMap(({ value }) => value ?? []));
  const lowest = observations.find(({ value }) => value === least);
  return observation === lowest ? "left" : "right";
}

/**
 * Over or below its mark, within the drawing: where several figures of a row leave no room beside
 * one, and for a range, whose words are long.
 */
export function labelWithin(text: string, cx: number, y: number, frame: PlotArea) {
  const width = boldWidth(text, size.label);
  const x = Math.max(0, Math.min(Math.max(frame.left, cx - width / 2), frame.width - width - 1));
  const place = { x: px(x), y, "text-anchor": "start" };
  return frame.context.build.svg("text", { class: "value", ...place }, text);
}

/** True where no side has room for a value, or not the one that a figure of several should have. */
function isCrowded(
  text: string,
  cx: number,
  line: Line,
  prefer: "left" | "right",
  frame: PlotArea,
) {
  const { isLeft, fits } = labelPlace(text, cx, frame, prefer);
  if (line.observations.length < 2) return !fits;
  return isLeft !== (prefer === "left");
}

/** A value beside the end of its mark, `gap` px away. */
export function valueLabel(
  text: string,
  cx: number,
  y: number,
  frame: PlotArea,
  prefer: "left" | "right",
  gap = LABEL_GAP,
) {
  const { isLeft } = labelPlace(text, cx, frame, prefer, gap);
  return frame.context.build.svg(
    "text",
    {
      class: "value",
      x: px(isLeft ? cx - gap : cx + gap),
      y: y + 5,
      "text-anchor": isLeft ? "end" : "start",
    },
    text,
  );
}

/** A bound: the true value lies anywhere along the dashes, as far as the axis goes. */
export function bound(cx: number, y: number, way: "above" | "below", frame: PlotArea) {
  const { svg } = frame.context.build;
  const [end, back] = way === "above" ? [frame.right, -8] : [frame.left, 8];
  return svg(
    "g",
    { class: `bound ${way}` },
    svg("path", { d: `M${px(cx)},${y}H${end + back / 4}`, class: "dashes" }),
    svg("path", { d: `M${end + back},${y - 5}L${end},${y}L${end + back},${y + 5}`, class: "tip" }),
  );
}

interface Placed {
  readonly prefer: "left" | "right";
  readonly showLabel: boolean;
}

/** One observation as a link to its clause. Its hit area is at least 24 px high. */
export function mark(
  observation: Present,
  line: Line,
  frame: PlotArea,
  { prefer, showLabel }: Placed,
) {
  const { svg } = frame.context.build;
  const cx = frame.x(observation.value);
  const way = boundOf(observation.qualifier);
  // The bound is drawn along the axis.
  const style = { ...glyphStyle(observation), bound: null };
  const text = shortValue(observation, frame.context);
  return svgMark(
    "mark",
    observation,
    frame.context,
    svg("circle", { class: "hit", cx: px(cx), cy: line.y, r: HIT }),
    way ? bound(cx, line.y, way, frame) : null,
    reach(observation, line.y, frame.x, frame.context),
    glyphAt(`${px(cx)},${line.y}`, style, frame.context),
    showLabel ? labelOf(observation, text, line, frame, prefer) : null,
  );
}

/** Beside its mark, but over the dashes of a bound and the line of a range. */
function labelOf(
  { value, range, qualifier }: Present,
  text: string,
  line: Line,
  frame: PlotArea,
  prefer: Placed["prefer"],
) {
  const cx = frame.x(value);
  if (range) return labelWithin(text, cx, line.y - 12, frame);
  if (boundOf(qualifier)) return valueLabel(text, cx, line.y - 12, frame, prefer);
  return isCrowded(text, cx, line, prefer, frame)
    ? labelWithin(text, cx, line.y + 21, frame)
    : valueLabel(text, cx, line.y, frame, prefer);
}

/** The row's name, wide beside and narrow above. */
export function label(line: Line, { context: { build } }: PlotArea) {
  return build.svg(
    "text",
    { class: "label", "text-anchor": "start", x: 0, y: line.top + 16 },
    line.label.map((text, i) =>
      build.svg("tspan", { class: "region", ...(i === 0 ? {} : { x: 0, dy: NAME_GAP }) }, text),
    ),
    line.details.map((text, i) =>
      build.svg("tspan", { class: "detail", x: 0, dy: i === 0 ? 17 : size.lineGap }, text),
    ),
  );
}

/** Where a finger finds a label that stands over the dots. */
function hitAbove(cx: number, y: number, width: number, { context: { build } }: PlotArea) {
  const place = { x: px(cx - width / 2), y: y - HIT - 29, width: px(width) };
  return build.svg("rect", { class: "hit", ...place, height: 2 * HIT + 1 });
}

/** From one dot of a row to another: the change where the rules allow one, else a cut. */
export function change(
  { observation, step }: ShownChange,
  line: Line,
  frame: PlotArea,
): readonly Child[] | null {
  if (step === null) return null;
  const { build } = frame.context;
  const from = frame.x(step.from.figure.value);
  const to = frame.x(step.to.figure.value);
  if (step.cut) return [cutStrokes((from + to) / 2, line.y, frame.context)];
  const way = Math.sign(to - from);
  const joint = build.svg("path", {
    class: "change",
    d: `M${px(from + way * (RADIUS + 1))},${line.y}H${px(to - way * (RADIUS + 2))}`,
  });
  if (!observation) return [joint];
  const text = changeText(observation, frame.context);
  const x = (from + to) / 2;
  return [
    joint,
    svgMark(
      "mark delta",
      observation,
      frame.context,
      hitAbove(x, line.y, textWidth(text, size.detail), frame),
      build.svg(
        "text",
        { class: "value", x: px(x), y: line.y - 13, "text-anchor": "middle" },
        text,
      ),
    ),
  ];
}
