import * as Plot from "@observablehq/plot";
import type { MarkName } from "../../notebook/chart-cell/index.ts";
import type { Row } from "../../figures/index.ts";
import { valueIn, type Channel } from "./columns.ts";
import { applyTransforms, listed } from "./transforms.ts";

type Options = Record<string, unknown>;
type Axis = "x" | "y";

interface Column {
  transform(data?: unknown): ArrayLike<unknown>;
}

interface Reshaped {
  readonly data: ArrayLike<unknown>;
  readonly facets: unknown;
}
type Reshape = (data: unknown, facets: unknown, plot: unknown) => Reshaped;

/** Gaps of a mark: rows that keep their place though they have no value. */
export interface Gaps {
  readonly rows: ReadonlySet<Row>;
  readonly axes: readonly Axis[];
  readonly channels: ReadonlyMap<string, Channel>;
  /** Where rows are grouped, the place of a row's group. */
  readonly placeOf?: (row: Row) => string;
}

/** What Plot has of an element: a row, or those of a group. */
function rowsIn(datum: unknown): Row[] {
  return Array.isArray(datum) ? (datum as Row[]) : [datum as Row];
}

/** The place at which several layers break together: a height over a missing layer is false. */
function placeOf(row: Row, gaps: Gaps): string {
  const { axes, channels } = gaps;
  if (gaps.placeOf) return gaps.placeOf(row);
  const [axis] = axes;
  const others = axes.length > 1 ? [] : [axis === "x" ? "y" : "x"];
  return JSON.stringify(
    [...others, "fx", "fy"].map((name) => {
      const channel = channels.get(name);
      return channel?.kind === "column" ? valueIn(row, channel) : null;
    }),
  );
}

/** Channels that have no value where `isGap` says so of the row, after whatever transforms made them. */
function masked(
  options: Options,
  axis: Axis,
  isGap: (row: unknown, i: number) => boolean,
): Options {
  let data: ArrayLike<unknown> = [];
  const before = options["transform"] as Reshape | undefined;
  const transform: Reshape = (own, facets, plot) => {
    const result = before ? before(own, facets, plot) : { data: own as ArrayLike<unknown>, facets };
    ({ data } = result);
    return result;
  };
  const column = (name: string): [string, unknown][] => {
    const made = options[name] as Column | undefined;
    if (typeof made?.transform !== "function") return [];
    const values = (own: unknown) =>
      Array.from(made.transform(own), (value, i) => (isGap(data[i], i) ? NaN : value));
    return [[name, { ...made, transform: values }]];
  };
  const names = [axis, `${axis}1`, `${axis}2`];
  return { ...options, transform, ...Object.fromEntries(names.flatMap(column)) };
}

type Transform = ReturnType<typeof listed>[number];

const specOf = (transforms: readonly Transform[]) =>
  transforms.map(([name, value]) => ({ [name]: value }));

/** True where a window, or a sum of all before, holds a gap: it has no value of its own. */
function overGaps(
  transforms: readonly Transform[],
  isGap: (datum: unknown) => boolean,
  options: Options,
): Options | null {
  const [first, ...rest] = transforms;
  const [, kind, axisName] = /^(window|map)([XY])$/.exec(first?.[0] ?? "") ?? [];
  if (!first || !axisName) return null;
  const axis = axisName.toLowerCase() as Axis;
  const own = first[1] ?? {};
  if (kind === "map" && own[axis] !== "cumsum") return null;
  const spread = kind === "map" ? "cumsum" : Plot.window({ ...own, reduce: "max" } as never);
  const count = (data: Iterable<unknown>) => Array.from(data, (one) => (isGap(one) ? 1 : 0));
  const marked = applyTransforms([{ [first[0]]: own }], options);
  const held = Plot.map(
    { held: spread } as never,
    {
      ...marked,
      held: { transform: count },
    } as never,
  ) as Options;
  const { held: flags, ...mapped } = held;
  let values: ArrayLike<unknown> | null = null;
  const isOver = (_: unknown, i: number): boolean => {
    values ??= (flags as Column).transform();
    return Number(values[i]) > 0;
  };
  return applyTransforms(specOf(rest), masked(mapped, axis, isOver));
}

/**
 * The transforms of a mark over rows with gaps: whatever they make, a gap stays one, a window or
 * a running sum that holds one has no value, and stacked areas break together.
 */
export function withGaps(
  name: MarkName,
  transform: unknown,
  options: Options,
  gaps: Gaps,
): Options {
  if (gaps.rows.size === 0) return applyTransforms(transform, options);
  const [axis] = gaps.axes;
  const isWhole = (datum: unknown): boolean => {
    const rows = rowsIn(datum);
    return rows.length > 0 && rows.every((row) => gaps.rows.has(row));
  };
  const all = listed(transform);
  const isGrouped = gaps.placeOf !== undefined && axis !== undefined;
  const own = isGrouped ? all.slice(1) : all;
  // A sum over nothing is no zero, whatever comes after it.
  const base = isGrouped
    ? masked(applyTransforms(specOf(all.slice(0, 1)), options), axis, isWhole)
    : options;
  const ready = overGaps(own, isWhole, base) ?? applyTransforms(specOf(own), base);
  if (axis === undefined) return ready;
  const isArea = name.startsWith("area");
  const hasEnds = ready[`${axis}1`] !== undefined || ready[`${axis}2`] !== undefined;
  const stack = (axis === "x" ? Plot.stackX : Plot.stackY) as (
    own: Options,
    options: Options,
  ) => Options;
  const stacked = isArea && !hasEnds ? stack({}, ready) : ready;
  const places = new Set([...gaps.rows].map((row) => placeOf(row, gaps)));
  const isGap = (datum: unknown): boolean => {
    const [row] = rowsIn(datum);
    return isWhole(datum) || (isArea && row !== undefined && places.has(placeOf(row, gaps)));
  };
  return masked(stacked, axis, isGap);
}

/** A square at the edge of the drawing where a value is missing; the list below names it. */
export function gapMarks(gaps: Gaps, options: Options): Plot.Markish[] {
  const [axis] = gaps.axes;
  if (gaps.rows.size === 0 || axis === undefined) return [];
  const along = axis === "y" || gaps.axes.length > 1 ? "x" : "y";
  if (gaps.channels.get(along)?.kind !== "column") return [];
  const place = Object.fromEntries(
    [along, "fx", "fy"].flatMap((name) =>
      gaps.channels.get(name)?.kind === "column" ? [[name, options[name]]] : [],
    ),
  );
  return [
    Plot.dot([...gaps.rows], {
      ...place,
      ...{ frameAnchor: along === "x" ? "bottom" : "left", symbol: "square", r: 3.5 },
      ...{ stroke: "var(--quiet)", fill: "var(--paper)", strokeWidth: 1.2 },
      ...{ className: "gap", ariaHidden: "true" },
    } as never),
  ];
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Where a line or an area has one point between two gaps, which its path would not show. */
export function lonePoints(path: Element): readonly Segment[] {
  const pieces = (path.getAttribute("d") ?? "").split(/(?=M)/);
  return pieces.flatMap((piece) => {
    const numbers = piece.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)?.map(Number) ?? [];
    const [x = NaN, y = NaN, x2 = x, y2 = y] = numbers;
    const isLone = numbers.length === 2 || (numbers.length === 4 && (x === x2 || y === y2));
    return isLone && !/[A-KN-Y]/i.test(piece.replace(/[MLZ]/g, ""))
      ? [[x, y, x2, y2] as const]
      : [];
  });
}
