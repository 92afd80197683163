import { uprightBound } from "./bound.ts";
import { uprightReach } from "./reach.ts";
import { glyphStyle, type Point, type Step } from "../figures/index.ts";
import { evidenceAttributes } from "./attributes.ts";
import { at, type TrendScales, HIT } from "./trend-scales.ts";
import type { Label, Labels } from "./trend-labels.ts";
import { periodKind } from "../domain/index.ts";
import type { Child } from "../dom/index.ts";
import { glyphAt, px, svgMark } from "./shapes.ts";

function labelText({ text, box }: Label, { context: { build } }: TrendScales): Child {
  const place = { x: px(box.x + box.width / 2), y: px(box.y + 12) };
  return build.svg("text", { class: "value", "text-anchor": "middle", ...place }, text);
}

/** The time that a figure covers: a year is a stroke of a year, an unstated window is dashed. */
function span({ figure, start, end }: Point, y: number, { x, context }: TrendScales): Child {
  const kind = periodKind(figure);
  if (kind === "instant") return null;
  return context.build.svg("path", {
    class: kind === "open" ? "span open" : "span",
    d: `M${px(x(start) + 1)},${px(y)}H${px(x(end) - 1)}`,
  });
}

/** One figure as a link to its clause. */
export function pointMark(point: Point, labels: Labels, frame: TrendScales): Child {
  const { build } = frame.context;
  const { x, y } = at(point, frame);
  const { bound: way = null, ...style } = glyphStyle(point.observation);
  const attributes = evidenceAttributes(point.observation, frame.context);
  const label = labels.points.get(point);
  return build.svg(
    "a",
    {
      class: "mark",
      ...attributes,
    },
    build.svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
    span(point, y, frame),
    way && uprightBound(x, y, way, 22, frame.context),
    uprightReach(point.observation, x, frame.y, frame.context),
    glyphAt(`${px(x)},${px(y)}`, style, frame.context),
    label && labelText(label, frame),
  );
}

/** The change between two joined figures, where there is room to write it. */
export function change(step: Step, labels: Labels, frame: TrendScales): Child {
  const label = labels.changes.get(step);
  if (!label) return null;
  const { svg } = frame.context.build;
  const { x, y, width } = label.box;
  return svgMark(
    "mark delta",
    label.observation,
    frame.context,
    svg("rect", { class: "hit", x: px(x), y: px(y - 5), width: px(width), height: 25 }),
    labelText(label, frame),
  );
}

/** A line only where the rules find nothing between two figures. */
export function line({ from, to, cut }: Step, frame: TrendScales): Child {
  if (cut !== null) return null;
  const [a, b] = [at(from, frame), at(to, frame)];
  const way = `M${px(a.x)},${px(a.y)}L${px(b.x)},${px(b.y)}`;
  const ids = `${from.figure.fact_id} ${to.figure.fact_id}`;
  return frame.context.build.svg("path", { class: "joint", "data-joins": ids, d: way });
}
