import { isMapping, type TransformName } from "../../../notebook/chart-cell/index.ts";
import type { Channel, ColumnChannel } from "../columns.ts";
import { listed } from "../transforms.ts";

type Options = Readonly<Record<string, unknown>>;
type Axis = "x" | "y";

/** How a mark's first transform makes few rows of many. */
export interface Plan {
  readonly name: TransformName;
  readonly own: Options;
  /** Axes that are binned. */
  readonly bins: readonly Axis[];
  /** Channels whose values part the groups, facets among them. */
  readonly keys: readonly string[];
  /** Channels that a reducer makes, with its name. */
  readonly outputs: readonly (readonly [channel: string, reducer: string])[];
  readonly isCumulative: boolean;
}

const options = ["thresholds", "interval", "cumulative"];
/** Reducers that say where a group or bin stands: Plot knows it. */
const placed = /^[xy][12]?$/;

const axes: Readonly<Partial<Record<TransformName, readonly Axis[]>>> = {
  groupX: ["x"],
  groupY: ["y"],
  groupZ: [],
  group: ["x", "y"],
  binX: ["x"],
  binY: ["y"],
  bin: ["x", "y"],
  select: [],
};

function isColumn(channel: Channel | undefined): channel is ColumnChannel {
  return channel?.kind === "column";
}

/** The channel by which Plot parts series; of a group the first one that no reducer makes. */
function seriesOf(channels: ReadonlyMap<string, Channel>, made: ReadonlySet<string>): string[] {
  const found = ["z", "fill", "stroke"].find(
    (name) => isColumn(channels.get(name)) && !made.has(name),
  );
  return found === undefined ? [] : [found];
}

/** The axis that a bin leaves to be grouped, unless a reducer makes it. */
function besides(bins: readonly Axis[], made: ReadonlySet<string>): Axis[] {
  const [bin] = bins;
  if (bin === undefined || bins.length > 1) return [];
  const other = bin === "x" ? "y" : "x";
  return [other, `${other}1`, `${other}2`].some((name) => made.has(name)) ? [] : [other];
}

/** Null where the first transform, if there is one, leaves as many marks as rows. */
export function planOf(transform: unknown, channels: ReadonlyMap<string, Channel>): Plan | null {
  const [first] = listed(transform);
  if (!first) return null;
  const [name, given] = first;
  const own: Options = isMapping(given) ? given : {};
  const over = axes[name];
  if (!over) return null;
  const outputs = Object.entries(own).flatMap(([channel, reducer]) =>
    typeof reducer === "string" && !options.includes(channel) && !placed.test(reducer)
      ? [[channel, reducer] as const]
      : [],
  );
  const isSelection = name === "select";
  const made = new Set(isSelection ? [] : Object.keys(own).filter((key) => !options.includes(key)));
  const bins = name.startsWith("bin") ? over : [];
  const grouped = name.startsWith("bin") ? besides(bins, made) : over;
  const keys = ["fx", "fy", ...grouped].filter((key) => isColumn(channels.get(key)));
  return {
    ...{ name, own, bins, outputs: isSelection ? [] : outputs },
    keys: [...keys, ...seriesOf(channels, made)],
    isCumulative: own["cumulative"] === true,
  };
}
