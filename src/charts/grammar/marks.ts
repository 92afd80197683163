import * as Plot from "@observablehq/plot";
import { isMapping, marks, type MarkName } from "../../schema/index.ts";
import type { ChartContext } from "../context.ts";
import { shortValue } from "../name.ts";
import { missingKinds, observe, type Missing, type Row } from "../observation.ts";
import {
  channelOf,
  columnsOf,
  columnText,
  valueIn,
  valueText,
  type Channel,
  type ColumnChannel,
} from "./columns.ts";
import { annotate } from "./evidence.ts";
import { scaleLabel } from "./heading.ts";
import { overlapping } from "./overlap.ts";
import { applyTransforms, hasSum, keepsUnit, reducersOf } from "./transforms.ts";
import { color } from "./palette.ts";

type Spec = Readonly<Record<string, unknown>>;
type Options = Record<string, unknown>;

/** A row that cannot be drawn, since a channel that places it has no value. */
export interface Absent {
  /** Left out because another row of the same sum contains it. */
  readonly isTwice?: boolean;
  readonly row: Row;
  /** The first column that has no value, as its axis calls it. */
  readonly heading: string;
  readonly missing: Missing | null;
}

/** A mark as Plot takes it, with what was left out. */
export interface ReadyMark {
  readonly name: MarkName;
  readonly rows: readonly Row[];
  readonly absent: readonly Absent[];
  readonly channels: ReadonlyMap<string, Channel>;
  /** Builds the mark anew, since Plot wants each only once. */
  readonly build: () => Plot.Markish;
}

/** Channels that say where a mark stands or how long it is: without them there is no mark. */
const placing = ["x", "x1", "x2", "y", "y1", "y2", "r", "fx", "fy"];
const others = [
  "fill",
  "stroke",
  "opacity",
  "fillOpacity",
  "strokeOpacity",
  "strokeWidth",
  "z",
  "symbol",
  "text",
];
const colors = ["fill", "stroke"];
/** Options that Plot takes as they are. */
const plain = [
  "dx",
  "dy",
  "clip",
  "strokeDasharray",
  "curve",
  "inset",
  "marker",
  "textAnchor",
  "lineAnchor",
  "fontSize",
  "fontWeight",
  "rotate",
  "unit",
];

/** Where a bar, an area or a label stands at most in front of others. */
const builders = {
  barX: Plot.barX,
  barY: Plot.barY,
  rectX: Plot.rectX,
  rectY: Plot.rectY,
  rect: Plot.rect,
  cell: Plot.cell,
  dot: Plot.dot,
  line: Plot.line,
  lineX: Plot.lineX,
  lineY: Plot.lineY,
  areaX: Plot.areaX,
  areaY: Plot.areaY,
  ruleX: Plot.ruleX,
  ruleY: Plot.ruleY,
  tickX: Plot.tickX,
  tickY: Plot.tickY,
  text: Plot.text,
  link: Plot.link,
  arrow: Plot.arrow,
  boxX: Plot.boxX,
  boxY: Plot.boxY,
  linearRegressionX: Plot.linearRegressionX,
  linearRegressionY: Plot.linearRegressionY,
  waffleX: Plot.waffleX,
  waffleY: Plot.waffleY,
} as const satisfies Omit<Record<MarkName, unknown>, "frame">;

/** Dates where the spec's scale is one of time. */
function withScale(channel: Channel, name: string, spec: Spec): Channel {
  const scale = spec[name.replace(/\d$/, "")];
  const isTime = isMapping(scale) && scale["type"] === "utc";
  if (channel.kind === "constant" || !isTime || channel.as) return channel;
  return { ...channel, as: "date" };
}

function channelsOf(mark: Spec, rows: readonly Row[], spec: Spec, context: ChartContext) {
  const columns = columnsOf(rows);
  const found = new Map<string, Channel>();
  for (const name of [...placing, ...others]) {
    // Without rows there are no columns to know.
    if (rows.length === 0 && !isConstant(mark[name])) continue;
    const channel = channelOf(mark[name], columns, context);
    if (channel) found.set(name, withScale(channel, name, spec));
  }
  const shape = mark["mark"] === "dot" ? shapeOf(found, rows, spec) : null;
  if (shape) found.set("symbol", shape);
  return found;
}

