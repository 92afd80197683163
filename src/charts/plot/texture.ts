import type { Builder } from "../../dom/index.ts";
import type { ReadyMark } from "./marks.ts";
import { sides } from "./palette.ts";
import type { Exposed } from "./scales.ts";

/**
 * What tells categories apart beside their colour, by their place in the colour scale: dots and
 * rings differ in shape, lines in their dashes, areas in their hatching, the units of waffles in
 * their shape. The first of each is plain.
 */
export type Kind = "dot" | "ring" | "line" | "area" | "unit";

/** Lengths of strokes and gaps in px; the first is drawn through. */
const dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "2 2 6 2", "1 4"] as const;

/** Lines of paper over the colour, within a square of 8 px. */
const hatches = [
  "",
  "M-2,2L2,-2M0,8L8,0M6,10L10,6",
  "M0,4H8",
  "M-2,6L2,10M0,0L8,8M6,-2L10,2",
  "M4,0V8",
  "M0,8L8,0M0,0L8,8",
  "M4,3.2V4.8",
  "M0,4H8M4,0V8",
] as const;

/** What lies below the middle of a scale with two sides is hatched: in grey both sides are alike. */
const below = sides.slice(0, Math.floor(sides.length / 2));

const lines = /^(?:line|rule|link|arrow|tick|linear regression)/;
const areas = /^(?:bar|rect|cell|area|box)/;

/** How a mark is drawn where it takes its colour from a column; null for a text or none. */
function kindOf({ name, channels }: ReadyMark): Kind | null {
  const isColoured = ["fill", "stroke"].some((key) => channels.get(key)?.kind === "column");
  if (!isColoured) return null;
  if (name === "dot") return channels.get("fill")?.kind === "column" ? "dot" : "ring";
  if (areas.test(name)) return "area";
  if (name.startsWith("waffle")) return "unit";
  return lines.test(name) || name.startsWith("linearRegression") ? "line" : null;
}

/** What a key shows: what is filled before shapes, and shapes before lines. */
export function kindFor(marks: readonly ReadyMark[]): Kind | null {
  const kinds = marks.map(kindOf);
  return (
    (["area", "unit", "dot", "ring", "line"] as const).find((kind) => kinds.includes(kind)) ?? null
  );
}

/** The shape of one unit of a waffle, within a square of a side in px. */
export function unitPath(index: number, side: number): string {
  const [h, t, q, s] = [side / 2, side / 3, side / 4, side].map((n) => Number(n.toFixed(2)));
  const shapes = [
    `M0,0H${s}V${s}H0Z`,
    `M0,${h}a${h},${h} 0 1,1 ${s},0a${h},${h} 0 1,1 ${-(s ?? 0)},0Z`,
    `M${h},0L${s},${s}L0,${s}Z`,
    `M0,0H${s}V${s}H0ZM${q},${q}v${h}h${h}v${-(h ?? 0)}Z`,
    `M${h},0L${s},${h}L${h},${s}L0,${h}Z`,
    `M${t},0h${t}v${t}h${t}v${t}h${-(t ?? 0)}v${t}h${-(t ?? 0)}v${-(t ?? 0)}h${-(t ?? 0)}v${-(t ?? 0)}h${t}Z`,
    `M0,${h}H${s}V${s}H0Z`,
    `M0,0H${h}V${s}H0Z`,
  ];
  return shapes[index % shapes.length] ?? "";
}

export function dashOf(index: number): string | null {
  return dashes[index % dashes.length] || null;
}

/** Which hatching the colour of a place in its scale gets; 0 for none. */
export function hatchOf({ type, range }: Exposed, index: number): number {
  if (type === "ordinal") return index;
  return below.includes(String(range?.[index])) ? 1 : 0;
}

/** A pattern of a colour with lines of paper over it; null for the first, which is plain. */
export function hatch(id: string, number: number, color: string, { svg }: Builder): Element | null {
  const d = hatches[number % hatches.length];
  if (!d) return null;
  const size = { width: 8, height: 8 };
  return svg(
    "pattern",
    { id, ...size, patternUnits: "userSpaceOnUse" },
    svg("rect", { ...size, fill: color }),
    svg("path", { d, stroke: "var(--paper)", "stroke-width": 1.3, "stroke-linecap": "round" }),
  );
}

function groupOf(element: Element): string {
  return element.closest("g[aria-label]:not(.mark)")?.getAttribute("aria-label") ?? "";
}

function addDashes(element: Element, index: number): void {
  const dash = dashOf(index);
  if (dash && !element.closest("[stroke-dasharray]"))
    element.setAttribute("stroke-dasharray", dash);
}

/** A waffle repeats one square; other categories repeat another shape. */
function addShape(square: Element, index: number, { svg }: Builder): void {
  if (square.localName !== "rect" || index === 0) return;
  const [x, y, side] = ["x", "y", "width"].map((name) => Number(square.getAttribute(name)));
  const at = { transform: `translate(${x},${y})`, fill: square.getAttribute("fill") };
  square.replaceWith(svg("path", { d: unitPath(index, side ?? 0), ...at }));
}

/** Gives lines, areas and waffles their second channel; the dots of Plot have theirs. */
export function addTextures(drawing: Element, scale: Exposed | undefined, build: Builder): void {
  if (!scale || scale.domain.length < 2) return;
  const colors = (scale.range ?? []).map(String);
  const used = new Map<number, Element>();
  const addHatch = (element: Element, index: number): void => {
    const number = hatchOf(scale, index);
    const pattern = used.get(index) ?? hatch(`hatch-${index}`, number, colors[index] ?? "", build);
    if (!pattern) return;
    used.set(index, pattern);
    element.setAttribute("fill", `url(#hatch-${index})`);
  };
  for (const element of [...drawing.querySelectorAll("[stroke], [fill]")]) {
    const group = groupOf(element);
    const [stroke, fill] = ["stroke", "fill"].map((name) =>
      colors.indexOf(element.getAttribute(name) ?? ""),
    ) as [number, number];
    if (group === "waffle" && scale.type === "ordinal" && fill > 0) addShape(element, fill, build);
    if (element.closest("defs, pattern")) continue;
    if (lines.test(group) && scale.type === "ordinal" && stroke > 0) addDashes(element, stroke);
    if (areas.test(group) && fill >= 0) addHatch(element, fill);
  }
  if (used.size > 0) drawing.prepend(build.svg("defs", {}, [...used.values()]));
}
