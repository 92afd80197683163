import type { Builder, Child } from "../dom/index.ts";
import type { GlyphStyle } from "../figures/index.ts";
import { RADIUS } from "./glyph.ts";
import { px } from "./shapes.ts";

/** Half of a bar's thickness in px, and of one that has an outline around it. */
export const HALF = 8;
const INNER = 5.5;

/** Where a bar lies: from zero to its value, in px. */
export interface BarPlace {
  readonly zero: number;
  readonly end: number;
  readonly y: number;
}

/** Shorter than this nothing would be seen, and it would read as a zero. */
const LEAST = 1.5;

interface Extent {
  readonly low: number;
  readonly high: number;
  readonly y: number;
  readonly half: number;
}

function extentOf({ zero, end, y }: BarPlace, half: number): Extent {
  const way = end < zero ? -1 : 1;
  const far = zero + way * Math.max(LEAST, Math.abs(end - zero));
  return { low: Math.min(zero, far), high: Math.max(zero, far), y, half };
}

/** Stripes at 45°, cut at the ends by arithmetic rather than by a clip path's id. */
function stripes({ low, high, y, half }: Extent): string {
  const [height, step] = [2 * half, 6];
  const count = Math.ceil((high - low + height) / step);
  return Array.from({ length: count }, (_, i) => low - height + (i + 0.5) * step)
    .map((x) => {
      const [from, to] = [Math.max(x, low), Math.min(x + height, high)];
      if (to - from < 0.5) return "";
      const at = (place: number) => px(y + half - (place - x));
      return `M${px(from)},${at(from)}L${px(to)},${at(to)}`;
    })
    .join("");
}

/** The outline; a bound has no stroke at the end where the true value lies further on. */
function outline({ low, high, y, half }: Extent, open: "low" | "high" | null): string {
  const [top, bottom] = [y - half, y + half].map(px);
  const [l, h] = [px(low), px(high)];
  if (open === "high") return `M${h},${top}H${l}V${bottom}H${h}`;
  if (open === "low") return `M${l},${top}H${h}V${bottom}H${l}`;
  return `M${l},${top}H${h}V${bottom}H${l}Z`;
}

/** The dashed outline of a derived value, or the second one of a companion figure. */
function orbit({ svg }: Builder, place: BarPlace, { derived, companion }: GlyphStyle): Child {
  if (!derived && !companion) return null;
  const { low, high, y, half } = extentOf(place, HALF);
  const d = outline({ low: low - 2.5, high: high + 2.5, y, half }, null);
  return svg("path", { class: derived ? "orbit" : "orbit twin", d });
}

/** A stated zero is a stroke across the baseline: there, and of no length. */
function zeroTick({ svg }: Builder, { zero, y }: BarPlace, { shape }: GlyphStyle): SVGElement {
  return svg(
    "g",
    { class: `glyph bar zero ${shape}` },
    svg("path", { class: "body", d: `M${px(zero)},${y - 9}V${y + 9}` }),
  );
}

/** Intended, not done: a dashed outline that ends in the diamond of plans. */
function plan({ svg }: Builder, place: BarPlace, { derived }: GlyphStyle): SVGElement {
  const { end, y } = place;
  const r = RADIUS;
  return svg(
    "g",
    { class: `glyph bar diamond${derived ? " derived" : ""}` },
    svg("path", { class: "body open plan", d: outline(extentOf(place, INNER), null) }),
    svg("path", {
      class: "body open plan",
      d: `M${px(end)},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}Z`,
    }),
  );
}

/** Does not equal: a small sign at the upper end. */
function badge({ svg }: Builder, { end, y }: BarPlace): SVGElement {
  return svg(
    "g",
    { class: "badge", transform: `translate(${px(end)},${y - HALF - 1})` },
    svg("circle", { r: 5, class: "ground" }),
    svg("path", { d: "M-3,-1.4H3M-3,1.4H3M-2,3.6L2,-3.6" }),
  );
}

/**
 * A bar that says by its form what the symbols say: filled = whole jurisdiction, outline = one
 * bureau, half filled = part, striped = part of a year, dashed outline = derived, double =
 * companion, open end = bound, a stroke = a stated zero.
 */
export function barGlyph(build: Builder, style: GlyphStyle, place: BarPlace): SVGElement {
  const { svg } = build;
  if (style.shape === "diamond") return plan(build, place, style);
  if (place.end === place.zero && !style.bound) return zeroTick(build, place, style);
  const { shape, derived, companion = false, bound = null } = style;
  const isFilled = shape === "filled";
  const extent = extentOf(place, derived || companion ? INNER : HALF);
  const open = bound === null ? null : bound === "above" ? "high" : "low";
  const { low, high, y, half } = extent;
  return svg(
    "g",
    { class: `glyph bar ${shape}${derived ? " derived" : ""}` },
    orbit(build, place, style),
    svg("path", { class: isFilled ? "body" : "body open", d: outline(extent, open) }),
    shape === "half"
      ? svg("path", {
          class: "half",
          d: outline({ low, high, y: y + half / 2, half: half / 2 }, null),
        })
      : null,
    style.hatched
      ? svg("path", { class: isFilled ? "hatch light" : "hatch", d: stripes(extent) })
      : null,
    style.disputed ? badge(build, place) : null,
  );
}