/** Dots of categories differ in shape as in colour, unless the spec gives shapes of its own. */
function shapeOf(
  channels: ReadonlyMap<string, Channel>,
  rows: readonly Row[],
  spec: Spec,
): ColumnChannel | null {
  const { color: own } = spec;
  const type = isMapping(own) ? own["type"] : undefined;
  const isOfCategories = type === undefined || type === "categorical" || type === "ordinal";
  if (channels.has("symbol") || !isOfCategories) return null;
  const channel = colors.map((name) => channels.get(name)).find((one) => one?.kind === "column");
  if (channel?.kind !== "column") return null;
  const values = rows.flatMap((row) => valueIn(row, channel) ?? []);
  return values.every((value) => typeof value === "number") ? null : channel;
}

function isConstant(value: unknown): boolean {
  return typeof value === "number" || (isMapping(value) && value["const"] !== undefined);
}

function missingOf(row: Row): Missing | null {
  return missingKinds.find((kind) => kind === row["missing"]) ?? null;
}

/** Rows that can be placed, and those that cannot. */
function sift(
  rows: readonly Row[],
  channels: ReadonlyMap<string, Channel>,
  spec: Spec,
  context: ChartContext,
) {
  const columns = placing.flatMap((name) => {
    const channel = channels.get(name);
    return channel?.kind === "column" ? [{ ...channel, name }] : [];
  });
  const headingOf = ({ name, label, column }: (typeof columns)[number]) =>
    scaleLabel(name, { spec }, context) || label || columnText(column, context);
  const drawn: Row[] = [];
  const absent: Absent[] = [];
  for (const row of rows) {
    // A row that says why it has no value has none, whatever its columns hold.
    const missing = missingOf(row);
    const none = columns.find((channel) => valueIn(row, channel) === null);
    const wanting = none ?? (missing ? columns[0] : undefined);
    if (wanting) absent.push({ row, heading: headingOf(wanting), missing });
    else drawn.push(row);
  }
  return { drawn, absent };
}

/** The form of a channel that every transform of Plot understands. */
function plotColumn(channel: ColumnChannel) {
  return {
    transform: (data: Iterable<Row>) => Array.from(data, (row) => valueIn(row, channel)),
    label: channel.label ?? channel.column,
  };
}

/** What is written in a drawing: our figures with their unit, names for ids. */
function writtenColumn(channel: ColumnChannel, context: ChartContext) {
  const text = (row: Row): string | null => {
    const value = valueIn(row, channel);
    if (value === null) return null;
    const observation = observe(row, context.catalogue);
    const isFigure = channel.column === "value" && observation.unit !== "";
    return isFigure ? shortValue(observation, context) : valueText(channel.column, value, context);
  };
  return { transform: (data: Iterable<Row>) => Array.from(data, text), label: channel.column };
}

function plotValue(name: string, channel: Channel, context: ChartContext): unknown {
  if (channel.kind === "column" && name === "text") return writtenColumn(channel, context);
  if (channel.kind === "column") return plotColumn(channel);
  if (colors.includes(name)) return color(String(channel.value));
  if (typeof channel.value === "number") return channel.value;
  // A string of Plot's would be a column.
  return name === "symbol" ? channel.value : () => channel.value;
}

function sortOf(sort: unknown): unknown {
  if (typeof sort === "string") {
    const [, minus, column = ""] = /^(-?)(.*)$/.exec(sort) ?? [];
    return { value: (row: Row) => row[column], ...(minus ? { order: "descending" } : {}) };
  }
  return sort;
}

function plotOptions(
  mark: Spec,
  channels: ReadonlyMap<string, Channel>,
  context: ChartContext,
): Options {
  const options: Options = {};
  for (const [name, channel] of channels) options[name] = plotValue(name, channel, context);
  for (const name of plain) if (mark[name] !== undefined) options[name] = mark[name];
  if (mark["sort"] !== undefined) options["sort"] = sortOf(mark["sort"]);
  return options;
}

