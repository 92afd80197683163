import type { Child } from "../dom/index.ts";
import { say } from "../i18n/index.ts";
import { absenceName } from "./absent.ts";
import { aloneList } from "./alone.ts";
import { axisOf, scaleOf } from "./axis.ts";
import { cutList } from "./change.ts";
import { regionName, type ChartContext } from "./context.ts";
import { dodge } from "./dodge.ts";
import { missingAttributes } from "./name.ts";
import type { Absent, Present } from "./observation.ts";
import { missingDrawing } from "./panel-plot.ts";
import type { Arrangement, Panel } from "./panels.ts";
import type { Section } from "./sections.ts";
import { missingEnd, slopesOf, type Slopes } from "./slope-series.ts";
import type { ChartSpec } from "./spec.ts";
import { symbol } from "./symbol.ts";

import {
  endMark,
  ground,
  heightOf,
  joint,
  labelOf,
  size,
  type Frame,
  type Label,
  type Side,
} from "./slope-marks.ts";

function drawing(
  spec: ChartSpec,
  { ends, slopes }: Slopes,
  observations: readonly Present[],
  width: number,
  context: ChartContext,
): Element {
  const { svg } = context.build;
  const isPair = ends.length > 1;
  const gutter = Math.min(width * 0.34, 200);
  const room = gutter - size.gap - 2;
  const labels = slopes.flatMap((slope) =>
    (["left", "right"] as const).flatMap((side) => {
      // A lone period has its labels where there is room for them.
      const shown = isPair ? slope : { ...slope, from: null, to: slope.from };
      return (
        labelOf(shown, side, isPair ? room : width - gutter - size.gap - 2, slopes, context) ?? []
      );
    }),
  );
  const on = (side: Side) => labels.filter((label) => label.side === side);
  const tall = (side: Side) => on(side).reduce((sum, label) => sum + heightOf(label), 0);
  const top = size.head + 26;
  const bottom = Math.max(top + size.least, top + Math.max(tall("left"), tall("right")) + 8);
  const axis = axisOf(spec, observations, width, context.language);
  const frame: Frame = {
    x: { left: gutter, right: isPair ? width - gutter : gutter },
    y: scaleOf(axis, [bottom, top]),
    width,
    context,
  };
  const middles = new Map<Label, number>();
  for (const side of ["left", "right"] as const) {
    const wishes = on(side).map((label) => ({
      y: frame.y(label.observation.value),
      height: heightOf(label),
    }));
    const found = dodge(wishes, size.head - 4, bottom + 12);
    on(side).forEach((label, i) => middles.set(label, found[i] ?? 0));
  }
  const height = Math.max(bottom, ...[...middles].map(([label, y]) => y + heightOf(label) / 2));
  return svg(
    "svg",
    {
      class: "fadu-plot",
      width,
      height: Math.ceil(height + size.foot),
      viewBox: `0 0 ${width} ${Math.ceil(height + size.foot)}`,
    },
    ground(ends, axis, bottom, frame),
    slopes.map((slope) => [
      joint(slope, frame),
      labels
        .filter((label) => label.slope === slope || label.observation === slope.from)
        .map((label) => endMark(label, middles.get(label) ?? 0, frame)),
    ]),
  );
}

/** The ends that have no figure, each with its square, under the drawing. */
function openEnds(
  { ends, slopes }: Slopes,
  given: readonly Absent[],
  spec: ChartSpec,
  context: ChartContext,
): { readonly element: Child; readonly told: readonly Absent[] } {
  const { build, language } = context;
  if (ends.length < 2) return { element: null, told: [] };
  const missing = slopes.flatMap((slope) => {
    const end = slope.from ? ends[1] : ends[0];
    const found = end && missingEnd(slope, end, given, spec, context);
    return found ? [{ found, end }] : [];
  });
  if (missing.length === 0) return { element: null, told: [] };
  const item = ({ found, end }: (typeof missing)[number]) => {
    const why = say(language, `missing.${found.missing ?? "not_reported"}`);
    const who = regionName(context, found.region_id);
    const text = language === "zh" ? `${who}，${end.text}：${why}` : `${who}, ${end.text}: ${why}`;
    const attributes = missingAttributes(found, context);
    const name = absenceName(found, context);
    return build.html("li", { ...attributes, "aria-label": name }, symbol(found, context), text);
  };
  const element = build.html(
    "div",
    { class: "none" },
    build.html("p", { class: "header" }, say(language, "slope.one")),
    build.html("ul", {}, missing.map(item)),
  );
  return { element, told: missing.map(({ found }) => found) };
}

function panelSlopes(
  spec: ChartSpec,
  panel: Panel,
  missing: readonly Absent[],
  width: number,
  context: ChartContext,
) {
  const { build, language } = context;
  const slopes = slopesOf(spec, panel.observations, context);
  const axis = axisOf(spec, panel.observations, width, language);
  const open = openEnds(slopes, missing, spec, context);
  const notes = [
    slopes.ends.length < 2 ? say(language, "slope.same") : null,
    axis.type === "log" ? say(language, "chart.logarithmic") : null,
    axis.type === "linear" && axis.domain[0] > 0 ? say(language, "trend.off_zero") : null,
    slopes.others > 0 ? say(language, "slope.other", slopes.others) : null,
  ].filter((text) => text !== null);
  const element = build.html(
    "div",
    { class: "panel" },
    panel.header ? build.html("p", { class: "header panel" }, panel.header) : null,
    notes.map((text) => build.html("p", { class: "detail" }, text)),
    drawing(spec, slopes, panel.observations, width, context),
    open.element,
    cutList(
      slopes.slopes.flatMap(({ step }) => step ?? []),
      context,
    ),
  );
  return { element, told: open.told };
}

function section(
  spec: ChartSpec,
  { panels, alone, missing }: Arrangement,
  width: number,
  context: ChartContext,
): Child {
  const drawn = panels.map((panel) => panelSlopes(spec, panel, missing, width, context));
  const told = new Set(drawn.flatMap((one) => one.told));
  const rest = missing.filter((one) => !told.has(one));
  return [
    drawn.map(({ element }) => element),
    aloneList(alone, context),
    missingDrawing(rest, width, context),
  ];
}

/**
 * Two periods, or two groups that `by` names, as two verticals; a line joins the figures of a
 * region only where the rules find nothing between them.
 */
export function slope(
  spec: ChartSpec,
  sections: readonly Section[],
  width: number,
  context: ChartContext,
): Element {
  const { html } = context.build;
  return html(
    "div",
    { class: "slope" },
    sections.map(({ title, arrangement }) => [
      title ? html("h4", {}, title) : null,
      section(spec, arrangement, width, context),
    ]),
  );
}
