import type { Builder } from "../dom/index.ts";
import type { GlyphStyle, Missing } from "../figures/index.ts";

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

/** Inside the open square: a dash, nothing, or a slash; what is planned is a diamond with a dash. */
const insides: Readonly<Record<Missing, string>> = {
  not_reported: "M-3,0H3",
  not_selected: "M-3,-3L3,3M-3,3L3,-3",
  not_read: "",
  not_comparable: "M-5.5,5.5L5.5,-5.5",
  planned: "M-2.5,0H2.5",
};

function missingGlyph({ svg }: Builder, kind: Missing): SVGElement {
  const square = { x: -5.5, y: -5.5, width: 11, height: 11, class: "outline" };
  const turned = kind === "planned" ? "rotate(45) scale(0.85)" : null;
  return svg(
    "g",
    { class: `glyph missing ${kind}` },
    svg("rect", { ...square, transform: turned }),
    insides[kind] === "" ? null : svg("path", { d: insides[kind], class: "outline" }),
  );
}

/** A small arrow beside the symbol. */
function arrow({ svg }: Builder, way: "above" | "below"): SVGElement {
  const side = way === "above" ? 1 : -1;
  return svg("path", {
    class: `arrow ${way}`,
    d: `M${side * 8.5},-3.5L${side * 12},0L${side * 8.5},3.5`,
  });
}

/** An open diamond: intended, not done. */
function diamond({ svg }: Builder): SVGElement {
  const r = RADIUS;
  return svg("path", { d: `M0,${-r}L${r},0L0,${r}L${-r},0Z`, class: "body open plan" });
}

/** Does not equal: a small sign at the upper right of the symbol, outside of it. */
function badge({ svg }: Builder): SVGElement {
  return svg(
    "g",
    { class: "badge", transform: "translate(9,-8)" },
    svg("circle", { r: 5, class: "ground" }),
    svg("path", { d: "M-3,-1.4H3M-3,1.4H3M-2,3.6L2,-3.6" }),
  );
}

/** The symbol of one observation, centred on the origin. */
export function glyph(build: Builder, style: GlyphStyle): SVGElement {
  if (style.shape === "square") return missingGlyph(build, style.missing ?? "not_reported");
  const symbol = style.shape === "diamond" ? planned(build, style) : circle(build, style);
  if (style.bound) symbol.append(arrow(build, style.bound));
  if (style.disputed) symbol.append(badge(build));
  return symbol;
}

function planned(build: Builder, { derived }: GlyphStyle): SVGElement {
  return build.svg("g", { class: `glyph diamond${derived ? " derived" : ""}` }, diamond(build));
}

function circle(
  build: Builder,
  { shape, hatched, derived, companion = false }: GlyphStyle,
): SVGElement {
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
