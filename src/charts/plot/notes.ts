import type { Child } from "../../dom/index.ts";
import {
  badge,
  isAcross,
  levelShape,
  note,
  noteMark,
  type Notes,
  type Span,
  uprightLabel,
  uprightShape,
} from "../annotate.ts";
import { type Annotation, observe, type Row, timeOf } from "../../figures/index.ts";
import type { ChartContext } from "../context.ts";
import { valueIn, type Channel } from "./columns.ts";
import type { ReadyMark } from "./marks.ts";

/** A scale of Plot's with what places a value on it. */
export interface Placing {
  readonly type: string;
  readonly bandwidth?: number;
  readonly domain: readonly unknown[];
  readonly range?: readonly unknown[];
  readonly apply?: (value: never) => number;
}

/** Where a plot draws, in px. */
export interface PlotFrame {
  readonly x: Placing | undefined;
  readonly y: Placing | undefined;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly context: ChartContext;
}

/** Lines over the horizontal axis have their labels in rows over the drawing. */
function isUpright(one: Annotation): boolean {
  return isAcross(one) && one.axis !== "y" && one.axis !== "value";
}

/** Room over the drawing for the labels of upright lines. */
export function plotHead({ all }: Notes): number {
  return all.filter((one) => one.status === "shown" && isUpright(one)).length * note.row;
}

/** A value as the scale takes it, in px; null where the scale has no place for it. */
function placed(scale: Placing | undefined, value: unknown): number | null {
  if (!scale?.apply || value === null || value === undefined) return null;
  const isTime = scale.type === "utc" || scale.type === "time";
  const isName = scale.type === "band" || scale.type === "point" || scale.type === "ordinal";
  const own =
    isTime && !(value instanceof Date)
      ? new Date(timeOf(value as string | number))
      : isName
        ? scale.domain.find((one) => String(one) === String(value))
        : value;
  const px = own === undefined ? NaN : Number(scale.apply(own as never));
  return Number.isFinite(px) ? px + (scale.bandwidth ?? 0) / 2 : null;
}

/** Both ends of a note on a scale, the lesser first; null where one is beyond it. */
function spanOn(
  scale: Placing | undefined,
  note: Annotation,
  low: number,
  high: number,
): Span | null {
  const ends = [placed(scale, note.from), placed(scale, note.to)];
  const [from = NaN, to = NaN] = ends.flatMap((end) => end ?? []).toSorted((a, b) => a - b);
  return from >= low - 0.5 && to <= high + 0.5 ? { from, to } : null;
}

/** What is drawn behind the marks, and what over them. */
interface Layers {
  readonly behind: Child;
  readonly over: Child;
}

function upright(one: Annotation, row: number, notes: Notes, frame: PlotFrame): Layers | null {
  const { left, right, bottom, context } = frame;
  const span = spanOn(frame.x, one, left, right);
  if (span === null) return null;
  const y = 2 + row * note.row;
  const label = uprightLabel(one, span, y, notes, frame);
  return {
    behind: uprightShape(one, span, y + 2, bottom, context),
    over: noteMark(one, notes, context, label),
  };
}

/** A level line has its number at its end, and its text below the drawing. */
function level(
  one: Annotation,
  notes: Notes,
  { left, right, top, bottom, y, context }: PlotFrame,
): Layers | null {
  const span = spanOn(y, one, top, bottom);
  if (span === null) return null;
  const label = badge(one, right - 9, (span.from + span.to) / 2, context);
  return {
    behind: levelShape(one, span, left, right, context),
    over: noteMark(one, notes, context, label),
  };
}

function channelValue(row: Row, channel: Channel | undefined): unknown {
  if (!channel) return undefined;
  return channel.kind === "constant" ? channel.value : valueIn(row, channel);
}

/** A figure's number stands at its mark: off a dot, and within the end of a bar. */
function atDatum(
  one: Annotation,
  marks: readonly ReadyMark[],
  notes: Notes,
  frame: PlotFrame,
): Child {
  for (const { rows, channels, name } of marks) {
    const row = rows.find((candidate) => isRowOf(one, candidate, frame.context));
    if (!row) continue;
    const get = (...names: string[]) =>
      names.map((key) => channelValue(row, channels.get(key))).find((value) => value !== undefined);
    const x = placed(frame.x, get("x", "x2"));
    const y = placed(frame.y, get("y", "y2"));
    if (x === null || y === null) continue;
    const [dx, dy] = /^barX|^rectX/.test(name)
      ? [-11, 0]
      : /^bar|^rect/.test(name)
        ? [0, 11]
        : [11, -11];
    return noteMark(
      one,
      notes,
      frame.context,
      badge(one, Math.min(x + dx, frame.width - 9), Math.max(9, y + dy), frame.context),
    );
  }
  return null;
}

function isRowOf({ observation }: Annotation, row: Row, { catalogue }: ChartContext): boolean {
  if (observation === null) return false;
  const own = observe(row, catalogue);
  return observation === own || JSON.stringify(observation.row) === JSON.stringify(own.row);
}

/** The notes of a plot: lines and bands behind what it draws, their words and numbers over it. */
export function plotNotes(notes: Notes, marks: readonly ReadyMark[], frame: PlotFrame): Layers {
  const shown = notes.all.filter(({ status }) => status === "shown");
  const rows = shown.filter(isUpright);
  const across = shown
    .filter(isAcross)
    .flatMap(
      (one) =>
        (isUpright(one)
          ? upright(one, rows.indexOf(one), notes, frame)
          : level(one, notes, frame)) ?? [],
    );
  const data = shown.filter((one) => !isAcross(one));
  return {
    behind: across.map(({ behind }) => behind),
    over: [across.map(({ over }) => over), data.map((one) => atDatum(one, marks, notes, frame))],
  };
}
