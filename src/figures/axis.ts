import { extent, nice, ticks as linearTicks } from "d3-array";
import { type Measure, tickText } from "../words/index.ts";
import type { Language } from "../domain/index.ts";
import type { Present } from "./observation.ts";
import { type ChartSpec, choice, interval } from "./spec.ts";

/** How values become places. */
export interface ScaleType {
  readonly type: "log" | "linear";
  readonly domain: readonly [number, number];
}

/** The scale of a panel, its ticks and what they say. */
export interface Axis extends ScaleType {
  readonly ticks: readonly number[];
  /** The tick that says the unit; undefined for an axis of nothing but zero. */
  readonly named: number | undefined;
  readonly label: (value: number) => string;
}

/** From a value to its place between the two ends of `range`; what is off the domain is off it. */
export function scaleOf(
  { type, domain }: ScaleType,
  [start, end]: readonly [number, number],
): (value: number) => number {
  const to = type === "log" ? Math.log : (value: number) => value;
  const low = to(domain[0]);
  const length = to(domain[1]) - low;
  return (value) => {
    const share = (to(value) - low) / length;
    // Exact at both ends, which `start + share * (end - start)` is not.
    return start * (1 - share) + end * share;
  };
}

/** Where a length on a scale begins; null where no length means anything: zero is not on it. */
export function zeroOn({ type, domain }: ScaleType): 0 | null {
  return type === "linear" && Math.min(...domain) <= 0 && Math.max(...domain) >= 0 ? 0 : null;
}

/** Powers of ten, with twice and five times as much where they are few. */
export function logTicks(low: number, high: number, count: number): number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))];
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const step = Math.max(1, Math.ceil(powers.length / count));
  const kept = powers.filter((_, i) => i % step === 0);
  const factors = powers.length * 3 <= count + 3 ? [1, 2, 5] : [1];
  const ticks = kept.flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)));
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return inside.length > 0 ? inside : [low];
}

function logDomain(low: number, high: number): [number, number] {
  const bottom = 10 ** Math.floor(Math.log10(low));
  return [bottom, Math.max(high * 1.25, bottom * 10)];
}

/** Zero is always on it, whichever side the values are on. */
function linearDomain(low: number, high: number): [number, number] {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  return nice(bottom, bottom === top ? 1 : top, 4);
}

/** A spec's domain reaches as far as its values do: nothing is drawn outside the frame. */
function widened(
  domain: readonly [number, number] | null,
  low: number,
  high: number,
): readonly [number, number] | null {
  return domain && [Math.min(domain[0], low), Math.max(domain[1], high)];
}

/** From this ratio on, the smaller of two values is lost on a linear axis. */
const WIDE_RATIO = 30;

/** A logarithm where values differ widely and none is zero or less. */
function fitting(low: number, high: number): Axis["type"] {
  return low > 0 && high / low >= WIDE_RATIO ? "log" : "linear";
}

/** A length is read from zero: an axis without it would make every length a lie. */
function refuseOffZero(spec: ChartSpec): void {
  if (spec["scale"] === "log")
    throw new Error("unsupported scale: log (a bar is as long as its value; use dots)");
  const domain = interval(spec, "domain");
  if (domain && (Math.min(...domain) > 0 || Math.max(...domain) < 0))
    throw new Error(`unsupported domain: ${domain.join(", ")} (a bar begins at zero; use dots)`);
}

/**
 * The scale of one panel. A logarithm has no place for zero or less: where such a value is stated,
 * the panel's scale is linear, whatever the spec wants.
 */
export function scaleTypeOf(
  spec: ChartSpec,
  observations: readonly Present[],
  { fromZero = false }: { readonly fromZero?: boolean } = {},
): ScaleType {
  if (fromZero) refuseOffZero(spec);
  const wanted = choice(spec, "scale", ["linear", "log", "auto"] as const, "linear");
  const [low = 1, high = 1] = extent(observations, ({ value }) => value);
  const type = fromZero ? "linear" : wanted === "auto" || low <= 0 ? fitting(low, high) : wanted;
  const domain =
    widened(interval(spec, "domain"), low, high) ??
    (type === "log" ? logDomain(low, high) : linearDomain(low, high));
  if (type === "log" && Math.min(...domain) <= 0)
    throw new Error(`invalid domain: log from ${Math.min(...domain)}`);
  return { type, domain };
}

/** A scale with as many ticks as a width in px has room for, labelled in the unit of its values. */
export function axisOf(
  { type, domain }: ScaleType,
  measure: Measure,
  width: number,
  language: Language,
): Axis {
  const count = width < 420 ? 3 : 5;
  const ticks = type === "log" ? logTicks(...domain, count) : linearTicks(...domain, count);
  // The unit stands once, at the first tick that has room for it: zero needs none.
  const named = ticks.find((tick) => tick !== 0);
  return {
    type,
    domain,
    ticks,
    named,
    label: (value) => tickText(value, measure, language, { isNamed: value === named }),
  };
}
