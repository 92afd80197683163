import { axisX, gridX, plot } from "@observablehq/plot";
import { say } from "../i18n/index.ts";
import { axisOf, type Axis } from "./axis.ts";
import { regionName, type ChartContext } from "./context.ts";
import { glyph, glyphStyle, isBound, RADIUS } from "./glyph.ts";
import { layout, size, type Group, type Line, type Section } from "./layout.ts";
import { accessibleName, evidenceAttributes, shortValue } from "./name.ts";
import type { Observation } from "./observation.ts";
import type { ChartSpec } from "./spec.ts";
import { BOLD, textWidth } from "./text.ts";

type X = (value: number) => number;

interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly x: X;
  readonly context: ChartContext;
}

/** A finger's 24 px also where the drawing is scaled down to a screen of 320 px. */
const HIT = 15;
const AXIS_HEIGHT = 26;
const RIGHT = 14;

function isNarrow(width: number): boolean {
  return width < size.narrow;
}

/** Right of the dot where there is room, else left of it. */
function valueLabel(text: string, cx: number, y: number, frame: Frame, prefer: "left" | "right") {
  const width = textWidth(text, size.label) * BOLD;
  const fitsRight = cx + RADIUS + 7 + width <= frame.width - 1;
  const fitsLeft = cx - RADIUS - 7 - width >= frame.left;
  const isLeft = prefer === "left" ? fitsLeft : !fitsRight && fitsLeft;
  return frame.context.build.svg(
    "text",
    {
      class: "value",
      x: (isLeft ? cx - RADIUS - 7 : cx + RADIUS + 7).toFixed(1),
      y: y + 5,
      "text-anchor": isLeft ? "end" : "start",
    },
    text,
  );
}

/** A floor: the true value lies anywhere along the dashes. */
function bound(cx: number, y: number, frame: Frame) {
  const { svg } = frame.context.build;
  const end = frame.right;
  return svg(
    "g",
    { class: "bound" },
    svg("path", { d: `M${cx.toFixed(1)},${y}H${end - 2}`, class: "dashes" }),
    svg("path", { d: `M${end - 8},${y - 5}L${end},${y}L${end - 8},${y + 5}`, class: "tip" }),
  );
}

interface Placed {
  readonly prefer: "left" | "right";
  readonly showLabel: boolean;
}

/** One observation as a link to its clause. Its hit area is at least 24 px high. */
function mark(observation: Observation, line: Line, frame: Frame, { prefer, showLabel }: Placed) {
  const { svg } = frame.context.build;
  const cx = frame.x(observation.value ?? 0);
  const isFloor = isBound(observation.qualifier);
  const symbol = glyph(frame.context.build, glyphStyle(observation));
  symbol.setAttribute("transform", `translate(${cx.toFixed(1)},${line.y})`);
  return svg(
    "a",
    { class: "mark", ...evidenceAttributes(observation, frame.context) },
    svg("circle", { class: "hit", cx: cx.toFixed(1), cy: line.y, r: HIT }),
    isFloor ? bound(cx, line.y, frame) : null,
    symbol,
    showLabel
      ? valueLabel(
          shortValue(observation, frame.context),
          cx,
          isFloor ? line.y - 12 : line.y,
          frame,
          prefer,
        )
      : null,
  );
}

/** The row's name, wide beside and narrow above. */
function label(line: Line, { context: { build } }: Frame) {
  return build.svg(
    "text",
    { class: "label", "text-anchor": "start", x: 0, y: line.top + 16 },
    build.svg("tspan", { class: "region" }, line.label),
    line.details.map((text, i) =>
      build.svg("tspan", { class: "detail", x: 0, dy: i === 0 ? 17 : size.lineGap }, text),
    ),
  );
}

/** Where a finger finds a label that stands over the dots. */
function hitAbove(cx: number, y: number, width: number, { context: { build } }: Frame) {
  const place = { x: (cx - width / 2).toFixed(1), y: y - HIT - 29, width: width.toFixed(1) };
  return build.svg("rect", { class: "hit", ...place, height: 2 * HIT + 1 });
}

