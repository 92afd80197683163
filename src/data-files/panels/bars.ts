import type { Builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { formatNumber } from "../../words/index.ts";
import type { Statistics } from "./statistics.ts";
import { tableText } from "../../words/data-files.ts";

const width = 176;
const height = 40;
const step = 9;
/** Where the bar of what is missing stands, apart from all that has a value. */
const apart = width - step;

/**
 * A small histogram; what is missing stands apart behind a gap, hatched, and is never at zero.
 * Null where the column has no distances.
 */
export function histogramOf(
  { histogram, missing, least, most }: Statistics,
  build: Builder,
  language: Language,
): SVGElement | null {
  if (histogram === null) return null;
  const tallest = Math.max(1, missing, ...histogram);
  const scale = (rows: number): number =>
    rows === 0 ? 0 : Math.max(1, Math.round((rows / tallest) * height * 10) / 10);
  const bar = (x: number, rows: number, kind: string) =>
    build.svg("rect", {
      class: kind,
      x,
      y: height - scale(rows),
      width: step - 1,
      height: scale(rows),
    });
  const label = tableText(
    language,
    "schema.bins",
    least ?? "",
    most ?? "",
    formatNumber(Math.max(...histogram), language),
    formatNumber(missing, language),
  );
  const base = (from: number, to: number) =>
    build.svg("line", { x1: from, x2: to, y1: height + 0.5, y2: height + 0.5 });
  return build.svg(
    "svg",
    {
      class: "own-bars",
      role: "img",
      "aria-label": label,
      viewBox: `0 0 ${width} ${height + 1}`,
      width,
      height: height + 1,
    },
    histogram.map((rows, index) => bar(index * step, rows, "own-bar")),
    missing > 0 ? bar(apart, missing, "own-bar-missing") : null,
    base(0, histogram.length * step - 1),
    missing > 0 ? base(apart, width) : null,
  );
}
