import type { Builder } from "../dom/index.ts";
import type { GlyphStyle, Missing } from "../figures/index.ts";

export const RADIUS = 6.5;

/** The dotted ring of a derived value stands outside the symbol, which keeps its meaning. */
const DERIVED_RADIUS = 8;
const INNER_RADIUS = 4.5;

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

/** An open diamond: intended, not done. */
function diamond({ svg }: Builder): SVGElement {
  const r = RADIUS;
  return svg("path", { d: `M0,${-r}L${r},0L0,${r}L${-r},0Z`, class: "body open plan" });
}

/** A small arrow beside the symbol. */
function arrow({ svg }: Builder, way: "above" | "below"): SVGElement {
  const side = way === "above" ? 1 : -1;
  return svg("path", {
    class: `arrow ${way}`,
    d: `M${side * 8.5},-3.5L${side * 12},0L${side * 8.5},3.5`,
  });
}

/** The symbol of one observation, centred on the origin. */
export function glyph(build: Builder, style: GlyphStyle): SVGElement {
  if (style.shape === "square") return missingGlyph(build, style.missing ?? "not_reported");
  const symbol = style.shape === "diamond" ? planned(build, style) : circle(build, style);
  if (style.bound) symbol.append(arrow(build, style.bound));
  return symbol;
}

function planned(build: Builder, { derived }: GlyphStyle): SVGElement {
  return build.svg("g", { class: `glyph diamond${derived ? " derived" : ""}` }, diamond(build));
}

function circle({ svg }: Builder, { shape, derived }: GlyphStyle): SVGElement {
  const r = derived ? INNER_RADIUS : RADIUS;
  return svg(
    "g",
    { class: `glyph ${shape}${derived ? " derived" : ""}` },
    derived ? svg("circle", { r: DERIVED_RADIUS, class: "orbit" }) : null,
    svg("circle", { r, class: shape === "filled" ? "body" : "body open" }),
  );
}
