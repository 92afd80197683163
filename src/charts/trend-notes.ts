import type { Child } from "../dom/index.ts";
import {
  badge,
  fitted,
  grounded,
  isAcross,
  levelShape,
  note,
  noteMark,
  type Notes,
  noteText,
  type Span,
  uprightLabel,
  uprightShape,
} from "./annotate.ts";
import { type Annotation, type Point, type Series, timeOf, type Years } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { RADIUS } from "./glyph.ts";
import { type Box, placeLabel } from "./place.ts";
import { textWidth } from "./text.ts";
import { at, type TrendScales, size, startOf } from "./trend-scales.ts";
import { px } from "./shapes.ts";

/** The notes of one panel: on its figures, and lines that name its region or metric, or neither. */
export function notesOn(notes: Notes, { points }: Series): Notes {
  const concerns = (one: Annotation): boolean => {
    if (one.status !== "shown") return false;
    if (!isAcross(one)) return points.some(({ observation }) => observation === one.observation);
    const [first] = points;
    return (
      (one.region === null || one.region === first?.figure.region_id) &&
      (one.metric === null || one.metric === first?.figure.metric_id)
    );
  };
  return { ...notes, all: notes.all.filter(concerns) };
}

/** Both ends on the axis of years; null where none of it is on it. */
function spanInTime(one: Annotation, [first, last]: Years, { x }: TrendScales): Span | null {
  const [from, to] = [timeOf(one.from ?? ""), timeOf(one.to ?? "")];
  const [low, high] = [startOf(first), startOf(last + 1)];
  if (!(from <= high && to >= low)) return null;
  return { from: x(Math.max(from, low)), to: x(Math.min(to, high)) };
}

function isOnValues({ axis }: Annotation): boolean {
  return axis === "value" || axis === "y";
}

/** A number alone is a value, unless the note says that it is a year. */
function inTime(one: Annotation): boolean {
  return (
    one.axis === "time" || one.axis === "x" || (one.axis === null && typeof one.from === "string")
  );
}

/** A line or band of a panel: what is drawn behind all, what is taken by it, and its label. */
interface Across {
  readonly one: Annotation;
  readonly shape: Child;
  readonly taken: readonly Box[];
  readonly label: () => Child;
}

function timeNote(
  one: Annotation,
  row: number,
  years: Years,
  notes: Notes,
  frame: TrendScales,
): Across | null {
  const span = spanInTime(one, years, frame);
  if (span === null) return null;
  const y = frame.head + row * note.row;
  const bottom = frame.bottom + size.below;
  const shape = uprightShape(one, span, y + 2, bottom, frame.context);
  const isLine = one.type === "line";
  const taken = isLine ? [{ x: span.from - 2, y, width: 4, height: bottom - y }] : [];
  return { one, shape, taken, label: () => uprightLabel(one, span, y, notes, frame) };
}

/** A value is a level line, its text in the row over the panel after a short line like it. */
function valueNote(one: Annotation, row: number, notes: Notes, frame: TrendScales): Across | null {
  if (typeof one.from !== "number" || typeof one.to !== "number") return null;
  const [low, high] = [frame.y(one.from), frame.y(one.to)];
  if (high > frame.bottom + size.below || low < frame.head) return null;
  const { svg } = frame.context.build;
  const { width, context } = frame;
  const y = frame.head + row * note.row;
  const [left, right] = [size.side, width - size.side];
  const lines = fitted(one.text, width - 34, 1);
  if (lines) notes.written.add(one);
  const shape = levelShape(one, { from: high, to: low }, left, right, context);
  const taken =
    one.type === "line" ? [{ x: left, y: low - 2, width: right - left, height: 4 }] : [];
  const key = svg("path", { class: "note-line", d: `M${left},${px(y + 7)}h14` });
  return {
    one,
    shape,
    taken,
    label: () =>
      lines
        ? [grounded(lines, { x: left + 18, y }, "start", context), key]
        : badge(one, right - 4, low, context),
  };
}

