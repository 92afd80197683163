import { scaleLinear } from "d3-scale";
import type { ChartContext } from "../context.ts";
import { areDays, timeTicks, unitOfTimes, type TimeUnit } from "./time.ts";
import type { Exposed } from "./scales.ts";

type Format = (value: unknown) => string;

/** What is known of the values of an axis. */
export interface AxisValues {
  readonly isYear: boolean;
  readonly times: readonly Date[];
}

const continuous = new Set(["linear", "utc", "time"]);

/** Numbers or moments from one end of an axis to the other, about so many. */
function spread(
  domain: readonly unknown[],
  count: number,
  { isYear, times }: AxisValues,
): unknown[] {
  const [low, high] = [domain[0], domain.at(-1)];
  if (low instanceof Date && high instanceof Date) {
    const [a, b] = low > high ? [high, low] : [low, high];
    return timeTicks(a, b, count, areDays(times));
  }
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
  { type, domain }: Exposed,
  count: number,
  formatOf: (ticks: readonly unknown[]) => Format,
  values: AxisValues,
): unknown[] | undefined {
  const isPlain = domain.length === 2 && domain.every((end) => Number.isFinite(Number(end)));
  if (!continuous.has(type) || !isPlain) return undefined;
  for (let wanted = count; wanted >= 1; wanted--) {
    const ticks = spread(domain, wanted, values);
    const labels = new Set(ticks.map(formatOf(ticks)));
    if (ticks.length > 0 && labels.size === ticks.length && ticks.length <= count + 3) return ticks;
  }
  return domain.slice(0, 1);
}

/** How moments of one axis are written: all by the same unit, so that none reads like another. */
export function timeFormat(
  ticks: readonly unknown[],
  format: unknown,
  { language }: ChartContext,
): Format {
  const days = ticks.filter((tick) => tick instanceof Date);
  const own = format === "day" || format === "month" || format === "year" ? format : null;
  const unit: TimeUnit = own ?? unitOfTimes(days);
  const isOneYear = new Set(days.map((day) => day.getUTCFullYear())).size === 1;
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const parts: Readonly<Record<TimeUnit, Intl.DateTimeFormatOptions>> = {
    year: { year: "numeric" },
    month: { year: "numeric", month: "short" },
    day: {
      ...(isOneYear && own === null ? {} : { year: "numeric" }),
      month: "short",
      day: "numeric",
    },
    minute: {
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    second: {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      fractionalSecondDigits: 3,
      hourCycle: "h23",
    },
  };
  const text = new Intl.DateTimeFormat(locale, { ...parts[unit], timeZone: "UTC" });
  return (value) => {
    if (!(value instanceof Date)) return String(value);
    if (unit === "year" && language === "en") return String(value.getUTCFullYear());
    return text.format(value);
  };
}
