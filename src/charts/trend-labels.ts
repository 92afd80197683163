import { isBound } from "../domain/index.ts";
import {
  changeBetween,
  changeText,
  type Point,
  type Present,
  type Series,
  shortValue,
  type Step,
} from "../figures/index.ts";
import { type Box, placeLabel } from "./place.ts";
import { BOLD, textWidth } from "./text.ts";
import { breakAt } from "./trend-break.ts";
import { at, type TrendScales, size, zeroBox } from "./trend-scales.ts";

/** A text with the place that it found. */
export interface Label {
  readonly text: string;
  readonly box: Box;
}

export interface Labels {
  readonly points: ReadonlyMap<Point, Label>;
  /** How much the values hide, in square px: 0 where the panel has room for them. */
  readonly hidden: number;
  /** Only those changes that have room: they are ours, and the values say the same. */
  readonly changes: ReadonlyMap<Step, Label & { readonly observation: Present }>;
}

const HEIGHT = 15;

function widthOf(text: string): number {
  return textWidth(text, size.label) * BOLD;
}

function around(x: number, y: number, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** What no label may cover: symbols, spans, cuts, and the way of every line. */
export function occupied(series: Series, frame: TrendScales): Box[] {
  const { points, steps } = series;
  const marks = points.flatMap((point) => {
    const { x, y } = at(point, frame);
    const [start, end] = [frame.x(point.start), frame.x(point.end)];
    return [around(x, y, 18, 18), { x: start, y: y - 2, width: end - start, height: 4 }];
  });
  const ways = steps.flatMap((step) => {
    if (step.cut) {
      const { x, y } = breakAt(step, frame);
      return [around(x, y, 18, 18)];
    }
    const [a, b] = [at(step.from, frame), at(step.to, frame)];
    return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((t) =>
      around(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, 6, 6),
    );
  });
  return [...marks, ...ways, ...zeroBox(series, frame)];
}

/** Below where all lines come from above, else above; a floor's arrow leaves only below. */
function isValley(point: Point, { steps }: Series): boolean {
  const others = steps.flatMap(({ from, to, cut }) =>
    cut !== null ? [] : from === point ? [to] : to === point ? [from] : [],
  );
  const isLowest = others.every(({ figure }) => figure.value > point.figure.value);
  return isBound(point.observation.qualifier) || (others.length > 0 && isLowest);
}

function pointPlaces(point: Point, text: string, series: Series, frame: TrendScales): Box[] {
  const { x, y } = at(point, frame);
  const width = widthOf(text);
  const [above, below] = [-19, 19];
  const [first, second] = isValley(point, series) ? [below, above] : [above, below];
  const aside = width / 2 + 13;
  const off = (dy: number) => around(x, y + dy, width, HEIGHT);
  const beside = (dx: number) => around(x + dx, y, width, HEIGHT);
  const places = [
    ...[off(first), off(second), beside(aside), beside(-aside)],
    ...[off(first * 1.8), off(second * 1.8)],
  ];
  const inside = places.filter((box) => box.y >= frame.head && box.y + HEIGHT <= lowest(frame));
  return inside.length > 0 ? inside : places;
}

/** Where the marks of years without a figure begin. */
const lowest = ({ bottom }: TrendScales): number => bottom + size.below - 4;

/** Over the middle of a line, or beside it on the side where it leaves room. */
function changePlaces({ from, to }: Step, text: string, frame: TrendScales): Box[] {
  const [a, b] = [at(from, frame), at(to, frame)];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const width = widthOf(text);
  const aside = (width / 2 + 8) * (b.y < a.y ? 1 : -1);
  return [
    around(x, y - 15, width, HEIGHT),
    around(x, y + 15, width, HEIGHT),
    around(x + aside, y + 9, width, HEIGHT),
    around(x - aside, y - 9, width, HEIGHT),
    around(x + aside, y + 18, width, HEIGHT),
    around(x - aside, y - 18, width, HEIGHT),
  ];
}

/**
 * Places for all labels of a panel: values first, then the changes that still have room. What they
 * take is added to `taken`.
 */
export function labelsOf(series: Series, taken: Box[], frame: TrendScales): Labels {
  const points = new Map<Point, Label>();
  let over = 0;
  for (const point of series.points) {
    const text = shortValue(point.observation, frame.context);
    const { box, hidden } = placeLabel(pointPlaces(point, text, series, frame), taken, frame.width);
    over += hidden;
    taken.push(box);
    points.set(point, { text, box });
  }
  const changes = new Map<Step, Label & { observation: Present }>();
  for (const step of series.steps) {
    const { from, to } = step;
    const { observation } = changeBetween(from.observation, to.observation, frame.context);
    if (!observation) continue;
    const text = changeText(observation, frame.context);
    const { box, hidden } = placeLabel(changePlaces(step, text, frame), taken, frame.width);
    if (hidden > 0) continue;
    taken.push(box);
    changes.set(step, { text, box, observation });
  }
  return { points, changes, hidden: over };
}
