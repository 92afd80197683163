import * as Plot from "@observablehq/plot";
import { thresholdFreedmanDiaconis, thresholdScott } from "d3-array";
import { isMapping, type TransformName } from "../../notebook/chart-cell/index.ts";
import { checkedBins, countedInterval } from "./room.ts";

type Options = Record<string, unknown>;
type Apply = (own: Options, options: Options) => Options;

/** Plot's transforms that take outputs or options first. */
const two = (transform: unknown): Apply => transform as Apply;

const selections: Readonly<Record<string, unknown>> = {
  first: Plot.selectFirst,
  last: Plot.selectLast,
  minX: Plot.selectMinX,
  minY: Plot.selectMinY,
  maxX: Plot.selectMaxX,
  maxY: Plot.selectMaxY,
};

const binOptions = ["thresholds", "interval", "cumulative"];

const rules: Readonly<Record<string, (values: never, low: never, high: never) => number>> = {
  "freedman-diaconis": thresholdFreedmanDiaconis,
  scott: thresholdScott,
};

/** Neither an interval nor a rule makes more bins than can be drawn. */
function binOption(name: string, value: unknown): unknown {
  if (name === "interval") return countedInterval(value);
  const rule = name === "thresholds" && typeof value === "string" ? rules[value] : undefined;
  if (!rule) return value;
  return (values: unknown, low: unknown, high: unknown) =>
    checkedBins(rule(values as never, low as never, high as never));
}

/** Options of a bin stand among the channels in Plot. */
function bins(transform: unknown): Apply {
  return ({ limits, ...own }, options) => {
    if (limits instanceof Map) return two(transform)(...limited(own, options, limits));
    const outputs = Object.fromEntries(
      Object.entries(own).filter(([name]) => !binOptions.includes(name)),
    );
    const more = Object.fromEntries(
      binOptions.flatMap((n) => (n in own ? [[n, binOption(n, own[n])]] : [])),
    );
    return two(transform)(outputs, { ...options, ...more });
  };
}

/** Each axis with limits of its own, which the rows alone would not give. */
function limited(
  { thresholds: _, ...outputs }: Options,
  options: Options,
  limits: ReadonlyMap<string, unknown>,
): [Options, Options] {
  const axes = [...limits].map(([axis, thresholds]) => [
    axis,
    { value: options[axis], thresholds },
  ]);
  return [outputs, { ...options, ...Object.fromEntries(axes) }];
}

const table: Readonly<Record<TransformName, Apply>> = {
  groupX: two(Plot.groupX),
  groupY: two(Plot.groupY),
  groupZ: two(Plot.groupZ),
  group: two(Plot.group),
  binX: bins(Plot.binX),
  binY: bins(Plot.binY),
  bin: bins(Plot.bin),
  stackX: two(Plot.stackX),
  stackY: two(Plot.stackY),
  normalizeX: ({ basis }, options) => two(Plot.normalizeX)(basis as Options, options),
  normalizeY: ({ basis }, options) => two(Plot.normalizeY)(basis as Options, options),
  windowX: two(Plot.windowX),
  windowY: two(Plot.windowY),
  mapX: ({ x }, options) => two(Plot.mapX)(x as Options, options),
  mapY: ({ y }, options) => two(Plot.mapY)(y as Options, options),
  dodgeX: two(Plot.dodgeX),
  dodgeY: two(Plot.dodgeY),
  hexbin: ({ binWidth, ...outputs }, options) =>
    two(Plot.hexbin)(outputs, { ...options, ...(binWidth === undefined ? {} : { binWidth }) }),
  select: ({ take }, options) =>
    (selections[String(take ?? "last")] as (options: Options) => Options)(options),
};

/** A transform or a list of them, as a list of name and options. */
export function listed(transform: unknown): [TransformName, Options][] {
  const list: unknown[] = Array.isArray(transform) ? transform : [transform];
  return list.flatMap((one) =>
    isMapping(one) ? (Object.entries(one) as [TransformName, Options][]) : [],
  );
}

/** True where a mark's length is the sum of its rows. */
export function hasSum(transform: unknown): boolean {
  return listed(transform).some(
    ([, own]) => isMapping(own) && (own["x"] === "sum" || own["y"] === "sum"),
  );
}

/** How a mark's transforms sum up the rows of a group, by channel. */
export function reducersOf(transform: unknown): Map<string, string> {
  const sums = listed(transform).filter(([name]) => /^(?:group|bin|hexbin)/.test(name));
  const entries = sums.flatMap(([, own]) => Object.entries(own ?? {}));
  return new Map(
    entries.flatMap(([channel, how]) =>
      typeof how === "string" && !binOptions.includes(channel) ? [[channel, how]] : [],
    ),
  );
}

/** Transforms whose first bins by limits that further rows must not move. */
export function withLimits(transform: unknown, limits: ReadonlyMap<string, unknown>): unknown {
  const [[name, own] = [], ...rest] = listed(transform);
  if (!name?.startsWith("bin")) return transform;
  const { interval: _, ...outputs } = own ?? {};
  return [{ [name]: { ...outputs, limits } }, ...rest.map(([key, value]) => ({ [key]: value }))];
}

/** True where a mark's transforms leave values in the unit of their rows: shares and ranks do not. */
export function keepsUnit(transform: unknown): boolean {
  return listed(transform).every(
    ([name, own]) => !/^(?:normalize|map|window)/.test(name) && own?.["offset"] === undefined,
  );
}

/**
 * Transforms whose first sums up rows that are sums already: each group is one row and what a
 * reducer would make is its value, so that the first value of a group is the group's.
 */
export function ofSums(transform: unknown, limits: ReadonlyMap<string, unknown>): unknown {
  const [first, ...rest] = listed(transform);
  if (!first) return transform;
  const [name, own] = first;
  const outputs = Object.entries(own ?? {}).map(([channel, how]) => {
    const isOutput = typeof how === "string" && !binOptions.includes(channel);
    return [channel, isOutput && !/^[xy][12]?$/.test(how) ? "first" : how];
  });
  const summed: Options = Object.fromEntries(outputs);
  if (name.startsWith("bin")) {
    delete summed["interval"];
    summed["limits"] = limits;
  }
  return [
    { [name]: name === "select" ? own : summed },
    ...rest.map(([key, value]) => ({ [key]: value })),
  ];
}

const groups = /^(?:group|bin|hexbin)/;

/**
 * A shape follows its group, as its colour does. What is written or measured follows from no one
 * row of a group: without a reducer Plot would draw nothing.
 */
function withShape(name: TransformName, own: Options, options: Options): Options {
  if (!groups.test(name)) return own;
  const isColumn = (channel: string) => isMapping(options[channel]);
  for (const channel of ["r", "text"])
    if (isColumn(channel) && own[channel] === undefined)
      throw new Error(`missing reducer: ${channel} (in ${name}, such as ${channel}: first)`);
  return isColumn("symbol") ? { symbol: "first", ...own } : own;
}

/** The transforms of a mark on its options, the first of them first. */
export function applyTransforms(transform: unknown, options: Options): Options {
  return listed(transform).reduce((result, [name, own]) => {
    const apply = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!apply) throw new Error(`unknown transform: ${name}`);
    return apply(withShape(name, own ?? {}, result), result);
  }, options);
}
