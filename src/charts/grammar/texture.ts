import type { Builder } from "../../dom/index.ts";
import type { ReadyMark } from "./marks.ts";
import type { Exposed } from "./scales.ts";

/**
 * What tells categories apart beside their colour, by their place in the colour scale: dots and
 * rings differ in shape, lines in their dashes, areas in their hatching. The first of each is plain.
 */
export type Kind = "dot" | "ring" | "line" | "area";

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

const lines = /^(?:line|rule|link|arrow|tick|linear regression)/;
const areas = /^(?:bar|rect|cell|area|box)/;

/** How a mark is drawn where it takes its colour from a column; null for a text or none. */
function kindOf({ name, channels }: ReadyMark): Kind | null {
  const isColoured = ["fill", "stroke"].some((key) => channels.get(key)?.kind === "column");
  if (!isColoured) return null;
  if (name === "dot") return channels.get("fill")?.kind === "column" ? "dot" : "ring";
  if (areas.test(name)) return "area";
  return lines.test(name) || name.startsWith("linearRegression") ? "line" : null;
}

/** What a key shows: what is filled before shapes, and shapes before lines. */
export function kindFor(marks: readonly ReadyMark[]): Kind | null {
  const kinds = marks.map(kindOf);
  return (["area", "dot", "ring", "line"] as const).find((kind) => kinds.includes(kind)) ?? null;
}

export function dashOf(index: number): string | null {
  return dashes[index % dashes.length] || null;
}

/** A pattern of a colour with lines of paper over it; null for the first, which is plain. */
export function hatch(id: string, index: number, color: string, { svg }: Builder): Element | null {
  const d = hatches[index % hatches.length];
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

/** Gives the lines and areas of a drawing their second channel; the dots of Plot have theirs. */
export function addTextures(drawing: Element, scale: Exposed | undefined, build: Builder): void {
  const colors = scale?.type === "ordinal" ? (scale.range ?? []).map(String) : [];
  if (!scale || scale.domain.length < 2) return;
  const used = new Map<number, Element>();
  const indexOf = (element: Element, name: string): number =>
    element.closest("defs, pattern") ? -1 : colors.indexOf(element.getAttribute(name) ?? "");
  for (const element of drawing.querySelectorAll("[stroke]")) {
    const dash = dashOf(indexOf(element, "stroke"));
    const isDrawn = lines.test(groupOf(element)) && !element.closest("[stroke-dasharray]");
    if (dash && isDrawn) element.setAttribute("stroke-dasharray", dash);
  }
  for (const element of drawing.querySelectorAll("[fill]")) {
    const index = indexOf(element, "fill");
    if (index < 1 || !areas.test(groupOf(element))) continue;
    const pattern = used.get(index) ?? hatch(`hatch-${index}`, index, colors[index] ?? "", build);
    if (!pattern) continue;
    used.set(index, pattern);
    element.setAttribute("fill", `url(#hatch-${index})`);
  }
  if (used.size > 0) drawing.prepend(build.svg("defs", {}, [...used.values()]));
}
