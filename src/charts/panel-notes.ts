import { isBound } from "../domain/index.ts";
import type { Child } from "../dom/index.ts";
import {
  badge,
  fitted,
  isAcross,
  note,
  noteMark,
  type Notes,
  noteText,
  type Span,
  uprightLabel,
  uprightShape,
} from "./annotate.ts";
import {
  type Annotation,
  type Axis,
  type PanelModel,
  type Present,
  shortValue,
} from "../figures/index.ts";
import { RADIUS } from "./glyph.ts";
import type { Group, Line } from "./layout.ts";
import { type PlotArea, labelPlace, preferredSide } from "./mark.ts";
import { textWidth } from "./text.ts";
import { px } from "./shapes.ts";

/** The notes that concern a panel: those on its figures, and lines on an axis of its metric. */
export function notesOf(notes: Notes, { observations }: Pick<PanelModel, "observations">): Notes {
  const concerns = (one: Annotation): boolean => {
    if (one.status !== "shown") return false;
    if (!isAcross(one)) return observations.some((other) => other === one.observation);
    const isOnValues = one.axis === null || one.axis === "value" || one.axis === "x";
    return (
      isOnValues &&
      typeof one.from === "number" &&
      (one.metric === null || observations.some(({ metric_id }) => metric_id === one.metric))
    );
  };
  return { ...notes, all: notes.all.filter(concerns) };
}

/** Room over the rows for the labels of lines and ranges, a row each. */
export function headOf({ all }: Notes): number {
  return all.filter(isAcross).length * note.row;
}

interface Across extends PlotArea {
  readonly top: number;
  readonly bottom: number;
  readonly axis: Axis;
}

function spanOf({ from, to }: Annotation, { x, axis, left, right }: Across): Span | null {
  if (typeof from !== "number" || typeof to !== "number") return null;
  const [low, high] = axis.domain;
  if (to < low || from > high) return null;
  const clamp = (value: number) => Math.min(right, Math.max(left, x(value)));
  return { from: clamp(Math.max(from, low)), to: clamp(Math.min(to, high)) };
}

/** Lines and bands behind the rows, then their labels, which no line may cross. */
export function acrossRows(notes: Notes, frame: Across): Child {
  const placed = notes.all.filter(isAcross).flatMap((one, row) => {
    const span = spanOf(one, frame);
    return span ? [{ one, span, y: frame.top + row * note.row }] : [];
  });
  const shape = ({ one, span, y }: (typeof placed)[number]) =>
    uprightShape(one, span, y + 2, frame.bottom, frame.context);
  // Bands lie lowest: a line through one is seen.
  const bands = placed.filter(({ one }) => one.type === "range");
  const lines = placed.filter(({ one }) => one.type === "line");
  return [
    [...bands, ...lines].map(shape),
    placed.map(({ one, span, y }) =>
      noteMark(one, notes, frame.context, uprightLabel(one, span, y, notes, frame)),
    ),
  ];
}

interface Room {
  /** Where free room begins, and its width. */
  readonly start: number;
  readonly width: number;
}

/** What is free on the right of a mark and of its value. */
function roomBeside(observation: Present, line: Line, frame: PlotArea): Room {
  const cx = frame.x(observation.value);
  const text = shortValue(observation, frame.context);
  const side = preferredSide(observation, line);
  const place = labelPlace(text, cx, frame, side);
  const ends = line.observations.map((other) => frame.x(other.value));
  const rightmost = Math.max(cx, ...ends);
  const start =
    rightmost > cx || place.isLeft
      ? rightmost + (rightmost > cx ? place.width + 20 : 0) + RADIUS + 8
      : cx + RADIUS + 7 + place.width + 10;
  const isTaken = line.observations.some(({ qualifier }) => isBound(qualifier));
  return { start, width: isTaken ? 0 : frame.width - start - 4 };
}

/** A note's text after a short stroke on the right of its mark, else its number. */
function besideMark(
  one: Annotation,
  observation: Present,
  line: Line,
  notes: Notes,
  frame: PlotArea,
): Child {
  const { context } = frame;
  const cx = frame.x(observation.value);
  const { start, width } = roomBeside(observation, line, frame);
  const lines = fitted(one.text, width - 16, line.height >= 40 ? 2 : 1);
  if (lines === null) {
    // Where the right is full, over the mark: its value may stand on either side.
    const isFree = width >= 20;
    const x = isFree ? start + 9 : Math.max(10, Math.min(cx, frame.width - 10));
    const y = isFree ? line.y : line.y - 21;
    return noteMark(one, notes, context, badge(one, x, y, context));
  }
  notes.written.add(one);
  const { svg } = context.build;
  const y = line.y - (lines.length * note.line) / 2;
  return noteMark(
    one,
    notes,
    context,
    svg("path", { class: "note-lead", d: `M${px(start)},${line.y}h10` }),
    svg("rect", {
      class: "hit",
      x: px(start),
      y: line.y - 12,
      width: px(Math.max(...lines.map((text) => textWidth(text, note.font))) + 14),
      height: 24,
    }),
    noteText(lines, { x: start + 14, y }, "start", context),
  );
}

/** The notes on single figures, after all marks, so that they come last by the arrow keys. */
export function besideMarks(notes: Notes, groups: readonly Group[], frame: PlotArea): Child {
  const lines = groups.flatMap((group) => group.lines);
  return notes.all.map((one) => {
    for (const line of lines)
      for (const observation of line.observations)
        if (observation === one.observation)
          return besideMark(one, observation, line, notes, frame);
    return null;
  });
}