/** What a mark looks like where the spec says nothing: our ink and our one accent. */
function defaults(name: MarkName, mark: Spec): Options {
  const accent = "var(--accent)";
  const has = (channel: string) => mark[channel] !== undefined;
  const makes = (channel: string) =>
    JSON.stringify(mark["transform"] ?? "").includes(`"${channel}"`);
  const isFilled = /^(bar|rect|cell|area|waffle)/.test(name);
  if (isFilled) return has("fill") || makes("fill") ? {} : { fill: accent };
  if (name === "dot") {
    if (has("fill") || makes("fill")) return { stroke: "var(--paper)", strokeWidth: 0.6 };
    return { stroke: accent, fill: "var(--paper)", strokeWidth: 1.75, r: 4.5 };
  }
  if (/^(line|tick)/.test(name)) return has("stroke") ? {} : { stroke: accent, strokeWidth: 2 };
  if (/^rule/.test(name)) return has("stroke") ? {} : { stroke: "var(--quiet)" };
  if (/^(link|arrow)$/.test(name)) return has("stroke") ? {} : { stroke: "var(--quiet)" };
  if (/^box/.test(name))
    return has("fill") ? {} : { fill: "var(--accent-wash)", stroke: "var(--ink)" };
  return {};
}

/** The frame around the drawing has no rows. */
function frame(mark: Spec): ReadyMark {
  const stroke = color(String(isMapping(mark["stroke"]) ? mark["stroke"]["const"] : "line"));
  return {
    name: "frame",
    rows: [],
    absent: [],
    channels: new Map(),
    build: () => Plot.frame({ stroke }),
  };
}

/**
 * One mark of a spec over its rows. Rows without a value where the mark needs one are left out and
 * told: they are never drawn as zero.
 */
export function readyMark(
  mark: Spec,
  rows: readonly Row[],
  spec: Spec,
  context: ChartContext,
): ReadyMark {
  const name = mark["mark"] as MarkName;
  if (!Object.hasOwn(marks, name)) throw new Error(`unknown mark: ${String(name)}`);
  if (name === "frame") return frame(mark);
  const channels = channelsOf(mark, rows, spec, context);
  const isBound = [...channels.values()].some(({ kind }) => kind === "column");
  const sifted = sift(rows, channels, spec, context);
  const transform = mark["transform"];
  const adding = { name, channels, reducers: reducersOf(transform), transform };
  const twice = overlapping(sifted.drawn, adding, context);
  const drawn = sifted.drawn.filter((row) => !twice.has(row));
  const heading = columnText("value", context);
  const absent = [
    ...sifted.absent,
    ...[...twice].map((row) => ({ row, heading, missing: null, isTwice: true })),
  ];
  // A mark that follows no column is drawn once, not once a row.
  const isFree = !isBound && mark["transform"] === undefined;
  const data: readonly Row[] = isFree ? [{}] : drawn;
  const builder = builders[name] as (data: readonly Row[], options: Options) => Plot.Markish;
  const tips = Array.isArray(mark["tip"]) ? mark["tip"].map(String) : [];
  const build = () => {
    const { sort, ...options } = {
      ...defaults(name, mark),
      ...plotOptions(mark, channels, context),
    } as Options;
    // Two points have a line and no band around it: its width would be no number.
    if (name.startsWith("linearRegression") && data.length < 3) options["ci"] = 0;
    const subject = {
      ...{ name, channels, spec, tips, all: data },
      isSum: hasSum(mark["transform"]),
      reducers: reducersOf(mark["transform"]),
      keepsUnit: keepsUnit(mark["transform"]),
    };
    const render = isFree ? {} : annotate(subject, context);
    const ready = applyTransforms(mark["transform"], {
      ...options,
      ...render,
      ...(sort ? { sort } : {}),
    });
    return builder(data, ready);
  };
  return { name, rows: isFree ? [] : drawn, absent, channels, build };
}
