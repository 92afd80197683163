import type { ChartSpec, FigureContext } from "../../figures/index.ts";
import { plainTick } from "./columns.ts";
import type { ReadyMark } from "./marks.ts";
import { colorColumnOf, type Exposed } from "./scales.ts";

/** A colour for each step between its limits. */
export interface Steps {
  readonly limits: readonly number[];
  readonly colors: readonly unknown[];
}

/** The largest of 1, 2 and 5 times a power of ten that is at most this. */
function roundBelow(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([5, 2, 1].find((factor) => factor * power <= size * (1 + 1e-9)) ?? 1) * power;
}

/** Some of the colours, the first and the last among them, as far apart as can be. */
function spread(colors: readonly unknown[], count: number): unknown[] {
  const last = colors.length - 1;
  return Array.from({ length: count }, (_, i) => colors[Math.round((i * last) / (count - 1))]);
}

/**
 * Steps that divide a range evenly, with their limits moved to round numbers close by. Whole
 * numbers that are fewer than the steps get one step each.
 */
export function roundSteps({ limits, colors }: Steps, isWhole: boolean): Steps {
  const [first, second] = limits;
  if (first === undefined || second === undefined || !(second > first)) return { limits, colors };
  const size = second - first;
  if (isWhole && size < 1) {
    const whole = [...new Set(limits.map(Math.ceil))];
    return { limits: whole, colors: spread(colors, whole.length + 1) };
  }
  const unit = roundBelow(size / 2);
  // The same on both sides of zero.
  const rounded = limits.map((n) => Math.sign(n) * Math.round(Math.abs(n) / unit) * unit);
  return { limits: rounded.map((n) => Number(n.toPrecision(12))), colors };
}

/** Reducers that count, and those that leave whole numbers whole. */
const counts = /^(?:count|distinct)$/;
const keeps = /^(?:sum|min|max|mode|first|last)$/;

/** Whether what colours stand for are whole numbers: a count, or a column of such. */
export function isOfWholes(marks: readonly ReadyMark[], rawMarks: readonly ChartSpec[]): boolean {
  const found = colorColumnOf(marks);
  if (!found)
    return rawMarks.some((mark) =>
      /"(?:fill|stroke)":"count"/.test(JSON.stringify(mark["transform"] ?? "")),
    );
  if (found.reducer !== null && counts.test(found.reducer)) return true;
  if (found.reducer !== null && !keeps.test(found.reducer)) return false;
  return found.values().every(Number.isInteger);
}

/** What each step of a colour scale holds: `< 10`, `10–19` of whole numbers, `≥ 40`. */
export function stepTexts(
  { domain }: Exposed,
  column: string,
  isWhole: boolean,
  context: FigureContext,
): string[] {
  const limits = domain.filter((value) => typeof value === "number");
  const text = (value: number) => plainTick(column, Number(value.toPrecision(3)), context);
  const [first] = limits;
  const last = limits.at(-1);
  if (first === undefined || last === undefined) return [];
  const between = limits.slice(1).map((end, i) => {
    const begin = limits[i] ?? 0;
    if (!isWhole) return `${text(begin)}–${text(end)}`;
    return end - begin > 1 ? `${text(begin)}–${text(end - 1)}` : text(begin);
  });
  return [`< ${text(first)}`, ...between, `≥ ${text(last)}`];
}
