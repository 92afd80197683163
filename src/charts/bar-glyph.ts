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

function outline({ low, high, y, half }: Extent): string {
  const [top, bottom] = [y - half, y + half].map(px);
  return `M${px(low)},${top}H${px(high)}V${bottom}H${px(low)}Z`;
}

/** The dotted outline of a derived value. */
function orbit({ svg }: Builder, place: BarPlace, { derived }: GlyphStyle): Child {
  if (!derived) return null;
  const { low, high, y, half } = extentOf(place, HALF);
  return svg("path", { class: "orbit", d: outline({ low: low - 2.5, high: high + 2.5, y, half }) });
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
    svg("path", { class: "body open plan", d: outline(extentOf(place, INNER)) }),
    svg("path", {
      class: "body open plan",
      d: `M${px(end)},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}Z`,
    }),
  );
}

/**
 * A bar that says by its form what the symbols say: filled = whole jurisdiction, outline = one
 * bureau or units under it, dotted outline = derived; a stroke is a stated zero.
 */
export function barGlyph(build: Builder, style: GlyphStyle, place: BarPlace): SVGElement {
  const { shape, derived } = style;
  if (shape === "diamond") return plan(build, place, style);
  if (place.end === place.zero) return zeroTick(build, place, style);
  const isFilled = shape === "filled";
  return build.svg(
    "g",
    { class: `glyph bar ${shape}${derived ? " derived" : ""}` },
    orbit(build, place, style),
    build.svg("path", {
      class: isFilled ? "body" : "body open",
      d: outline(extentOf(place, derived ? INNER : HALF)),
    }),
  );
}
