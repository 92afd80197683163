import { isPartOfNumber, type Measure, say, tickText, unitName } from "../../words/index.ts";
import { isMapping } from "../../notebook/chart-cell/index.ts";
import {
  type ChartSpec,
  bilingual,
  type FigureContext,
  type Row,
  thingOf,
} from "../../figures/index.ts";
import { textWidth, wrap } from "../text.ts";
import { countedInterval } from "./room.ts";
import { columnText, isYear, plainTick, valueText, type Channel } from "./columns.ts";
import type { ReadyMark } from "./marks.ts";
import type { AxisValues } from "./ticks.ts";
import { channelValue } from "./whole/index.ts";
import { color, ramp, series, sides } from "./palette.ts";

export type PositionName = "x" | "y" | "fx" | "fy";
export type ScaleOptions = Record<string, unknown>;

/** Size of the text on an axis, in px. */
export const TICK = 12;

function scaleSpec(spec: ChartSpec, name: string): ChartSpec {
  const value = spec[name];
  return isMapping(value) ? value : {};
}

/** The column that a scale shows first, and the rows that it stands in. */
function columnOf(marks: readonly ReadyMark[], name: string) {
  const wanted = name === "color" ? ["fill", "stroke"] : [name, `${name}1`, `${name}2`];
  for (const { channels, rows, reducers } of marks)
    for (const channelName of wanted) {
      const channel = channels.get(channelName);
      if (channel?.kind !== "column") continue;
      const values = () => rows.flatMap((row) => channelValue(row, channelName, channel) ?? []);
      return { channel, rows, values, reducer: reducers.get(channelName) ?? null };
    }
  return null;
}

/** The column that colours follow, and its rows; null where they follow none. */
export function colorColumnOf(marks: readonly ReadyMark[]) {
  return columnOf(marks, "color");
}

/** What the values of an axis are, by which its ticks are chosen. */
export function axisValues(marks: readonly ReadyMark[], name: "x" | "y"): AxisValues {
  const found = columnOf(marks, name);
  const times = found?.values().filter((value) => value instanceof Date) ?? [];
  return { isYear: found !== null && isYear(found.channel.column), times };
}

/** What the rows' values measure; null where they have several units, or none. */
function measureOf(rows: readonly Row[], context: FigureContext): Measure | null {
  const units = new Set(rows.map(({ unit }) => unit));
  const [unit] = units;
  if (units.size !== 1 || typeof unit !== "string") return null;
  const [metric, ...others] = new Set(rows.map(({ metric_id }) => metric_id));
  const isOne = typeof metric === "string" && others.length === 0;
  return { unit, thing: isOne ? thingOf(context, metric) : null };
}

/** How a scale's values are written: with the unit that is part of a number of our `value`. */
export function tickFormatOf(
  marks: readonly ReadyMark[],
  name: PositionName,
  spec: ChartSpec,
  context: FigureContext,
): (value: unknown) => string {
  const found = columnOf(marks, name);
  const column = found?.channel.column ?? name;
  const measure = found?.channel.column === "value" ? measureOf(found.rows, context) : null;
  const own = scaleSpec(spec, name);
  const format = own["tickFormat"];
  return (value) => {
    if (value instanceof Date) return dateText(value, format, context);
    if (typeof value !== "number") return valueText(column, value, context);
    if (format === "plain" || format === "year") return String(value);
    if (own["percent"] === true) return `${plainTick(column, value, context)}%`;
    if (measure !== null && isPartOfNumber(measure.unit))
      return tickText(value, measure, context.language, { isNamed: true });
    return plainTick(column, value, context);
  };
}

/** A moment where it stands for itself, as on an axis of names. */
function dateText(value: Date, format: unknown, { language }: FigureContext): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const zone = { timeZone: "UTC" } as const;
  const text = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(value);
  if (format === "day") return text({ year: "numeric", month: "short", day: "numeric" });
  const isYearStart = value.getUTCMonth() === 0 && value.getUTCDate() === 1;
  if (format === "month" || (format !== "year" && !isYearStart))
    return text({ year: "numeric", month: "short" });
  return language === "zh" ? `${value.getUTCFullYear()}年` : String(value.getUTCFullYear());
}

/** A scale's own name: what the spec says, else the unit, else the column where that tells something. */
function labelOf(
  marks: readonly ReadyMark[],
  name: PositionName,
  spec: ChartSpec,
  context: FigureContext,
): string | null {
  if (scaleSpec(spec, name)["label"] === null) return null;
  const own = bilingual(scaleSpec(spec, name)["label"], context.language);
  if (own) return own;
  const found = columnOf(marks, name);
  if (!found || name === "fx" || name === "fy") return null;
  const { column, label } = found.channel;
  if (label) return label;
  if (["region_id", "metric_id", "report_id"].includes(column)) return null;
  const measure = column === "value" ? measureOf(found.rows, context) : null;
  if (measure === null) return columnText(column, context);
  const { unit, thing } = measure;
  return isPartOfNumber(unit) ? null : unitName(unit, context.language, 2, thing);
}

const passed = [
  "type",
  "domain",
  "reverse",
  "nice",
  "zero",
  "percent",
  "ticks",
  "interval",
  "padding",
  "inset",
];

/** An end of a domain in time. Of what is none, or farther away, there are no ticks. */
function dayOf(day: unknown, { language }: FigureContext): Date {
  const date = new Date(String(day));
  if (/^\d{4}(?!\d)/.test(String(day)) && !Number.isNaN(date.getTime())) return date;
  throw new Error(say(language, "limit.day", String(day).slice(0, 40)));
}

