import type { ChartContext } from "../context.ts";
import {
  type ChartSpec,
  type FigureContext,
  observe,
  type Row,
  shortValue,
} from "../../figures/index.ts";
import * as Plot from "@observablehq/plot";
import { isMapping, marks, type MarkName } from "../../notebook/chart-cell/index.ts";
import {
  channelOf,
  columnText,
  valueIn,
  valueText,
  type Channel,
  type ColumnChannel,
} from "./columns.ts";
import { annotate } from "./evidence.ts";
import { gapMarks, withGaps, type Gaps } from "./gaps.ts";
import { overlapping } from "./overlap.ts";
import { color } from "./palette.ts";
import { checkSense } from "./sense.ts";
import { groupedAxis, lossesIn, lostWhole, noLosses, type Losses } from "./losses.ts";
import { placing } from "./placing.ts";
import { gapAxes, headingOf, neededChannels, splitRows, type Absent } from "./split-rows.ts";
import { rowsSource, wholeSource, type Source } from "./source.ts";
import { takesTime } from "./time.ts";
import { hasSum, keepsUnit, ofSums, reducersOf, withLimits } from "./transforms.ts";
import { channelValue, summaryOf, type Summed } from "./whole/index.ts";

type Options = Record<string, unknown>;

/** A mark as Plot takes it, with what was left out. */
export interface ReadyMark {
  readonly name: MarkName;
  readonly rows: readonly Row[];
  readonly absent: readonly Absent[];
  readonly summed: Summed | null;
  readonly channels: ReadonlyMap<string, Channel>;
  /** How its transforms sum up the rows of a group, by channel. */
  readonly reducers: ReadonlyMap<string, string>;
  /** What its groups lack of their rows. */
  readonly losses: Losses;
  /** Builds the mark anew, since Plot wants each only once. */
  readonly build: (page: ChartContext) => Plot.Markish[];
}

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

/** Dates where the spec's scale is one of time, or where a column holds nothing else. */
function withScale(channel: Channel, name: string, source: Source, spec: ChartSpec): Channel {
  if (channel.kind === "constant" || channel.as || !takesTime(name, spec)) return channel;
  const scale = spec[name.replace(/\d$/, "")];
  const isAsked = isMapping(scale) && scale["type"] === "utc";
  return isAsked || source.isTime(channel.column) ? { ...channel, as: "date" } : channel;
}

export function channelsOf(
  mark: ChartSpec,
  source: Source,
  spec: ChartSpec,
  context: FigureContext,
) {
  const { columns } = source;
  const found = new Map<string, Channel>();
  for (const name of [...placing, ...others]) {
    // Without rows there are no columns to know.
    if (columns.length === 0 && !isConstant(mark[name])) continue;
    const channel = channelOf(mark[name], columns, context);
    if (channel) found.set(name, withScale(channel, name, source, spec));
  }
  const shape = mark["mark"] === "dot" ? shapeOf(found, source, spec) : null;
  if (shape) found.set("symbol", shape);
  return found;
}

/** Dots of categories differ in shape as in colour, unless the spec gives shapes of its own. */
function shapeOf(
  channels: ReadonlyMap<string, Channel>,
  source: Source,
  spec: ChartSpec,
): ColumnChannel | null {
  const { color: own } = spec;
  const type = isMapping(own) ? own["type"] : undefined;
  const isOfCategories = type === undefined || type === "categorical" || type === "ordinal";
  if (channels.has("symbol") || !isOfCategories) return null;
  const channel = colors.map((name) => channels.get(name)).find((one) => one?.kind === "column");
  if (channel?.kind !== "column") return null;
  return source.isNumber(channel) ? null : channel;
}

function isConstant(value: unknown): boolean {
  return typeof value === "number" || (isMapping(value) && value["const"] !== undefined);
}

/** The form of a channel that every transform of Plot understands. */
function plotColumn(name: string, channel: ColumnChannel, { gaps }: Content) {
  const axes: readonly string[] = gaps.axes;
  const isMeasure = axes.includes(name.replace(/\d$/, ""));
  const value = (row: Row): unknown => {
    if (isMeasure && gaps.rows.has(row) && axes.length === 1) return null;
    return channelValue(row, name, channel);
  };
  return {
    transform: (data: Iterable<Row>) => Array.from(data, value),
    label: channel.label ?? channel.column,
  };
}

