import { punctuation, say, type Word } from "../../words/index.ts";
import type { FigureContext, Row } from "../../figures/index.ts";
import { valueIn, valueText } from "./columns.ts";
import type { Subject } from "./evidence.ts";
import { countOf, summaryOf } from "./whole/index.ts";
import { channelFor, headingOf, measured } from "./heading.ts";

/** A channel of Plot's before its scale; `source` is what it was before it was moved by pixels. */
interface PlotChannel {
  readonly value: ArrayLike<unknown>;
  readonly hint?: { readonly length?: boolean };
  readonly source?: PlotChannel | null;
}
export type PlotChannels = Readonly<Record<string, PlotChannel | undefined>>;

/** An element that stands for several rows. */
export interface Group {
  readonly rows: readonly Row[];
  /** What Plot binds to it: the place of its values in the channels, or of each point of a line. */
  readonly bound: unknown;
  readonly channels: PlotChannels;
  /** The element's own name, by which the parts of a box are told apart. */
  readonly tag: string;
}

/** What a group has on one axis. */
interface Span {
  readonly ends: readonly unknown[];
  /** True for the length of a stacked piece, whose own ends say nothing. */
  readonly isLength: boolean;
}

type Axis = "x" | "y";

function original(channel: PlotChannel | undefined): PlotChannel | null {
  return channel?.source === undefined ? (channel ?? null) : channel.source;
}

function isNone(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value);
}

/** Values at some places of an axis: both ends of what has two, the length of what is stacked. */
function valuesAt(axis: Axis, places: readonly number[], channels: PlotChannels): Span {
  const [one, first, second] = [axis, `${axis}1`, `${axis}2`].map((n) => original(channels[n]));
  const isLength = Boolean(first && second?.hint?.length);
  const at = (i: number): unknown[] => {
    const [a, b] = [first?.value[i], second?.value[i]];
    if (isLength) return [Number(b) - Number(a)];
    return first && second ? [a, b] : [(one ?? first ?? second)?.value[i]];
  };
  return { ends: places.flatMap(at).filter((value) => !isNone(value)), isLength };
}

function isOrdered(value: unknown): value is number | Date {
  return typeof value === "number" || value instanceof Date;
}

/** From the least to the most of a line's points; nothing of several categories. */
function range(ends: readonly unknown[]): readonly unknown[] {
  if (ends.every(isOrdered)) {
    const sorted = ends.toSorted((a, b) => Number(a) - Number(b));
    return sorted.length > 0 ? [sorted[0], sorted.at(-1)] : [];
  }
  return new Set(ends).size === 1 ? ends.slice(0, 1) : [];
}

function interval(texts: readonly string[], { language }: FigureContext): string {
  const [from = "", to = from] = texts;
  return from === to ? from : say(language, "plot.interval", from, to);
}

/** True on the axis along which a box lies. */
function isOfBox(axis: Axis, { name }: Subject): boolean {
  return name === (axis === "x" ? "boxX" : "boxY");
}

/** Which part of a box an element is; null where it is none. */
function boxWord(axis: Axis, { ends }: Span, tag: string, subject: Subject): Word | null {
  if (!isOfBox(axis, subject)) return null;
  if (ends.length < 2) return "plot.box.median";
  return tag === "rect" ? "plot.box.half" : "plot.box.whiskers";
}

/** Text of one channel; null where nothing names it but what the number of rows says already. */
function named(
  name: string,
  ends: readonly unknown[],
  part: Word | null,
  { rows }: Group,
  subject: Subject,
  context: FigureContext,
): string | null {
  const heading = headingOf(name, subject, context);
  if (heading === null || ends.length === 0) return null;
  const { colon, comma } = punctuation[context.language];
  const of = part === null ? "" : comma + say(context.language, part);
  const texts = ends.map((value) => measured(name, value, rows, subject, context));
  return heading + of + colon + interval(texts, context);
}

/** The group on an axis: one text, or two where its ends are different columns. */
function onAxis(
  axis: Axis,
  span: Span,
  group: Group,
  subject: Subject,
  context: FigureContext,
): (string | null)[] {
  const pair = [`${axis}1`, `${axis}2`];
  const headings = new Set(pair.map((name) => headingOf(name, subject, context)));
  const isOfTwo = pair.every((name) => subject.channels.has(name)) && headings.size > 1;
  if (isOfTwo && span.ends.length === 2 && !span.isLength)
    return pair.map((name, i) => named(name, [span.ends[i]], null, group, subject, context));
  const part = boxWord(axis, span, group.tag, subject);
  return [named(axis, span.ends, part, group, subject, context)];
}

/** What all rows of a group have in common by some channels. */
function shared(
  names: readonly string[],
  { rows }: Group,
  subject: Subject,
  context: FigureContext,
): string[] {
  return names.flatMap((name) => {
    const channel = channelFor(name, subject);
    const heading = headingOf(name, subject, context);
    if (channel === null || subject.reducers.has(name) || heading === null) return [];
    if (rows.some((row) => summaryOf(row)?.varied.has(name))) return [];
    const values = rows.map((row) => valueText(channel.column, valueIn(row, channel), context));
    const texts = [...new Set(values)];
    return texts.length === 1 ? [heading + punctuation[context.language].colon + texts[0]] : [];
  });
}

const facets = ["fx", "fy"];
const series = ["fill", "stroke", "z"];

/** A bar, cell or part of a box: where it stands, its colour, then its length or number. */
function partsAt(place: number, group: Group, subject: Subject, context: FigureContext) {
  const axes = (["x", "y"] as const).map((axis) => {
    const span = valuesAt(axis, [place], group.channels);
    const isMeasure = span.isLength || subject.reducers.has(axis) || isOfBox(axis, subject);
    // What Plot moved by pixels is still known from the rows.
    const texts =
      span.ends.length > 0
        ? onAxis(axis, span, group, subject, context)
        : shared([axis], group, subject, context);
    return { isMeasure, texts };
  });
  const further = ["fill", "stroke", "r"].map((name) => {
    const value = original(group.channels[name])?.value[place];
    const isShown = subject.reducers.has(name) || name === "r";
    return isShown && !isNone(value) ? named(name, [value], null, group, subject, context) : null;
  });
  const of = (isMeasure: boolean) =>
    axes.flatMap((one) => (one.isMeasure === isMeasure ? one.texts : []));
  return [
    ...shared(facets, group, subject, context),
    ...of(false),
    ...shared(series, group, subject, context),
    ...of(true),
    ...further,
  ];
}

/** A line or an area: which one it is, then how far it reaches on each axis. */
function partsAlong(
  places: readonly number[],
  group: Group,
  subject: Subject,
  context: FigureContext,
) {
  const axes = (["x", "y"] as const).flatMap((axis) => {
    const { ends } = valuesAt(axis, places, group.channels);
    return [named(axis, range(ends), null, group, subject, context)];
  });
  return [...shared([...facets, ...series], group, subject, context), ...axes];
}

/** What an element of several rows is, each thing once, and how many rows it stands for. */
export function groupName(group: Group, subject: Subject, context: FigureContext): string {
  const { bound, rows } = group;
  const isList = Array.isArray(bound) || ArrayBuffer.isView(bound);
  const parts =
    typeof bound === "number"
      ? partsAt(bound, group, subject, context)
      : partsAlong(isList ? Array.from(bound as number[]) : [], group, subject, context);
  const said = [...new Set(parts.filter((part) => part !== null))];
  return [...said, say(context.language, "plot.rows", countOf(rows))].join(
    punctuation[context.language].semicolon,
  );
}