/** The change between two figures of one series is a derived number with both as parents. */
function change(line: Line, frame: Frame) {
  const [first, last] = [line.observations[0], line.observations.at(-1)];
  if (!first || !last || first === last || first.value === null || last.value === null) return null;
  const { build } = frame.context;
  const difference = Number((last.value - first.value).toPrecision(12));
  const observation: Observation = {
    ...last,
    facts: [...last.facts, ...first.facts],
    operation: "difference",
    value: difference,
    unit: last.unit === "%" ? "pp" : last.unit,
  };
  const text = (difference > 0 ? "+" : "") + shortValue(observation, frame.context);
  const from = frame.x(first.value);
  const to = frame.x(last.value);
  const way = Math.sign(to - from);
  return [
    build.svg("path", {
      class: "change",
      d: `M${(from + way * (RADIUS + 1)).toFixed(1)},${line.y}H${(to - way * (RADIUS + 2)).toFixed(1)}`,
    }),
    build.svg(
      "a",
      { class: "mark delta", ...evidenceAttributes(observation, frame.context) },
      hitAbove((from + to) / 2, line.y, textWidth(text, size.detail), frame),
      build.svg(
        "text",
        {
          class: "value",
          x: ((from + to) / 2).toFixed(1),
          y: line.y - 13,
          "text-anchor": "middle",
        },
        text,
      ),
    ),
  ];
}

function row(line: Line, axis: Axis, frame: Frame) {
  const { svg } = frame.context.build;
  const last = line.observations.at(-1);
  const several = line.observations.length > 1;
  const end = frame.x(last?.value ?? 0);
  const [low, high] = axis.domain;
  // A linear leader begins at zero, or at the end of the axis that is nearest to it.
  const start = axis.type === "linear" ? frame.x(Math.min(Math.max(0, low), high)) : frame.left;
  return svg(
    "g",
    { class: "row" },
    several
      ? null
      : svg("path", {
          class: "leader",
          d: `M${start.toFixed(1)},${line.y}H${end.toFixed(1)}`,
        }),
    change(line, frame),
    label(line, frame),
    line.observations.map((observation, i) =>
      mark(observation, line, frame, {
        prefer: several && i === 0 ? "left" : "right",
        showLabel: i === 0 || i === line.observations.length - 1,
      }),
    ),
  );
}

function group({ header, top, lines }: Group, axis: Axis, frame: Frame) {
  const { svg } = frame.context.build;
  return svg(
    "g",
    { class: "group" },
    header.length > 0 ? svg("path", { class: "rule", d: `M0,${top + 2.5}H${frame.width}` }) : null,
    header.map((text, i) =>
      svg("text", { class: "header", "text-anchor": "start", x: 0, y: top + 18 + i * 16 }, text),
    ),
    lines.map((line) => row(line, axis, frame)),
  );
}

/** Regions without a figure: listed below the ranking, each with its open square. */
function missingRows(section: Section, top: number, frame: Frame) {
  const { build, language } = frame.context;
  if (section.missing.length === 0) return { element: null, height: 0 };
  let x = 0;
  let y = top + 38;
  const items = section.missing.map((observation) => {
    const text = [
      regionName(frame.context, observation.region_id),
      reason(observation, frame.context),
    ].join(language === "zh" ? "：" : ": ");
    const width = textWidth(text, size.detail) + 30;
    if (x > 0 && x + width > frame.width) [x, y] = [0, y + 24];
    const place = `translate(${x + 7},${y - 4})`;
    x += width;
    const symbol = glyph(build, glyphStyle(observation));
    symbol.setAttribute("transform", place);
    return build.svg(
      "g",
      {
        class: "mark missing",
        role: "img",
        tabindex: -1,
        "data-missing": observation.missing,
        "aria-label": missingName(observation, frame.context),
      },
      symbol,
      build.svg("text", { class: "detail", "text-anchor": "start", x: x - width + 20, y }, text),
    );
  });
  const element = build.svg(
    "g",
    { class: "group none" },
    build.svg("path", { class: "rule", d: `M0,${top + 2.5}H${frame.width}` }),
    build.svg(
      "text",
      { class: "header", "text-anchor": "start", x: 0, y: top + 18 },
      say(language, "missing.group"),
    ),
    items,
  );
  return { element, height: y - top + 12 };
}

