import type { Builder } from "../dom/index.ts";
import type { Observation } from "./observation.ts";

/** Meaning by form first: who is counted decides the outline, the period its filling. */
export type Shape = "filled" | "ring" | "half" | "square";

export interface GlyphStyle {
  readonly shape: Shape;
  /** Part of a year. */
  readonly hatched: boolean;
  /** Computed by us from stated figures. */
  readonly derived: boolean;
}

/** filled = whole jurisdiction, ring = one bureau, half = delegated or part. */
export function shapeOf({ missing, subset, scope }: Observation): Shape {
  if (missing) return "square";
  if (subset || scope === "delegated_townships" || scope === "subordinate_units") return "half";
  return scope === "bureau" ? "ring" : "filled";
}

export function isPartOfYear({ period_basis }: Observation): boolean {
  return period_basis === "ytd" || period_basis === "quarter" || period_basis === "month";
}

export function glyphStyle(observation: Observation): GlyphStyle {
  return {
    shape: shapeOf(observation),
    hatched: !observation.missing && isPartOfYear(observation),
    derived: observation.operation !== null,
  };
}

export const RADIUS = 6.5;

/** White stripes inside a circle of the radius, clipped by arithmetic rather than by ids. */
function stripes(radius: number): string {
  const parts: string[] = [];
  for (const offset of [-3.2, 0, 3.2]) {
    const half = Math.sqrt(Math.max(0, (radius - 1) ** 2 - offset ** 2)) / Math.SQRT2;
    const shift = offset / Math.SQRT2;
    parts.push(
      `M${(shift - half).toFixed(2)},${(shift + half).toFixed(2)}L${(shift + half).toFixed(2)},${(shift - half).toFixed(2)}`,
    );
  }
  return parts.join("");
}

/** The symbol of one observation, centred on the origin. */
export function glyph({ svg }: Builder, style: GlyphStyle): SVGElement {
  const r = RADIUS;
  if (style.shape === "square")
    return svg(
      "g",
      { class: "glyph missing" },
      svg("rect", { x: -5.5, y: -5.5, width: 11, height: 11, class: "outline" }),
      svg("path", { d: "M-3,0H3", class: "outline" }),
    );
  const solid = style.shape === "filled";
  return svg(
    "g",
    { class: `glyph ${style.shape}${style.derived ? " derived" : ""}` },
    svg("circle", { r, class: solid && !style.derived ? "body" : "body open" }),
    style.shape === "half"
      ? svg("path", { d: `M0,${-r}A${r},${r} 0 0 0 0,${r}Z`, class: "half" })
      : null,
    solid && style.derived ? svg("circle", { r: r - 3, class: "core" }) : null,
    style.hatched
      ? svg("path", { d: stripes(r), class: solid && !style.derived ? "hatch light" : "hatch" })
      : null,
  );
}