/** What Plot takes for a position: our ticks, our labels, our names. */
export function positionScale(
  marks: readonly ReadyMark[],
  name: PositionName,
  spec: ChartSpec,
  context: FigureContext,
): ScaleOptions {
  const own = scaleSpec(spec, name);
  const options: ScaleOptions = {
    label: labelOf(marks, name, spec, context),
    labelArrow: "none",
    tickFormat: tickFormatOf(marks, name, spec, context),
  };
  for (const key of passed) if (own[key] !== undefined) options[key] = own[key];
  if (own["interval"] !== undefined) options["interval"] = countedInterval(own["interval"]);
  if (own["type"] === "utc" && Array.isArray(own["domain"]))
    options["domain"] = own["domain"].map((day: unknown) => dayOf(day, context));
  if (own["grid"] === true || spec["grid"] === true) options["grid"] = true;
  const { axis } = own;
  if (axis === "none" || axis === false) options["axis"] = null;
  else if (typeof axis === "string") options["axis"] = axis;
  return options;
}

function isQuantitative(marks: readonly ReadyMark[], rawMarks: readonly ChartSpec[]): boolean {
  const found = colorColumnOf(marks);
  if (found) {
    const values = found.values();
    return values.length > 0 && values.every((value) => typeof value === "number");
  }
  return rawMarks.some((mark) =>
    /"(?:fill|stroke)":"/.test(JSON.stringify(mark["transform"] ?? "")),
  );
}

/** Values of the colour channels, in the order of the rows. */
function categories(marks: readonly ReadyMark[]): unknown[] {
  const values = marks.flatMap(({ channels, rows }) =>
    ["fill", "stroke"].flatMap((name) => {
      const channel = channels.get(name) as Channel | undefined;
      return channel?.kind === "column" ? rows.map((row) => channelValue(row, name, channel)) : [];
    }),
  );
  return [...new Set(values.filter((value) => value !== null))];
}

/** Colours of categories or in five steps: each is a variable of the page, for light and dark. */
export function colorScale(
  marks: readonly ReadyMark[],
  rawMarks: readonly ChartSpec[],
  spec: ChartSpec,
): ScaleOptions {
  const own = scaleSpec(spec, "color");
  const { type } = own;
  const range = Array.isArray(own["range"]) ? own["range"].map((one) => color(String(one))) : null;
  const shared: ScaleOptions = own["reverse"] === undefined ? {} : { reverse: own["reverse"] };
  const isCategory = type === "categorical" || type === "ordinal";
  if (isCategory || (type === undefined && !isQuantitative(marks, rawMarks))) {
    const domain = (own["domain"] as unknown[] | undefined) ?? categories(marks);
    const most = (range ?? series).length;
    if (domain.length > most)
      throw new Error(`unsupported colors: ${domain.length} categories (at most ${most})`);
    return { ...shared, type: "ordinal", domain, range: (range ?? series).slice(0, domain.length) };
  }
  const isTwoSided = type === "diverging";
  const steps = range ?? (isTwoSided ? sides : ramp);
  if (type === "threshold") return { ...shared, type, domain: own["domain"], range: steps };
  if (type === "quantile") return { ...shared, type, n: steps.length, range: steps };
  const domain =
    own["domain"] ?? (isTwoSided ? symmetric(marks, Number(own["pivot"] ?? 0)) : undefined);
  return {
    ...shared,
    type: "quantize",
    n: steps.length,
    range: steps,
    ...(domain ? { domain } : {}),
  };
}

/** As far to one side of the pivot as to the other. */
function symmetric(marks: readonly ReadyMark[], pivot: number): [number, number] {
  const values = categories(marks).filter((value) => typeof value === "number");
  const most = Math.max(1e-9, ...values.map((value) => Math.abs(value - pivot)));
  return [pivot - most, pivot + most];
}

/** A scale of Plot's as far as we ask it. */
export interface Exposed {
  readonly type: string;
  readonly domain: readonly unknown[];
  readonly range?: readonly unknown[];
}

/** A label of more lines is cut; the name of its mark says all. */
const MOST_LINES = 8;
const MOST_LETTERS = 200;

/** The labels of an axis, wrapped by our own rule to a width. */
export function wrapped(format: (value: unknown) => string, width: number) {
  return (value: unknown): string => {
    const text = format(value);
    // To break a text into lines takes longer than all else that is done with it.
    const lines = wrap(text.slice(0, MOST_LETTERS), width, TICK);
    if (lines.length <= MOST_LINES && text.length <= MOST_LETTERS) return lines.join("\n");
    return `${lines.slice(0, MOST_LINES).join("\n")}…`;
  };
}

function ticksOf({ type, domain }: Exposed): readonly unknown[] {
  if (type === "band" || type === "point" || type === "ordinal") return domain;
  const [low, high] = [domain[0], domain.at(-1)];
  if (typeof low !== "number" || typeof high !== "number") return domain;
  return [low, high, (low + high) / 2, Number(((low + high) / 2).toPrecision(1))];
}

/** Width in px of the widest line that an axis writes. */
export function widest(scale: Exposed, format: (value: unknown) => string): number {
  const lines = ticksOf(scale).flatMap((value) => format(value).split("\n"));
  return Math.max(0, ...lines.map((line) => textWidth(line, TICK)));
}

/** Lines of the tallest label. */
export function tallest(scale: Exposed, format: (value: unknown) => string): number {
  return Math.max(1, ...ticksOf(scale).map((value) => format(value).split("\n").length));
}
