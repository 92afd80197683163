import * as Plot from "@observablehq/plot";
import { formatNumber, say, type Word } from "../../words/index.ts";
import { isMapping } from "../../notebook/chart-cell/index.ts";
import type { ChartSpec, FigureContext } from "../../figures/index.ts";
import type { ReadyMark } from "./marks.ts";
import { needsBands } from "./time.ts";
import { listed } from "./transforms.ts";
import { channelValue, planOf } from "./whole/index.ts";

/**
 * The most that one drawing makes, counted before it is made: what a page draws without being held,
 * and far more than can be read.
 */
const most = {
  /** Marks of all layers. */
  marks: 30_000,
  /** Drawings side by side and below each other. */
  facets: 400,
  /** Names along an axis. */
  names: 2_000,
  /** Steps of an interval from one end to the other, and bins along an axis. */
  steps: 5_000,
  /** Dots that find their places beside each other: each is tried against all. */
  dodged: 1_000,
  /** Lines and areas of a mark, each of which is stacked or drawn by itself. */
  series: 1_000,
  /** Values that windows take up again at each step, where the reducer starts anew. */
  windowed: 1_000_000,
} as const;

/** More than a drawing has room for. It has words for readers, which `inWords` finds. */
class TooMuch extends Error {
  override readonly name = "TooMuch";
  readonly word: Word;
  readonly values: readonly (string | number)[];
  constructor(word: Word, ...values: (string | number)[]) {
    super(`${word}: ${values.join(", ")}`);
    this.word = word;
    this.values = values;
  }
}

function check(what: keyof typeof most, count: number, ...named: (string | number)[]): void {
  if (count > most[what]) throw new TooMuch(`limit.${what}`, count, most[what], ...named);
}

/** An error as readers are told it: what is too much, how much it is, what to write instead. */
export function inWords(error: unknown, { language }: FigureContext): unknown {
  if (!(error instanceof TooMuch)) return error;
  const values = error.values.map((value) =>
    typeof value === "number" ? formatNumber(value, language) : value,
  );
  return new Error(say(language, error.word, ...values));
}

/** How many bins a rule makes of values; more than can be drawn are refused. */
export function checkedBins(count: number): number {
  check("steps", count, "thresholds");
  return count;
}

const DAY = 86_400_000;
/** In ms, the shortest that each is. */
const lengths: Readonly<Record<string, number>> = {
  day: DAY,
  month: 28 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
};

interface Interval {
  range(low: number | Date, high: number | Date): unknown[];
}

/** An interval of Plot's that counts its steps before it makes them. */
export function countedInterval(step: unknown): unknown {
  if (typeof step !== "number" && typeof step !== "string") return step;
  const interval = (typeof step === "number"
    ? Plot.numberInterval(step)
    : Plot.utcInterval(step as "day")) as unknown as Interval;
  const length = typeof step === "number" ? step : (lengths[step] ?? DAY);
  const range = (low: number | Date, high: number | Date): unknown[] => {
    check("steps", Math.floor(Math.abs(Number(high) - Number(low)) / length), `interval: ${step}`);
    return interval.range(low, high);
  };
  return Object.assign(Object.create(interval) as object, { range });
}

/** The different values of a channel, over all marks. */
function valuesOf(marks: readonly ReadyMark[], names: readonly string[]): Set<unknown> {
  const values = marks.flatMap(({ rows, channels }) =>
    names.flatMap((name) => {
      const channel = channels.get(name);
      if (channel?.kind !== "column") return [];
      return rows.map((row) => channelValue(row, name, channel));
    }),
  );
  return new Set(values.map((value) => (value instanceof Date ? value.getTime() : value)));
}

/** How many names an axis has: each value is one where the scale is of bands, else each text. */
function namesOn(axis: "x" | "y", marks: readonly ReadyMark[], spec: ChartSpec): number {
  const own = spec[axis];
  const type = isMapping(own) ? own["type"] : undefined;
  const isOfBands =
    type === undefined ? needsBands(axis, spec) : type === "band" || type === "point";
  const values = [...valuesOf(marks, [axis])];
  return isOfBands ? values.length : values.filter((value) => typeof value === "string").length;
}

/** Rows that first stand beside each other, as many as there are. */
function dodgedIn({ rows, channels }: ReadyMark, mark: ChartSpec): number {
  const isDodged = listed(mark["transform"]).some(([name]) => name.startsWith("dodge"));
  return isDodged && planOf(mark["transform"], channels) === null ? rows.length : 0;
}

/** Series of a line or an area, by its `z` or what else tells them apart. */
function seriesIn(mark: ReadyMark): number {
  if (!/^(?:line|area)/.test(mark.name)) return 0;
  return Math.max(...["z", "stroke", "fill"].map((name) => valuesOf([mark], [name]).size));
}

/** Reducers that Plot carries from one window to the next. */
const carried: readonly unknown[] = ["mean", "sum", "difference", "ratio", "first", "last"];

function windowedIn({ rows }: ReadyMark, mark: ChartSpec): number {
  const works = listed(mark["transform"]).map(([name, own]) => {
    const { k, reduce = "mean" }: ChartSpec = isMapping(own) ? own : { k: own };
    return name.startsWith("window") && !carried.includes(reduce) ? rows.length * Number(k) : 0;
  });
  return Math.max(0, ...works.filter(Number.isFinite));
}

/** Refuses what would hold the page or could not be read, before it is drawn. */
export function checkRoom(
  marks: readonly ReadyMark[],
  rawMarks: readonly ChartSpec[],
  spec: ChartSpec,
): void {
  const single = marks.filter(
    ({ channels }, i) => planOf(rawMarks[i]?.["transform"], channels) === null,
  );
  check(
    "marks",
    single.reduce((sum, { rows }) => sum + rows.length, 0),
  );
  const [across, down] = [["fx"], ["fy"]].map((names) => valuesOf(marks, names).size);
  check("facets", Math.max(1, across ?? 1) * Math.max(1, down ?? 1));
  for (const axis of ["x", "y"] as const) check("names", namesOn(axis, marks, spec), axis);
  for (const [i, mark] of marks.entries()) {
    check("dodged", dodgedIn(mark, rawMarks[i] ?? {}));
    check("series", seriesIn(mark));
    check("windowed", windowedIn(mark, rawMarks[i] ?? {}));
  }
}