/** Lines of a text in a drawing. */
const MOST_LINES = 20;

/** What is written in a drawing: our figures with their unit, names for ids. */
function writtenColumn(channel: ColumnChannel, context: FigureContext) {
  const text = (row: Row): string | null => {
    const value = valueIn(row, channel);
    if (value === null) return null;
    const observation = observe(row, context.catalogue);
    const isFigure = channel.column === "value" && observation.unit !== "";
    if (isFigure) return shortValue(observation, context);
    const lines = valueText(channel.column, value, context).split("\n");
    return lines.length > MOST_LINES
      ? `${lines.slice(0, MOST_LINES).join("\n")}…`
      : lines.join("\n");
  };
  return { transform: (data: Iterable<Row>) => Array.from(data, text), label: channel.column };
}

function plotValue(
  name: string,
  channel: Channel,
  content: Content,
  context: FigureContext,
): unknown {
  const isWritten = name === "text" && content.summed === null;
  if (channel.kind === "column" && isWritten) return writtenColumn(channel, context);
  if (channel.kind === "column") return plotColumn(name, channel, content);
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
  mark: ChartSpec,
  channels: ReadonlyMap<string, Channel>,
  content: Content,
  context: FigureContext,
): Options {
  const options: Options = {};
  // What a reducer makes of a channel that follows no column, such as a count.
  for (const [row] of [content.summed?.rows ?? []])
    for (const name of (row && summaryOf(row)?.channels.keys()) ?? [])
      options[name] = plotColumn(
        name,
        { kind: "column", column: name, label: null, as: null },
        content,
      );
  for (const [name, channel] of channels)
    options[name] = plotValue(name, channel, content, context);
  for (const name of plain) if (mark[name] !== undefined) options[name] = mark[name];
  // Rows that the engine summed up are in their order.
  const isSorted = content.summed !== null && typeof mark["sort"] === "string";
  if (mark["sort"] !== undefined && !isSorted) options["sort"] = sortOf(mark["sort"]);
  return options;
}

