import type { Builder } from "../dom/index.ts";
import type { Qualifier } from "../facts/index.ts";
import type { Missing, Observation } from "./observation.ts";

/** Meaning by form first: who is counted decides the outline, the period its filling. */
export type Shape = "filled" | "ring" | "half" | "square";

export interface GlyphStyle {
  readonly shape: Shape;
  /** Part of a year. */
  readonly hatched: boolean;
  /** Computed by us from stated figures. */
  readonly derived: boolean;
  /** Of the companion corpus: a page of which only the opening was read. */
  readonly companion?: boolean;
  /** Why there is no value; null or absent where there is one. */
  readonly missing?: Missing | null;
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

/** The figure is a floor: the true value may lie anywhere above it. */
export function isBound(qualifier: Qualifier): boolean {
  return qualifier === "at_least" || qualifier === "over";
}

export function glyphStyle(observation: Observation): GlyphStyle {
  return {
    shape: shapeOf(observation),
    hatched: !observation.missing && isPartOfYear(observation),
    derived: observation.operation !== null,
    companion: observation.row["alignment"] === "figure",
    missing: observation.missing,
  };
}

export const RADIUS = 6.5;

/** The dashed ring of a derived value stands outside the symbol, which keeps its meaning. */
const DERIVED_RADIUS = 8;
const INNER_RADIUS = 5;

/** Stripes inside a circle of the radius, cut by arithmetic rather than by a clip path's id. */
function stripes(radius: number): string {
  const step = radius / 2;
  return [-step, 0, step]
    .map((offset) => {
      const half = Math.sqrt(Math.max(0, (radius - 1) ** 2 - offset ** 2)) / Math.SQRT2;
      const shift = offset / Math.SQRT2;
      const [from, to] = [shift - half, shift + half].map((n) => n.toFixed(2));
      const [below, above] = [shift + half, shift - half].map((n) => n.toFixed(2));
      return `M${from},${below}L${to},${above}`;
    })
    .join("");
}

/** What stands in the square: a dash, nothing, an unequal sign, a step ahead. */
const insides: Readonly<Record<Missing, string>> = {
  not_reported: "M-3,0H3",
  not_read: "",
  not_comparable: "M-3,-1.5H3M-3,1.5H3M-1.5,3.5L1.5,-3.5",
  planned: "M-2,-3L1.5,0L-2,3",
};

/** A square for what has no value; dotted where nobody has looked. */
function missingGlyph({ svg }: Builder, missing: Missing): SVGElement {
  const inside = insides[missing];
  const outline = missing === "not_read" ? "outline dotted" : "outline";
  return svg(
    "g",
    { class: "glyph missing" },
    svg("rect", { x: -5.5, y: -5.5, width: 11, height: 11, class: outline }),
    inside ? svg("path", { d: inside, class: "outline" }) : null,
  );
}

/** The symbol of one observation, centred on the origin. */
export function glyph(
  build: Builder,
  { shape, hatched, derived, companion = false, missing = null }: GlyphStyle,
): SVGElement {
  if (shape === "square") return missingGlyph(build, missing ?? "not_reported");
  const { svg } = build;
  const r = derived || companion ? INNER_RADIUS : RADIUS;
  const isSolid = shape === "filled";
  return svg(
    "g",
    { class: `glyph ${shape}${derived ? " derived" : ""}` },
    derived || companion
      ? svg("circle", { r: DERIVED_RADIUS, class: derived ? "orbit" : "orbit twin" })
      : null,
    svg("circle", { r, class: isSolid ? "body" : "body open" }),
    shape === "half" ? svg("path", { d: `M0,${-r}A${r},${r} 0 0 0 0,${r}Z`, class: "half" }) : null,
    hatched ? svg("path", { d: stripes(r), class: isSolid ? "hatch light" : "hatch" }) : null,
  );
}
