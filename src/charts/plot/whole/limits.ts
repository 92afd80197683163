import * as Plot from "@observablehq/plot";
import { checkedBins, countedInterval } from "../room.ts";

/** What the engine says of the values of an axis. */
export interface Spread {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly deviation: number | null;
  readonly quartiles: readonly [number, number];
}

type Limits = readonly (number | Date)[];

/** How many bins Plot would make; the rules are those of d3-array. */
function countOfBins(rule: unknown, { count, low, high, deviation, quartiles }: Spread): number {
  if (rule === "sturges") return Math.max(1, Math.ceil(Math.log(count) / Math.LN2) + 1);
  if (rule === "freedman-diaconis") {
    const width = quartiles[1] - quartiles[0];
    return count && width ? Math.ceil((high - low) / (2 * width * count ** (-1 / 3))) : 1;
  }
  const scott =
    count && deviation ? Math.ceil(((high - low) * Math.cbrt(count)) / (3.49 * deviation)) : 1;
  return rule === "scott" ? scott : Math.min(200, scott);
}

interface Bins {
  readonly x1: { transform(): Limits };
  readonly x2: { transform(): Limits };
  transform(data: Limits, facets: readonly (readonly number[])[]): unknown;
}

/** The limits of all bins, as Plot sets them for values between the lowest and the highest. */
export function limitsOf(
  own: Readonly<Record<string, unknown>>,
  spread: Spread,
  isTime: boolean,
): Limits {
  const { thresholds, interval } = own;
  if (Array.isArray(thresholds)) return thresholds as number[];
  const options =
    typeof thresholds === "number" || interval === undefined || thresholds !== undefined
      ? {
          thresholds:
            typeof thresholds === "number"
              ? thresholds
              : checkedBins(countOfBins(thresholds, spread)),
        }
      : { interval: countedInterval(interval) };
  const ends = [spread.low, spread.high].map((end) => (isTime ? new Date(end) : end));
  const bins = Plot.binX(
    { filter: null, y: "count" } as never,
    { x: (value: unknown) => value, ...options } as never,
  ) as unknown as Bins;
  bins.transform(ends, [[0, 1]]);
  const [from, to] = [bins.x1.transform(), bins.x2.transform()];
  const [last] = to.slice(-1);
  const isCollapsed = from.length === 1 && Number(from[0]) === Number(last);
  return last === undefined || isCollapsed ? from : [...from, last];
}