/** The name of what has no figure; the reason follows where the name does not say it already. */
function missingName(observation: Observation, context: ChartContext): string {
  const name = accessibleName(observation, context);
  const why = reason(observation, context);
  return name.endsWith(why) ? name : name + (context.language === "zh" ? "；" : "; ") + why;
}

/** Why there is no figure: none anywhere, or none in the scope that is shown. */
function reason({ row, missing }: Observation, { language }: ChartContext): string {
  const elsewhere = row["elsewhere"];
  if (typeof elsewhere !== "string" || elsewhere === "")
    return say(language, `missing.${missing ?? "not_reported"}`);
  const short = [
    "bureau",
    "jurisdiction_total",
    "subordinate_units",
    "delegated_townships",
  ] as const;
  const known = short.find((scope) => scope === elsewhere);
  return say(
    language,
    "missing.why.elsewhere",
    known ? say(language, `scope.${known}.short`) : elsewhere,
  );
}

/** Room for the half of a tick's label that stands beyond the end of its axis. */
function halfTick({ ticks, label }: Axis, index: number): number {
  const tick = ticks.at(index);
  return tick === undefined ? 0 : textWidth(label(tick), size.tick) / 2 + 1;
}

/** Plot gives the scale, the grid and the axis; the rows are a mark of ours in its frame. */
function drawSection(spec: ChartSpec, section: Section, width: number, context: ChartContext) {
  const { build, language } = context;
  if (section.observations.length === 0) return onlyMissing(section, width, context);
  const axis = axisOf(spec, section.observations, width, language);
  const left = isNarrow(width) ? Math.max(RADIUS + 2, halfTick(axis, 0)) : size.gutter;
  const right = Math.max(RIGHT, halfTick(axis, -1));
  const axisTop = section.height;
  const bottomOf = axisTop + AXIS_HEIGHT;
  const frameOf = (x: X): Frame => ({ width, left, right: width - right, x, context });
  const missing = missingRows(
    section,
    bottomOf,
    frameOf((value) => value),
  );
  const height = bottomOf + missing.height;
  const element = plot({
    document: build.document,
    className: "fadu-plot",
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: 0,
    marginBottom: height - axisTop,
    x: { type: axis.type, domain: [...axis.domain] },
    marks: [
      gridX({ ticks: [...axis.ticks], strokeOpacity: 1 }),
      axisX({
        ticks: [...axis.ticks],
        tickFormat: axis.label,
        tickSize: 0,
        tickPadding: 8,
        label: null,
        fontSize: size.tick,
      }),
      (_index, { x }) => {
        const scale = x as X;
        const frame = frameOf(scale);
        return build.svg(
          "g",
          { class: "rows" },
          section.groups.map((g) => group(g, axis, frame)),
          missing.element,
        );
      },
    ],
  });
  return element as Element;
}

function onlyMissing(section: Section, width: number, context: ChartContext) {
  const frame: Frame = { width, left: 0, right: width, x: (value) => value, context };
  const { element, height } = missingRows(section, 0, frame);
  return context.build.svg(
    "svg",
    { class: "fadu-plot", width, height, viewBox: `0 0 ${width} ${height}` },
    element,
  );
}

/** A dot plot in sections (own axis), groups (one scope each) and rows. Returns one element. */
export function dots(
  spec: ChartSpec,
  observations: readonly Observation[],
  width: number,
  context: ChartContext,
  { connect = false }: { connect?: boolean } = {},
): Element {
  const { html } = context.build;
  const sections = layout(spec, observations, width, connect, context);
  return html(
    "div",
    { class: "plot" },
    sections.map((section) => [
      section.title ? html("h4", {}, section.title) : null,
      drawSection(spec, section, width, context),
    ]),
  );
}