/** Lines and bands of a panel: behind the figures, what they take, and their labels. */
export function acrossTime(notes: Notes, years: Years, frame: TrendScales) {
  const found = notes.all
    .filter(isAcross)
    .flatMap(
      (one, row) =>
        (inTime(one) && !isOnValues(one)
          ? timeNote(one, row, years, notes, frame)
          : valueNote(one, row, notes, frame)) ?? [],
    );
  const bands = found.filter(({ one }) => one.type === "range");
  const lines = found.filter(({ one }) => one.type === "line");
  return {
    taken: found.flatMap(({ taken }) => taken),
    shapes: [...bands, ...lines].map(({ shape }) => shape),
    labels: found.map(({ one, label: text }) => noteMark(one, notes, frame.context, text())),
  };
}

const HEIGHT = 15;

/** Places around a figure, the nearest first, beyond where its value may stand. */
function places(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  lines: number,
) {
  const height = lines * HEIGHT;
  const centre = (cx: number, cy: number): Box => ({
    x: cx - width / 2,
    y: cy - height / 2,
    width,
    height,
  });
  const [aside, off] = [width / 2 + 16, height / 2];
  return [
    centre(x + aside, y),
    centre(x - aside, y),
    centre(x, y + 13 + off),
    centre(x, y - 13 - off),
    centre(x, y + 30 + off),
    centre(x, y - 30 - off),
    centre(x + aside, y + 24),
    centre(x - aside, y + 24),
    centre(x + aside, y - 24),
    centre(x - aside, y - 24),
  ];
}

function inside({ y, height }: Box, frame: TrendScales): boolean {
  return y >= 0 && y + height <= frame.bottom + size.below - 2;
}

/** From the edge of a figure's symbol to the nearest place of its note: a circle would be a mark. */
function lead(
  { x, y }: { readonly x: number; readonly y: number },
  box: Box,
  svg: ChartContext["build"]["svg"],
): Child {
  const near = (at: number, from: number, to: number) => Math.min(Math.max(at, from), to);
  const end = { x: near(x, box.x, box.x + box.width), y: near(y, box.y, box.y + box.height) };
  const length = Math.hypot(end.x - x, end.y - y);
  const clear = RADIUS + 2;
  if (length < clear + 3) return null;
  const start = { x: x + ((end.x - x) * clear) / length, y: y + ((end.y - y) * clear) / length };
  const d = `M${px(start.x)},${px(start.y)}L${px(end.x)},${px(end.y)}`;
  return svg("path", { class: "note-lead", d });
}

/** The text near its figure where there is room, else the number. */
function pointNote(
  one: Annotation,
  point: Point,
  notes: Notes,
  taken: Box[],
  frame: TrendScales,
): Child {
  const { context } = frame;
  const { svg } = context.build;
  const centre = at(point, frame);
  const joint = (box: Box) => (one.type === "point" ? lead(centre, box, svg) : null);
  const find = (width: number, lines: number) =>
    placeLabel(
      places(centre, width, lines).filter((box) => inside(box, frame)),
      taken,
      frame.width,
    );
  for (const most of [1, 2, 3]) {
    const room = most === 1 ? frame.width : (textWidth(one.text, note.font) / most) * 1.3;
    const lines = fitted(one.text, room, most);
    if (lines === null) continue;
    const width = Math.max(...lines.map((text) => textWidth(text, note.font)));
    const { box, hidden } = find(width, lines.length);
    if (hidden > 0) continue;
    taken.push(box);
    notes.written.add(one);
    return noteMark(one, notes, context, joint(box), noteText(lines, box, "start", context));
  }
  const { box } = find(2 * note.radius + 2, 1);
  taken.push(box);
  return noteMark(
    one,
    notes,
    context,
    joint(box),
    badge(one, box.x + box.width / 2, box.y + 8, context),
  );
}

/** The notes on single figures, after all marks. */
export function onPoints(
  notes: Notes,
  { points }: Series,
  taken: Box[],
  frame: TrendScales,
): Child {
  return notes.all.map((one) => {
    const point = points.find(({ observation }) => observation === one.observation);
    return point ? pointNote(one, point, notes, taken, frame) : null;
  });
}