/** What a mark looks like where the spec says nothing: our ink and our one accent. */
function defaults(name: MarkName, mark: ChartSpec): Options {
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
function frame(mark: ChartSpec): ReadyMark {
  const stroke = color(String(isMapping(mark["stroke"]) ? mark["stroke"]["const"] : "line"));
  return {
    name: "frame",
    rows: [],
    absent: [],
    summed: null,
    channels: new Map(),
    reducers: new Map(),
    losses: noLosses,
    build: () => [Plot.frame({ stroke })],
  };
}

/** What a mark is made of. */
interface Content {
  readonly drawn: readonly Row[];
  readonly gaps: Gaps;
  readonly losses: Losses;
  readonly absent: readonly Absent[];
  /** What the engine made of all rows of the query; null where the rows are those of the query. */
  readonly summed: Summed | null;
}

/** What the engine says of rows without a value, as if they were here. */
function toldAbsent(
  { absent }: Summed,
  mark: ChartSpec,
  channels: ReadonlyMap<string, Channel>,
  spec: ChartSpec,
  context: FigureContext,
): Absent[] {
  const needed = neededChannels(mark, channels);
  return absent.map(({ channel, ...one }) => {
    const own = needed.find(({ name }) => name === channel);
    const heading = own ? headingOf(own, spec, context) : channel;
    return { ...one, heading, because: null, placed: [], value: null };
  });
}

/** A row that another one of the same sum contains. */
function leftOut(row: Row, context: FigureContext): Absent {
  const plain = { count: 1, missing: null, placed: [], value: null };
  return { row, heading: columnText("value", context), because: "twice", ...plain };
}

function contentOf(
  name: MarkName,
  mark: ChartSpec,
  rows: readonly Row[],
  summed: Summed | null,
  channels: ReadonlyMap<string, Channel>,
  spec: ChartSpec,
  context: FigureContext,
): Content {
  const along = groupedAxis(name, mark);
  const gapsOf = (own: ReadonlySet<Row>, losses: Losses): Gaps => {
    if (along === null) return { rows: own, axes: gapAxes(name, mark), channels };
    const placeOf = (row: Row) => losses.keysOf(row)?.place ?? "";
    return { rows: new Set(lostWhole(losses)), axes: [along], channels, placeOf };
  };
  if (summed) {
    const absent = toldAbsent(summed, mark, channels, spec, context);
    const losses = lossesIn(mark, { drawn: summed.rows, absent }, summed, channels, spec);
    return { drawn: summed.rows, gaps: gapsOf(new Set(), losses), losses, absent, summed };
  }
  const { drawn: placed, gaps, absent } = splitRows(rows, name, mark, channels, spec, context);
  const transform = mark["transform"];
  const adding = { name, channels, reducers: reducersOf(transform), transform };
  const twice = overlapping(placed, adding, context);
  const drawn = placed.filter((row) => !twice.has(row));
  const again = [...twice].map((row) => leftOut(row, context));
  const losses = lossesIn(mark, { drawn, absent }, null, channels, spec);
  return { drawn, gaps: gapsOf(gaps, losses), losses, absent: [...absent, ...again], summed };
}

/** The rows that Plot gets: those with a mark, and where a line breaks, in their order. */
function dataOf(rows: readonly Row[], { drawn, gaps, summed }: Content): readonly Row[] {
  if (gaps.rows.size === 0) return drawn;
  const first = (row: Row): number => summaryOf(row)?.first ?? 0;
  if (summed) return [...drawn, ...gaps.rows].toSorted((a, b) => first(a) - first(b));
  const own = new Set(drawn);
  return rows.filter((row) => own.has(row) || gaps.rows.has(row));
}

/**
 * One mark of a spec over its rows. Rows without a value where the mark needs one are left out and
 * told: they are never drawn as zero, and no line runs over them.
 */
export function readyMark(
  mark: ChartSpec,
  rows: readonly Row[],
  summed: Summed | null,
  spec: ChartSpec,
  context: FigureContext,
): ReadyMark {
  const name = mark["mark"] as MarkName;
  if (!Object.hasOwn(marks, name)) throw new Error(`unknown mark: ${String(name)}`);
  if (name === "frame") return frame(mark);
  const source = summed ? wholeSource(summed) : rowsSource(rows);
  const channels = channelsOf(mark, source, spec, context);
  const isBound = [...channels.values()].some(({ kind }) => kind === "column");
  const content = contentOf(name, mark, rows, summed, channels, spec, context);
  const { drawn, gaps, absent, losses } = content;
  checkSense(name, mark, drawn, channels, spec, context);
  // A mark that follows no column is drawn once, not once a row.
  const isFree = !isBound && mark["transform"] === undefined;
  const data: readonly Row[] = isFree ? [{}] : dataOf(rows, content);
  const transform = summed
    ? ofSums(mark["transform"], summed.limits)
    : gaps.rows.size > 0
      ? withLimits(mark["transform"], losses.limits)
      : mark["transform"];
  const builder = builders[name] as (data: readonly Row[], options: Options) => Plot.Markish;
  const tips = Array.isArray(mark["tip"]) ? mark["tip"].map(String) : [];
  const reducers = reducersOf(mark["transform"]);
  const build = (page: ChartContext) => {
    const { sort, ...options } = {
      ...defaults(name, mark),
      ...plotOptions(mark, channels, content, context),
    } as Options;
    // Two points have a line and no band around it: its width would be no number.
    if (name.startsWith("linearRegression") && data.length < 3) options["ci"] = 0;
    const subject = {
      ...{ name, channels, spec, tips, all: data, gaps: gaps.rows, losses },
      isSum: hasSum(mark["transform"]),
      reducers,
      keepsUnit: keepsUnit(mark["transform"]),
    };
    const render = isFree ? {} : annotate(subject, page);
    const all = { ...options, ...render, ...(sort ? { sort } : {}) };
    const ready = withGaps(name, transform, all, gaps);
    return [builder(data, ready), ...gapMarks(gaps, options)];
  };
  return { name, rows: isFree ? [] : drawn, absent, summed, channels, reducers, losses, build };
}
