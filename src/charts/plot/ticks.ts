import { scaleLinear } from "d3-scale";
import { type FigureContext, logTicks } from "../../figures/index.ts";
import { areDays, timeTicks, unitOfTimes, type TimeUnit } from "./time.ts";
import type { Exposed } from "./scales.ts";

type Format = (value: unknown) => string;

/** What is known of the values of an axis. */
export interface AxisValues {
  readonly isYear: boolean;
  readonly times: readonly Date[];
}

const lines = new Set(["linear", "sqrt", "pow", "symlog", "utc", "time", "log"]);

/** Numbers or moments from one end of an axis to the other, about so many. */
function spread(
  { type, domain }: Exposed,
  count: number,
  { isYear, times }: AxisValues,
): unknown[] {
  const [low, high] = [domain[0], domain.at(-1)];
  if (low instanceof Date && high instanceof Date) {
    const [a, b] = low > high ? [high, low] : [low, high];
    return timeTicks(a, b, count, areDays(times));
  }
  const [least, most] = [Number(low), Number(high)].toSorted((a, b) => a - b);
  if (type === "log") return logTicks(least ?? 1, most ?? 1, count);
  const ticks = scaleLinear()
    .domain([Number(low), Number(high)])
    .ticks(count);
  return isYear ? ticks.filter(Number.isInteger) : ticks;
}

/**
 * Ticks of an axis, each with a label of its own: fewer where two would read alike. Undefined
 * where Plot's own will do: an axis of names, or one that is no line of numbers.
 */
export function distinctTicks(
  scale: Exposed,
  count: number,
  formatOf: (ticks: readonly unknown[]) => Format,
  values: AxisValues,
): unknown[] | undefined {
  const { type, domain } = scale;
  const isPlain = domain.length === 2 && domain.every((end) => Number.isFinite(Number(end)));
  if (!lines.has(type) || !isPlain) return undefined;
  for (let wanted = count; wanted >= 1; wanted--) {
    const ticks = spread(scale, wanted, values);
    const labels = new Set(ticks.map(formatOf(ticks)));
    if (ticks.length > 0 && labels.size === ticks.length && ticks.length <= count + 3) return ticks;
  }
  return domain.slice(0, 1);
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const day = { month: "short", day: "numeric" } as const;
const parts: Readonly<Record<TimeUnit, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "short" },
  day,
  minute: { ...day, ...clock },
  second: { ...day, ...clock, second: "2-digit", fractionalSecondDigits: 3 },
};

/**
 * How moments of one axis are written: all by the same unit, so that none reads like another. Of
 * days the first says its year, and each that begins another.
 */
export function timeFormat(
  ticks: readonly unknown[],
  format: unknown,
  { language }: FigureContext,
): Format {
  const days = ticks.filter((tick) => tick instanceof Date);
  const own = format === "day" || format === "month" || format === "year" ? format : null;
  const unit = own ?? (days.length === 1 && areDays(days) ? "day" : unitOfTimes(days));
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const texts = [parts[unit], { ...parts[unit], year: "numeric" } as const].map(
    (options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }),
  );
  const yearBefore = (value: Date): number | undefined =>
    days.findLast((one) => one < value)?.getUTCFullYear();
  return (value) => {
    if (!(value instanceof Date)) return String(value);
    const year = value.getUTCFullYear();
    if (unit === "year") return language === "zh" ? `${year}年` : String(year);
    return texts[yearBefore(value) === year ? 0 : 1]?.format(value) ?? "";
  };
}
