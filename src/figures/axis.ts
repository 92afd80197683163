import { extent, nice, ticks as linearTicks } from "d3-array";
import { shortNumber, shortQuantity } from "../words/index.ts";
import type { Language } from "../domain/index.ts";
import { ends, type Present } from "./observation.ts";
import { type ChartSpec, choice, interval } from "./spec.ts";

/** How values become places. */
export interface ScaleType {
  readonly type: "log" | "linear";
  readonly domain: readonly [number, number];
}

/** The scale of a panel, its ticks and what they say. */
export interface Axis extends ScaleType {
  readonly ticks: readonly number[];
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

function powersOfTen([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
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

/** 1亿元 and CNY 1M, as nobody else's axis writes them. */
export function tickLabel(
  value: number,
  unit: string,
  language: Language,
  isFirst: boolean,
): string {
  if (value === 0) return "0";
  if (!unit.startsWith("万元"))
    return unit === "%" ? shortQuantity({ value, unit }, language) : shortNumber(value, language);
  if (language === "zh") return shortQuantity({ value, unit: "万元" }, "zh");
  const compact = new Intl.NumberFormat("en", { notation: "compact" }).format(value * 10_000);
  return isFirst ? `CNY ${compact}` : compact;
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
  const [low = 1, high = 1] = extent(observations.flatMap(ends));
  const type = fromZero ? "linear" : wanted === "auto" || low <= 0 ? fitting(low, high) : wanted;
  const domain =
    widened(interval(spec, "domain"), low, high) ??
    (type === "log" ? logDomain(low, high) : linearDomain(low, high));
  if (type === "log" && Math.min(...domain) <= 0)
    throw new Error(`invalid domain: log from ${Math.min(...domain)}`);
  return { type, domain };
}

/** A scale with as many ticks as a width in px has room for, labelled in a unit. */
export function axisOf(
  { type, domain }: ScaleType,
  unit: string,
  width: number,
  language: Language,
): Axis {
  const ticks = type === "log" ? powersOfTen(domain) : linearTicks(...domain, width < 420 ? 3 : 5);
  // The currency stands once, at the first tick that has room for it: zero needs none.
  const named = ticks.find((tick) => tick !== 0);
  return {
    type,
    domain,
    ticks,
    label: (value) => tickLabel(value, unit, language, value === named),
  };
}
